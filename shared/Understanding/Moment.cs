using NodaTime;
using NodaTime.TimeZones;

namespace WhatsAppBots.Understanding;

/// <summary>A point in time as people name it: a day, a time of day, or both. Never one that has passed where the future was meant.</summary>
/// <param name="Date">The local day; where only a time was named, the day of its next occurrence.</param>
/// <param name="Time">The local time; null where only a day was named ("tomorrow"): what that means is the bot's rule.</param>
public sealed record Moment(LocalDate Date, LocalTime? Time)
{
    /// <summary>A day was named, not only a time.</summary>
    public bool HasDate { get; init; }

    /// <summary>A part of the day was named without a time: "tonight", "mañana por la tarde".</summary>
    public DayPart? Part { get; init; }

    /// <summary>What the text says it is: where something begins, by when it must be done.</summary>
    public MomentRole Role { get; init; }

    /// <summary>How many days its name covers from <see cref="Date"/> on: one, or seven of "next week".</summary>
    public int Days { get; init; } = 1;

    /// <summary>The day is a weekday's name alone: "Monday", which is the last one where something is over.</summary>
    public bool IsWeekday { get; init; }

    /// <summary>The day was a number alone: "the 5th".</summary>
    public bool IsDayOfMonth { get; init; }

    /// <summary>The instant itself where it was counted from now ("in 2 hours"): a local time happens twice when clocks go back.</summary>
    public Instant? Exact { get; init; }

    /// <summary>The instant meant.</summary>
    /// <param name="otherwise">The time of day that a day alone stands for.</param>
    public Instant At(DateTimeZone zone, LocalTime otherwise) =>
        Exact ?? (Date + (Time ?? otherwise)).InZone(zone, Resolvers.LenientResolver).ToInstant();
}

/// <summary>Parts of a day that people name instead of a time.</summary>
public enum DayPart
{
    /// <summary>Until noon.</summary>
    Morning,

    /// <summary>From noon to about six.</summary>
    Afternoon,

    /// <summary>From about six on.</summary>
    Evening,

    /// <summary>Until midnight: "tonight".</summary>
    Night,
}

/// <summary>What a moment is in its sentence.</summary>
public enum MomentRole
{
    /// <summary>Nothing tells: "at 7", "tomorrow".</summary>
    At,

    /// <summary>A beginning: "from 7", "starting Monday", "desde las 7".</summary>
    From,

    /// <summary>An end: "by 9", "before noon", "until Friday", "hasta el viernes".</summary>
    By,
}
