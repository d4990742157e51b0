using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getme</summary>
internal sealed class GetMe(World world) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var bot = World.Options.Bot;
        return new(World.Me with
        {
            CanJoinGroups = bot.CanJoinGroups,
            CanReadAllGroupMessages = bot.CanReadAllGroupMessages,
            SupportsInlineQueries = bot.SupportsInlineQueries,
            SupportsGuestQueries = bot.SupportsGuestQueries,
            CanConnectToBusiness = false,
            HasMainWebApp = false,
            HasTopicsEnabled = false,
            AllowsUsersToCreateTopics = false,
            CanManageBots = false,
        });
    }
}
