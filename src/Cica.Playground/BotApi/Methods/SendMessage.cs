using Cica.Playground.Formatting;
using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#sendmessage: 1-4096 characters after entities parsing, 32 KiB before.</summary>
internal sealed class SendMessage(World world, Sender sender) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var text = FormattedTextReader.Message(call.Text("text"), call.Text("parse_mode"), call.Json("entities", "can't parse entities JSON object"), World.User);
        var content = new OutgoingContent(text) { LinkPreview = SendOptions.ReadLinkPreview(call) };
        return new(sender.Send(call.Text("chat_id"), content, SendOptions.Read(call)));
    }
}
