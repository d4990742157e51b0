using Microsoft.AspNetCore.Http;

namespace Cica.Playground;

/// <summary>How a playground is set up. The defaults are a strict server on a free loopback port.</summary>
public sealed record PlaygroundOptions
{
    /// <summary>Where to listen; loopback only, unless <see cref="BeyondLoopback"/>. Port 0 takes a free one.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>Whether <see cref="Url"/> may be an address others can reach. Whoever reaches the server can do all a person can.</summary>
    public bool BeyondLoopback { get; init; }

    /// <summary>The clock of everything: dates, waits, rates, expiries. An <see cref="AdjustableClock"/> can be put forward on the chat page.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The bot whose token is accepted.</summary>
    public BotOptions Bot { get; init; } = new();

    /// <summary>Telegram's rates; <see cref="PaceOptions.None"/> for benchmarks.</summary>
    public PaceOptions Pace { get; init; } = new();

    /// <summary>How long a tap, an inline query or a guest message may be answered. Telegram does not tell; about ten seconds by its users' experience.</summary>
    public TimeSpan QueryLife { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much is kept before the oldest goes.</summary>
    public BoundsOptions Bounds { get; init; } = new();

    /// <summary>Webhooks as a server run with --local takes them (HTTP, any port, loopback). False: HTTPS on 443, 80, 88, 8443 only.</summary>
    public bool LocalWebhooks { get; init; } = true;

    /// <summary>The chat page; unset, there is none.</summary>
    public PageOptions? Chat { get; init; }

    /// <summary>Answers requests that are no Bot API calls where there is no chat page; unset, they get Telegram's 404.</summary>
    public RequestDelegate? Page { get; init; }
}
