using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#logout: afterwards the bot is out for ten minutes.</summary>
internal sealed class LogOut(World world) : Method(world)
{
    private static readonly TimeSpan Out = TimeSpan.FromMinutes(10);

    protected override Answer Run(Call call)
    {
        lock (World.Gate)
        {
            World.LoggedOutUntil = World.Clock.GetUtcNow() + Out;
            World.Updates.Clear();
        }
        return Answer.Yes;
    }
}
