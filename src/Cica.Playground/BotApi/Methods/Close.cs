using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#close: 429 in the first ten minutes after launch. The next call launches the bot again.</summary>
internal sealed class Close(World world) : Method(world)
{
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    protected override Answer Run(Call call)
    {
        lock (World.Gate)
        {
            if (World.IsClosed) throw Refusal.BadRequest("the bot has already been closed");
            var left = World.LaunchedAt + Settled - World.Clock.GetUtcNow();
            if (left > TimeSpan.Zero) throw Refusal.TooMany((int)Math.Ceiling(left.TotalSeconds));
            World.IsClosed = true;
        }
        return Answer.Yes;
    }
}
