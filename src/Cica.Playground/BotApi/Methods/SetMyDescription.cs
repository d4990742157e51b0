using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#setmydescription: 512 characters at most, by language.</summary>
internal sealed class SetMyDescription(World world) : Method(world)
{
    protected override Answer Run(Call call) => ProfileText.Set(World, call, "description", 512, World.Profile.Descriptions);
}
