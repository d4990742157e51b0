using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#editmessagereplymarkup</summary>
internal sealed class EditMessageReplyMarkup(World world, Editing editing) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var markup = MarkupReader.Read(call);
        return editing.Edit(call, message => message with { ReplyMarkup = markup.Inline }, SameKeyboard);
    }

    internal static bool SameKeyboard(WireMessage before, WireMessage after) =>
        before.ReplyMarkup is null ? after.ReplyMarkup is null : before.ReplyMarkup.SameAs(after.ReplyMarkup);
}
