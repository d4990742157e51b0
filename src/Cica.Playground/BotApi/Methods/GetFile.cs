using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getfile: the path to download from; files of 20 MB at most.</summary>
internal sealed class GetFile(World world) : Method(world)
{
    private const int MostBytes = 20 << 20;

    protected override Answer Run(Call call)
    {
        var id = call.Text("file_id");
        if (string.IsNullOrEmpty(id)) throw Refusal.BadRequest("file_id not specified");
        lock (World.Gate)
        {
            var file = World.Files.Find(id) ?? throw Refusal.BadRequest("invalid file_id");
            return file.Content.Length <= MostBytes ? new(file.ToWire()) : throw Refusal.BadRequest("file is too big");
        }
    }
}
