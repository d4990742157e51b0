using System.Net;

namespace Cica.Playground.BotApi;

/// <summary>
/// What setWebhook takes (core.telegram.org/bots/api#setwebhook): HTTPS on four ports, or anything for a server run with --local;
/// secret of 1-256 of A-Z a-z 0-9 _ -. Wording seen in the server's source. The playground itself delivers to loopback only.
/// </summary>
internal static class WebhookRules
{
    private const int MostSecret = 256;

    public static Uri Check(string url, string secret, bool isLocal)
    {
        if (!Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url, UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https"))
            throw Refusal.BadRequest("invalid webhook URL specified");
        if (secret.Length > MostSecret) throw Refusal.BadRequest("secret token is too long");
        if (!secret.All(StartParameter.IsAllowed)) throw Refusal.BadRequest("secret token contains unallowed characters");
        if (!isLocal)
        {
            if (target.Scheme != "https") throw Refusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
            if (target.Port is not (443 or 80 or 88 or 8443)) throw Refusal.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        if (target.Host != "localhost" && !(IPAddress.TryParse(target.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
            throw Refusal.BadRequest("bad webhook: the playground delivers to loopback addresses only");
        return target;
    }
}

/// <summary>A webhook as it was set.</summary>
internal sealed record Webhook(string Url, Uri Target, string Secret, int MaxConnections);
