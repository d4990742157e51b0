using System.Globalization;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>A tap becomes a callback_query (core.telegram.org/bots/api#callbackquery).</summary>
internal static class Tapping
{
    public static Tap Tap(this PeopleSide side, Person person, Place place, int messageId, string button)
    {
        var (world, room) = (side.World, place.Room);
        lock (world.Gate)
        {
            var post = room.Find(messageId) ?? throw new InvalidOperationException("That message is gone.");
            var buttons = (post.Message.ReplyMarkup?.InlineKeyboard ?? []).SelectMany(r => r).ToList();
            var tapped = buttons.Find(b => b.Text == button) ?? buttons.Find(b => b.CallbackData == button)
                ?? throw new InvalidOperationException($"There is no button \"{button}\", only: {string.Join(", ", buttons.Select(b => b.Text))}");
            if (tapped.CallbackData is not { } data) throw new InvalidOperationException($"\"{button}\" sends nothing to the bot: the app itself acts on it.");
            var query = world.Queries.Open(QueryKind.Callback, person.Id, room: room, message: messageId);
            var isInline = post.InlineMessageId is not null;
            world.Updates.Add("callback_query", new WireCallbackQuery(query.Id, person.User, isInline ? null : post.Message, post.InlineMessageId, Instance(room), data), $"t{person.Id}");
            return new Tap(query.Id, query.Answer.Task, side.Waits.Patience);
        }
    }

    // Stands for the chat towards the bot, also where it may not know the chat.
    private static string Instance(Room room) => (room.Id * 7_919).ToString(CultureInfo.InvariantCulture);
}
