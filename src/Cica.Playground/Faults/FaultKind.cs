namespace Cica.Playground.Faults;

/// <summary>What may go wrong on order.</summary>
public enum FaultKind
{
    /// <summary>429 with retry_after.</summary>
    TooManyRequests,

    /// <summary>A 5xx whose body is a page, not JSON, as a proxy in front of Telegram sends it.</summary>
    ServerPage,

    /// <summary>The connection is cut and the call was not carried out.</summary>
    CutBefore,

    /// <summary>The call was carried out and the connection is cut before the answer.</summary>
    CutAfter,

    /// <summary>A refusal with any code and text, such as 403.</summary>
    Refused,

    /// <summary>The call is carried out late.</summary>
    Slow,
}
