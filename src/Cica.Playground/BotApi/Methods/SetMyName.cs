using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#setmyname: 64 characters at most, by language.</summary>
internal sealed class SetMyName(World world) : Method(world)
{
    protected override Answer Run(Call call) => ProfileText.Set(World, call, "name", 64, World.Profile.Names);
}
