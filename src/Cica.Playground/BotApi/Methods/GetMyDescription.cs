using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getmydescription</summary>
internal sealed class GetMyDescription(World world) : Method(world)
{
    protected override Answer Run(Call call) => new(new { Description = ProfileText.Get(World, call, World.Profile.Descriptions) });
}
