using NodaTime;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits;

/// <summary>What a text wants, whoever understood it: rules or the AI.</summary>
internal sealed record Wish
{
    public required Intent Intent { get; init; }

    /// <summary>What it is about, in the person's words; empty: nothing was named.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>All that was named as one, for a new habit: "rice and beans".</summary>
    public string? Name { get; init; }

    /// <summary>Null: no days were named.</summary>
    public HabitDays? Days { get; init; }

    public LocalTime? Start { get; init; }

    public LocalTime? Deadline { get; init; }

    /// <summary>The other time it may have meant: seven in the evening rather than in the morning.</summary>
    public LocalTime? Otherwise { get; init; }

    /// <summary>Only a part of the day was said, and no hour.</summary>
    public DayPart? Part { get; init; }

    /// <summary>How many: eight glasses a day, three more.</summary>
    public decimal? Count { get; init; }

    public string? Unit { get; init; }

    /// <summary>A day that was named: from then on, until then, on that day alone.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The day is a beginning: "from Monday".</summary>
    public bool DateBegins { get; init; }

    /// <summary>For so long: "every day for a month".</summary>
    public Period? For { get; init; }

    /// <summary>Several times of each day: at 8 and at 20. Empty: one, or none.</summary>
    public IReadOnlyList<LocalTime> Times { get; init; } = [];

    /// <summary>Every so many hours.</summary>
    public int? EveryHours { get; init; }

    /// <summary>Where the days that were named end: "from Friday to Wednesday" begins at <see cref="Date"/>.</summary>
    public LocalDate? DateEnd { get; init; }

    /// <summary>The day was named as itself, not as a beginning, an end, or a length from now.</summary>
    public bool DateIsItself { get; init; }

    /// <summary>How many days its name covers: "next week" seven.</summary>
    public int DateDays { get; init; } = 1;

    /// <summary>At most so many a day; 0: none at all.</summary>
    public decimal? Limit { get; init; }

    /// <inheritdoc cref="Utterance.Unread"/>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <inheritdoc cref="Utterance.AsNew"/>
    public string? AsNew { get; init; }

    /// <inheritdoc cref="Utterance.IsTentative"/>
    public bool IsTentative { get; init; }

    /// <inheritdoc cref="Utterance.Instead"/>
    public (Intent Intent, string? Name)? Instead { get; init; }

    /// <inheritdoc cref="Utterance.Excepted"/>
    public IReadOnlyList<string> Excepted { get; init; } = [];

    /// <summary>The text as a whole was left with words that it could not use.</summary>
    public bool IsHalf => Unread.Count > 0;

    /// <summary>It says in so many words that a day is to be skipped, not only that it was hard.</summary>
    public bool IsPlainSkip { get; init; }

    /// <inheritdoc cref="Utterance.SaysAway"/>
    public bool SaysAway { get; init; }

    /// <inheritdoc cref="Utterance.SaysStill"/>
    public bool SaysStill { get; init; }

    /// <inheritdoc cref="Utterance.SaysRest"/>
    public bool SaysRest { get; init; }

    /// <inheritdoc cref="Utterance.SaysReminders"/>
    public bool SaysReminders { get; init; }

    /// <inheritdoc cref="Utterance.IsWeakAdd"/>
    public bool IsWeakAdd { get; init; }

    /// <inheritdoc cref="Utterance.IsQuestion"/>
    public bool IsQuestion { get; init; }

    /// <summary>True for a sentence with more days, dates or numbers than one habit has.</summary>
    public bool IsCrowded { get; init; }

    /// <inheritdoc cref="Utterance.SaysAdd"/>
    public bool SaysAdd { get; init; }

    /// <summary>The day that was named is an end: "skip gym till Thursday".</summary>
    public bool DateEnds { get; init; }

    /// <summary>The time is reckoned from now: "in an hour", which of a habit may mean an hour later than it is.</summary>
    public bool IsFromNow { get; init; }

    /// <inheritdoc cref="Utterance.SaysBack"/>
    public bool SaysBack { get; init; }

    /// <inheritdoc cref="Utterance.IsNegated"/>
    public bool IsNegated { get; init; }

    /// <inheritdoc cref="Utterance.IsToCome"/>
    public bool IsToCome { get; init; }

    /// <inheritdoc cref="Utterance.IsHedged"/>
    public bool IsHedged { get; init; }

    /// <summary>Only a photo is to make it done.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>The day that was named is a weekday's name alone: "on Sunday", which may mean each.</summary>
    public bool IsWeekday { get; init; }

    /// <summary>It is written as an addition: "+2", "2 more".</summary>
    public bool IsAdded { get; init; }

    /// <summary>It says when or how much.</summary>
    public bool HasPlan => Days is not null || (Start ?? Deadline) is not null || Count is not null || Times.Count > 0 || EveryHours is not null || Limit is not null || Length is not null;

    /// <summary>How long it lasts: "20 minutes".</summary>
    public Period? Length { get; init; }

    /// <summary>The same in minutes, where it is less than a day; null: no such length, or it is a limit.</summary>
    public int? Minutes => Limit is null && Length is { HasDateComponent: false } length
        && length.ToDuration().TotalMinutes is >= 1 and < 1440 and var minutes ? (int)minutes : null;

    /// <summary>
    /// What the AI says is wanted, and of what, with the times and numbers that rules read: those they read better. Where the AI
    /// names nothing the rules' names stay: "mark everything done" is not about what was last spoken of.
    /// </summary>
    public Wish Over(Wish rules) => this with
    {
        Names = Names.Count > 0 ? Names : rules.Names,
        Name = Names.Count > 0 ? Name : rules.Name,
        Days = rules.Days ?? Days,
        Start = (rules.Start ?? rules.Deadline) is null ? Start : rules.Start,
        Deadline = (rules.Start ?? rules.Deadline) is null ? Deadline : rules.Deadline,
        Otherwise = rules.Otherwise,
        Count = rules.Count ?? Count,
        Unit = rules.Unit,
        Date = rules.Date,
        DateBegins = rules.DateBegins,
        For = rules.For,
        Times = rules.Times,
        EveryHours = rules.EveryHours,
        DateEnd = rules.DateEnd,
        DateIsItself = rules.DateIsItself,
        DateDays = rules.DateDays,
        DateEnds = rules.DateEnds,
        IsFromNow = rules.IsFromNow,
        SaysAdd = true,
        Limit = Intent == Intent.Add ? rules.Limit : null,
        Excepted = rules.Excepted,
        Length = rules.Length,
        IsPlainSkip = true,
        NeedsProof = rules.NeedsProof,
        IsWeekday = rules.IsWeekday,
        IsAdded = rules.IsAdded,
    };
}
