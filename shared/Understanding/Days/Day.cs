using NodaTime;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Days;

/// <summary>A day as it was said.</summary>
/// <param name="Dates">What it may mean, the likeliest first.</param>
/// <param name="Next">The token behind it.</param>
internal readonly record struct Day(IReadOnlyList<LocalDate> Dates, int Next)
{
    /// <summary>A weekday that is today's: today if the time is still to come, else in a week.</summary>
    public bool IsTodayOrInAWeek { get; init; }

    /// <summary>Its name holds a part of the day: "tonight".</summary>
    public PartOfDay? Part { get; init; }

    /// <summary>Days that it covers more than one: "next week" six.</summary>
    public int More { get; init; }

    /// <summary>True for a number alone: "the 5th", of this month or the next.</summary>
    public bool IsDayOfMonth { get; init; }

    /// <summary>It is a weekday's name, which a date may follow: "Friday, 25 December".</summary>
    public bool IsWeekday { get; init; }
}
