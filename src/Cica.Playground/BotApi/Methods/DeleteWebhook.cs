using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#deletewebhook</summary>
internal sealed class DeleteWebhook(World world, WebhookOffice webhooks) : Method(world)
{
    protected override Answer Run(Call call) => Delete(World, webhooks, call.Flag("drop_pending_updates"));

    public static Answer Delete(World world, WebhookOffice webhooks, bool drop)
    {
        lock (world.Gate)
        {
            if (drop) world.Updates.Clear();
            var wasSet = webhooks.IsSet;
            webhooks.Set(null);
            return new(true, Remark: wasSet ? "Webhook was deleted" : "Webhook is already deleted");
        }
    }
}
