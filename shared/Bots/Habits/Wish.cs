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

    /// <summary>How many: eight glasses a day, three more.</summary>
    public decimal? Count { get; init; }

    public string? Unit { get; init; }

    /// <summary>A day that was named: from then on, until then, on that day alone.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The day is a beginning: "from Monday".</summary>
    public bool DateBegins { get; init; }

    /// <summary>For so long: "every day for a month".</summary>
    public Period? For { get; init; }

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
    };

    /// <summary>By rules alone.</summary>
    public static Wish Of(Utterance said, LocalDate today)
    {
        var moments = said.Reading.Moments.Select(mention => (mention, mention.Likeliest)).ToList();
        var times = moments.Where(each => TimeOf(each.Likeliest) is not null).ToList();
        var end = times.FindIndex(each => each.Likeliest.Role == MomentRole.By);
        var start = times.FindIndex(each => each.Likeliest.Role != MomentRole.By);
        if (end < 0 && times.Count(each => each.Likeliest.Role != MomentRole.By) > 1) end = times.FindIndex(start + 1, each => each.Likeliest.Role != MomentRole.By);
        var chosen = start >= 0 ? start : end;
        var recurrence = said.Reading.Recurrences.Count > 0 ? said.Reading.Recurrences[0].Likeliest : null;
        var day = moments.Select(each => each.Likeliest).FirstOrDefault(moment => moment.HasDate);
        var length = said.Reading.Lengths.FirstOrDefault(each => each.Likeliest.Anchor is null)?.Likeliest.Period;
        return new Wish
        {
            Intent = said.Intent,
            Names = said.Names.Count > 0 ? said.Names : said.Name is { } name ? [name] : [],
            Name = said.Name,
            Days = recurrence is null ? null : HabitDays.Of(recurrence),
            Start = start < 0 ? null : TimeOf(times[start].Likeliest),
            Deadline = end < 0 ? start >= 0 && times[start].Likeliest.Time is null ? EndOf(times[start].Likeliest.Part) : null : TimeOf(times[end].Likeliest),
            Otherwise = chosen >= 0 && times[chosen].mention.Readings.Count > 1 ? TimeOf(times[chosen].mention.Readings[1]) : null,
            Count = said.Reading.Counts.Count > 0 ? said.Reading.Counts[0].Likeliest.Number : null,
            Unit = said.Reading.Counts.Count > 0 ? said.Reading.Counts[0].Likeliest.Unit : null,
            Date = day?.Date ?? (length is not null && length.Days + length.Weeks + length.Months > 0 ? today + DateOf(length) : null),
            DateBegins = day?.Role == MomentRole.From,
            For = recurrence?.For,
        };
    }

    private static Period DateOf(Period length) => new PeriodBuilder { Years = length.Years, Months = length.Months, Weeks = length.Weeks, Days = length.Days }.Build();

    // A part of the day is a beginning and an end.
    private static LocalTime? TimeOf(Moment moment) => moment.Time ?? moment.Part switch
    {
        DayPart.Morning => new LocalTime(7, 0),
        DayPart.Afternoon => new LocalTime(13, 0),
        DayPart.Evening => new LocalTime(18, 0),
        DayPart.Night => new LocalTime(20, 0),
        null => null,
    };

    private static LocalTime? EndOf(DayPart? part) => part switch
    {
        DayPart.Morning => new LocalTime(12, 0),
        DayPart.Afternoon => new LocalTime(18, 0),
        DayPart.Evening => new LocalTime(22, 0),
        DayPart.Night => new LocalTime(23, 0),
        null => null,
    };
}
