using NodaTime;

namespace WhatsAppBots.Understanding;

/// <summary>On which days something happens again and again. Times of day are mentions of their own.</summary>
public sealed record Recurrence
{
    /// <summary>The weekdays; all seven: daily. Meaningless where <see cref="TimesAWeek"/>, <see cref="EveryDays"/> or <see cref="DayOfMonth"/> is set.</summary>
    public Weekdays Days { get; init; } = Weekdays.All;

    /// <summary>So often a week, on days of one's own choice: "three times a week".</summary>
    public int? TimesAWeek { get; init; }

    /// <summary>Every so many days, from 2: "every other day".</summary>
    public int? EveryDays { get; init; }

    /// <summary>Every so many weeks; 1: each week.</summary>
    public int EveryWeeks { get; init; } = 1;

    /// <summary>The day of each month, 1 to 31.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>Which of the month's weekdays of <see cref="Days"/>, 1 to 4; -1 the last: "the first Monday of each month". Null: each of them.</summary>
    public int? Nth { get; init; }

    /// <summary>Every so many hours of each day: "every 8 hours". Null: nothing of that was said.</summary>
    public int? EveryHours { get; init; }

    /// <summary>For so long: "every day for a month".</summary>
    public Period? For { get; init; }
}

/// <summary>Days of the week, Monday first as ISO 8601 has them.</summary>
[Flags]
public enum Weekdays
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,

    /// <summary>Monday to Friday; in Hebrew "working days" are Sunday to Thursday.</summary>
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>Saturday and Sunday.</summary>
    Weekend = Saturday | Sunday,

    /// <summary>Every day.</summary>
    All = Workdays | Weekend,
}
