using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#deletemycommands</summary>
internal sealed class DeleteMyCommands(World world) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var key = CommandScope.Read(World, call);
        lock (World.Gate)
        {
            World.Profile.Commands.Remove(key);
            World.Changes.Raise();
        }
        return Answer.Yes;
    }
}
