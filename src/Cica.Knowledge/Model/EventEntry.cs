namespace Cica.Knowledge.Model;

/// <summary>What an event is, for subscribing by kind.</summary>
public enum EventKind
{
    /// <summary>A summit.</summary>
    Summit,

    /// <summary>A meeting of foreign ministers.</summary>
    Ministerial,

    /// <summary>An event of the confidence building measures and the advisory bodies.</summary>
    Cbm,

    /// <summary>An anniversary.</summary>
    Anniversary,

    /// <summary>Any other meeting.</summary>
    Meeting,
}

/// <summary>How an event stands.</summary>
public enum EventStatus
{
    /// <summary>Announced or expected.</summary>
    Planned,

    /// <summary>Its date is firm.</summary>
    Confirmed,

    /// <summary>Put off to the date now given.</summary>
    Moved,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>A source says that it took place.</summary>
    Held,
}

/// <summary>Something one can be reminded of.</summary>
public sealed record EventEntry
{
    /// <summary>Its key in the data.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required Localized Title { get; init; }

    /// <summary>When it starts, as exactly as known; taken from the fact or meeting it names, so each date stands once.</summary>
    public required PartialDate Start { get; init; }

    /// <summary>The exact instant it starts, where one is announced; <see cref="Start"/> is then its day in <see cref="Zone"/>.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The day after it ends, where it lasts longer than its start tells.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>IANA zone the date is meant in.</summary>
    public required string Zone { get; init; }

    /// <summary>Where it takes place.</summary>
    public Entity? Where { get; init; }

    /// <summary>How it stands.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>It returns every year on the same day.</summary>
    public bool Yearly { get; init; }

    /// <summary>How firm the date is, in words.</summary>
    public Localized? Firmness { get; init; }

    /// <summary>The id of the fact or the entity it takes its date from; null where the date is its own.</summary>
    public string? DateOf { get; init; }

    /// <summary>The entity it takes its date from, where there is one.</summary>
    public Entity? Meeting { get; init; }

    /// <summary>When it became known; nothing is told of it before.</summary>
    public PartialDate? Known { get; init; }

    /// <summary>What it rests on; never empty.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>Where it stands in the data.</summary>
    public required Place Place { get; init; }

    /// <summary>It is neither held nor called off, as far as is known.</summary>
    public bool IsOpen => Status is EventStatus.Planned or EventStatus.Confirmed or EventStatus.Moved;

    /// <summary>The day of a yearly event in a year; 29 February is kept on the 28th in a common year.</summary>
    public DateOnly DayIn(int year) => new(year, Start.First.Month, Math.Min(Start.First.Day, DateTime.DaysInMonth(year, Start.First.Month)));

    /// <summary>When it is next, seen from a day: of a yearly event the next time it returns, that day included; of any other its own date.</summary>
    public PartialDate NextFrom(DateOnly day)
    {
        if (!Yearly || Start.First >= day)
            return Start;
        var thisYear = DayIn(day.Year);
        // After the last year there is there is no next.
        return PartialDate.Of(thisYear >= day || day.Year == DateOnly.MaxValue.Year ? thisYear : DayIn(day.Year + 1));
    }

    /// <summary>It is still to come, or may be: open, and the last day it may mean is not before this one.</summary>
    public bool IsAhead(DateOnly day) => Yearly ? IsOpen : IsOpen && Start.Last >= day;
}
