using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#setmyshortdescription: 120 characters at most, by language.</summary>
internal sealed class SetMyShortDescription(World world) : Method(world)
{
    protected override Answer Run(Call call) => ProfileText.Set(World, call, "short_description", 120, World.Profile.ShortDescriptions);
}
