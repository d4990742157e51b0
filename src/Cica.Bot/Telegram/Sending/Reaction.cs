namespace Cica.Bot.Telegram.Sending;

/// <summary>What to do when a call has failed.</summary>
internal enum ReactionKind
{
    /// <summary>Too many: wait as told, then the same again.</summary>
    Wait,

    /// <summary>It was certainly not carried out, or doing it twice does no harm: again after a growing pause.</summary>
    Again,

    /// <summary>Nobody knows whether it was carried out: once more, and the possible repeat is counted.</summary>
    OnceMore,

    /// <summary>The markup was refused: the same as plain text.</summary>
    PlainText,

    /// <summary>The chat has shut us out: nothing more goes there until it comes back.</summary>
    SwitchOff,

    /// <summary>The group has a new id: there instead.</summary>
    Move,

    /// <summary>Too late or changing nothing: no harm done, nothing to do.</summary>
    Forget,

    /// <summary>Refused: to be logged, never to be repeated.</summary>
    Refuse,

    /// <summary>The token is not accepted: the bot has to stop.</summary>
    Stop,
}

/// <summary>What to do when a call has failed, and what is needed for it.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Why">What was said, for the log; holds no secret.</param>
internal sealed record Reaction(ReactionKind Kind, string Why)
{
    /// <summary>How long Telegram told us to wait.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The group's new id.</summary>
    public long MovedTo { get; init; }

    /// <summary>The server may have carried it out already.</summary>
    public bool MayRepeat { get; init; }
}
