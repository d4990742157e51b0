namespace Cica.Playground.Faults;

/// <summary>
/// A fault on order: what goes wrong, and for which calls. Made by the methods here, narrowed with <c>with</c>:
/// <c>Fault.TooMany(3) with { Method = "sendMessage", Times = 2 }</c>.
/// </summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The method's name, any case; unset: every method.</summary>
    public string? Method { get; init; }

    /// <summary>The chat_id of the call; unset: any.</summary>
    public long? ChatId { get; init; }

    /// <summary>Found in one of the call's parameters, as it was sent; unset: any.</summary>
    public string? Contains { get; init; }

    /// <summary>How many calls it strikes; null: until it is lifted.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many matching calls pass before the first is struck.</summary>
    public int After { get; init; }

    /// <summary>How long it stays, from when it is ordered; unset: until used up or lifted.</summary>
    public TimeSpan? Lasting { get; init; }

    public int Code { get; init; }
    public string Text { get; init; } = "";
    public int RetryAfter { get; init; }
    public TimeSpan Delay { get; init; }

    public static Fault TooMany(int retryAfter) => new(FaultKind.TooManyRequests) { RetryAfter = retryAfter };

    public static Fault Page(int code = 502) => new(FaultKind.ServerPage) { Code = code, Text = $"<html><head><title>{code} Bad Gateway</title></head><body><center><h1>{code}</h1></center></body></html>" };

    public static Fault CutBefore() => new(FaultKind.CutBefore);

    public static Fault CutAfter() => new(FaultKind.CutAfter);

    public static Fault Forbidden(string text = "bot was blocked by the user") => new(FaultKind.Refused) { Code = 403, Text = "Forbidden: " + text };

    public static Fault Refused(int code, string description) => new(FaultKind.Refused) { Code = code, Text = description };

    public static Fault Slow(TimeSpan delay) => new(FaultKind.Slow) { Delay = delay };

    /// <summary>getUpdates answers 502 for a while.</summary>
    public static Fault NoUpdatesFor(TimeSpan time) => Page() with { Method = "getUpdates", Times = null, Lasting = time };
}
