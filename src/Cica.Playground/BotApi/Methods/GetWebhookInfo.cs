using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getwebhookinfo</summary>
internal sealed class GetWebhookInfo(World world, WebhookOffice webhooks) : Method(world)
{
    protected override Answer Run(Call call)
    {
        lock (World.Gate)
        {
            var webhook = webhooks.Webhook;
            return new(new WireWebhookInfo(webhook?.Url ?? "", false, World.Updates.Count)
            {
                IpAddress = webhook?.Target.Host,
                MaxConnections = webhook?.MaxConnections,
                LastErrorDate = webhooks.LastErrorDate,
                LastErrorMessage = webhooks.LastError,
                AllowedUpdates = World.Updates.Allowed.SetEquals(UpdateTypes.Default) ? null : [.. World.Updates.Allowed.Order(StringComparer.Ordinal)],
            });
        }
    }
}
