using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#setwebhook: one change a second at most, an empty url deletes it.</summary>
internal sealed class SetWebhook(World world, WebhookOffice webhooks) : Method(world)
{
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    protected override Answer Run(Call call)
    {
        var url = call.Text("url") ?? "";
        var secret = call.Text("secret_token") ?? "";
        var connections = call.Integer("max_connections", 40, 1, 100);
        var drop = call.Flag("drop_pending_updates");
        var allowed = call.Text("allowed_updates");
        if (url.Length == 0) return DeleteWebhook.Delete(World, webhooks, drop);
        lock (World.Gate)
        {
            var now = World.Clock.GetUtcNow();
            if (now < _next) throw Refusal.TooMany(1);
            _next = now + TimeSpan.FromSeconds(1);
            var target = WebhookRules.Check(url, secret, World.Options.LocalWebhooks);
            if (webhooks.Webhook is { } old && old.Url == url && old.Secret == secret && old.MaxConnections == connections && !drop)
            {
                World.Updates.Allow(allowed);
                return new(true, Remark: "Webhook is already set");
            }
            if (drop) World.Updates.Clear();
            World.Updates.Allow(allowed);
            webhooks.Set(new Webhook(url, target, secret, connections));
        }
        return new(true, Remark: "Webhook was set");
    }
}
