using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getmyname</summary>
internal sealed class GetMyName(World world) : Method(world)
{
    protected override Answer Run(Call call) => new(new { Name = ProfileText.Get(World, call, World.Profile.Names, World.Me.FirstName) });
}
