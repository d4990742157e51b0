using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getmyshortdescription</summary>
internal sealed class GetMyShortDescription(World world) : Method(world)
{
    protected override Answer Run(Call call) => new(new { ShortDescription = ProfileText.Get(World, call, World.Profile.ShortDescriptions) });
}
