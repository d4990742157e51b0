using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getmycommands: exactly those set for this scope and language.</summary>
internal sealed class GetMyCommands(World world) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var key = CommandScope.Read(World, call);
        lock (World.Gate) return new(World.Profile.Commands.GetValueOrDefault(key) ?? (IReadOnlyList<WireCommand>)[]);
    }
}
