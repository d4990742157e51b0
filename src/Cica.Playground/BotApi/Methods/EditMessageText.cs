using Cica.Playground.Formatting;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#editmessagetext; a keyboard that is not sent again is taken away.</summary>
internal sealed class EditMessageText(World world, Editing editing) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var text = FormattedTextReader.Message(call.Text("text"), call.Text("parse_mode"), call.Json("entities", "can't parse entities JSON object"), World.User);
        var preview = SendOptions.ReadLinkPreview(call);
        var markup = MarkupReader.Read(call);
        return editing.Edit(call, Change, IsSame);

        WireMessage Change(WireMessage message)
        {
            if (message.Text is null) throw Refusal.BadRequest("there is no text in the message to edit");
            return message with { Text = text.Text, Entities = Contents.OrNull(text.Entities), LinkPreviewOptions = preview, ReplyMarkup = markup.Inline };
        }

        bool IsSame(WireMessage before, WireMessage after) =>
            Contents.IsSame(before, text) && before.LinkPreviewOptions == after.LinkPreviewOptions && EditMessageReplyMarkup.SameKeyboard(before, after);
    }
}
