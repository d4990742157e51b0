using Cica.Playground.Formatting;
using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#sendphoto: caption of 1024 characters at most, a file of 10 MB at most.</summary>
internal sealed class SendPhoto(World world, Sender sender) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var caption = FormattedTextReader.Caption(call.Text("caption"), call.Text("parse_mode"), call.Json("caption_entities", "can't parse caption entities JSON object"), World.User);
        var options = SendOptions.Read(call);
        // Told before a file is kept: a refused call must leave nothing behind.
        lock (World.Gate) Access.Room(World, call.Text("chat_id"), Right.Write);
        var content = new OutgoingContent(null) { Caption = caption, File = FileReader.Read(World, call, "photo") };
        return new(sender.Send(call.Text("chat_id"), content, options));
    }
}
