using NodaTime;
using WhatsAppBots.Bots.Habits.Talk;
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

    /// <summary>By rules alone.</summary>
    public static Wish Of(Utterance said, LocalDate today)
    {
        var reading = said.Reading;
        var moments = reading.Moments.Select(mention => (mention, Likeliest: Meant(mention, said.Leaning))).ToList();
        var times = moments.Where(each => TimeOf(each.Likeliest) is not null).ToList();
        var end = times.FindIndex(each => each.Likeliest.Role == MomentRole.By);
        var start = times.FindIndex(each => each.Likeliest.Role != MomentRole.By);
        var chosen = start >= 0 ? start : end;
        var recurrence = reading.Recurrences.Count > 0 ? reading.Recurrences[0].Likeliest : null;
        var dates = moments.Select(each => each.Likeliest).Where(moment => moment.HasDate).ToList();
        var day = dates.FirstOrDefault();
        var last = day is null ? null : dates.Find(moment => moment.Role == MomentRole.By && moment != day && (moment.Date > day.Date || moment.IsWeekday));
        var length = reading.Lengths.FirstOrDefault(each => each.Likeliest.Anchor is null)?.Likeliest.Period;
        var all = times.Where(each => each.Likeliest.Role == MomentRole.At).Select(each => TimeOf(each.Likeliest)!.Value).Distinct().Order().ToList();
        var isOften = end < 0 && all.Count > 1;
        var often = reading.Counts.Count > 1 ? reading.Counts.FirstOrDefault(count => count.Likeliest.Unit is { } times && _times.Contains(PlainText.Of(times)))?.Likeliest : null;
        var set = often is null ? null : reading.Counts.First(count => count.Likeliest != often).Likeliest;
        var each = set?.Unit is not { } what ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{set.Number:0.##} {what}");
        var away = said.Intent == Intent.Pause || said.SaysBack && said.IsTentative ? AwayDays.Of(reading, today) : null;
        var wish = new Wish
        {
            Intent = said.Intent,
            Names = said.Names.Count > 0 ? said.Names : said.Name is { } name ? [name] : [],
            Name = said.Name,
            Days = recurrence is null ? null : HabitDays.Of(recurrence),
            Start = start < 0 ? null : isOften ? all[0] : TimeOf(times[start].Likeliest),
            Deadline = end < 0 ? start >= 0 && !isOften && times[start].Likeliest.Time is null ? EndOf(times[start].Likeliest.Part) : null : TimeOf(times[end].Likeliest),
            Otherwise = !isOften && chosen >= 0 && times[chosen].mention.Readings.Count > 1 && !Leans(said.Leaning, times[chosen].mention)
                ? TimeOf(times[chosen].mention.Readings[1]) : null,
            Part = start >= 0 && end < 0 && !isOften && times[start].Likeliest.Time is null ? times[start].Likeliest.Part : null,
            Count = reading.Counts.Count > 0 ? reading.Counts[0].Likeliest.Number : null,
            Unit = reading.Counts.Count > 0 ? reading.Counts[0].Likeliest.Unit : said.Limit > 0 && length is not null ? length.Minutes % 60 == 0 ? "h" : "min" : null,
            Date = day is not null ? Past(day, said.Intent, today) : length is not null && length.Days + length.Weeks + length.Months > 0 ? today + DateOf(length) : null,
            DateBegins = day?.Role == MomentRole.From,
            DateEnd = last is null ? null : last.Date > day!.Date ? last.Date : last.Date.PlusWeeks(Period.DaysBetween(last.Date, day.Date) / 7 + 1),
            DateIsItself = day is { Role: MomentRole.At } && day.Exact is null && !(said is { Intent: Intent.Pause, SaysBack: true }),
            DateDays = day?.Days ?? 1,
            For = recurrence?.For,
            Times = isOften ? all : [],
            EveryHours = recurrence?.EveryHours,
            Limit = said.Limit,
            Unread = said.Unread,
            IsTentative = said.IsTentative,
            AsNew = said.AsNew,
            Instead = said.Instead,
            Excepted = said.Excepted,
            Length = length,
            IsPlainSkip = said.IsPlainSkip,
            NeedsProof = said.IsWithPhoto,
            IsNegated = said.IsNegated,
            SaysBack = said.SaysBack,
            SaysAdd = said.SaysAdd,
            DateEnds = day?.Role == MomentRole.By,
            IsFromNow = times.Exists(time => time.Likeliest.Exact is not null),
            IsQuestion = said.IsQuestion,
            SaysStill = said.SaysStill,
            SaysRest = said.SaysRest,
            SaysReminders = said.SaysReminders,
            IsWeakAdd = said.IsWeakAdd,
            SaysAway = said.SaysAway,
            IsCrowded = reading.Recurrences.Select(each => HabitDays.Of(each.Likeliest)).Distinct().Count() > 1
                || reading.Lengths.Count > 1 || dates.Count(moment => moment.Role == MomentRole.At) > 1
                || recurrence is not null && day is { Role: MomentRole.At } || reading.Counts.Count(count => count.Likeliest.Unit is not null) > 1,
            IsWeekday = day is { IsWeekday: true, Role: MomentRole.At },
            IsAdded = reading.Counts.Any(count => count.Likeliest.IsAdded),
        };

        // "30 pushups 3 times a day": three times, of thirty.
        // The size of each time stays in its name.
        if (often is not null)
        {
            var of = each is null ? wish.Name : wish.Name is { } rest ? $"{each} {rest}" : each;
            wish = wish with { Count = often.Number, Unit = null, Name = of, AsNew = of, Names = of is null ? [] : [of] };
        }

        // "from the 3rd to the 9th": of the same month, not of the next year.
        while (wish is { DateEnd: { } far, Date: { } near } && Period.DaysBetween(near, far) > 330) wish = wish with { DateEnd = far.PlusMonths(-11) > near ? far.PlusMonths(-11) : far.PlusMonths(-10) };

        // "10 kegels at 9, 15 and 21": so many each time, which stays in the name.
        if (wish is { Times.Count: > 1, Limit: null, Count: { } eachTime, Unit: { } ofWhat })
        {
            var sized = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{eachTime:0.##} {ofWhat}");
            var whole = wish.Name is { } named ? $"{sized} {named}" : sized;
            wish = wish with { Count = null, Unit = null, Name = whole, AsNew = whole, Names = [whole] };
        }

        // "surgery on the 15th, back on the 22nd", "off today and tomorrow": the first day and the last.
        if (wish is { Days: null, DateEnd: null } && (said.Intent == Intent.Pause || said.SaysBack || said.SaysAway && said.IsTentative)
            && dates.Where(moment => moment.Time is null).Select(moment => moment.Date).Distinct().Order().ToList() is [var leaving,
                var returning] && dates.Count == 2)
            wish = wish with
            {
                Date = leaving,
                DateEnd = said.SaysBack || dates.Exists(moment => moment.Role == MomentRole.By)
                ? returning : returning.PlusDays(1),
                DateIsItself = false,
                DateBegins = false,
                DateEnds = false
            };

        // "a break from everything this week": until the week is over.
        if (wish is { Intent: Intent.Pause, Date: null, Days: null, Length: null } && said.SaysThisWeek)
            wish = wish with { Date = today.With(DateAdjusters.Next(IsoDayOfWeek.Monday)), DateEnds = true };

        // "from the 20th to the 27th" of a pause are days, whatever their numbers would be elsewhere.
        return away is not var (first, back) ? wish : wish with { Date = first, DateEnd = back, DateBegins = back is null, DateIsItself = false, Start = null, Deadline = null, Count = null, Times = [] };
    }

    private static readonly HashSet<string> _times = [.. "times time x veces vez vcs vezes बार दफा baar bar dafa פעמים פעם".Split(' ').Select(PlainText.Of)];

    // What was done on Monday was done last Monday.
    private static LocalDate Past(Moment day, Intent intent, LocalDate today) =>
        intent is not (Intent.Done or Intent.Count or Intent.Undo) || day.Date <= today ? day.Date
            : day.IsWeekday ? day.Role == MomentRole.By ? day.Date : day.Date.PlusWeeks(-1)
            : Earlier(day, today) is var earlier && earlier >= today.PlusDays(-DaysOfReports) && earlier <= today ? earlier : day.Date;

    // "6 dec", "the 5th": what is told of lies in the year or the month before.
    private static LocalDate Earlier(Moment day, LocalDate today) => day.IsDayOfMonth ? day.Date.PlusMonths(-1) : day.Date.PlusYears(-1);

    // Reports of days longer ago are not taken.
    private const int DaysOfReports = 31;

    private static bool Leans(DayPart? leaning, Mention<Moment> mention) =>
        leaning is not null && mention.Readings.Any(each => each.Time?.Hour < 12) && mention.Readings.Any(each => each.Time?.Hour >= 12);

    // "wake up at 6:30" is the morning's, "dinner at 8" the evening's.
    private static Moment Meant(Mention<Moment> mention, DayPart? leaning) => !Leans(leaning, mention)
        ? mention.Likeliest
        : mention.Readings.FirstOrDefault(each => leaning == DayPart.Evening && each.Time?.Hour == 0)
            ?? mention.Readings.First(each => leaning == DayPart.Morning ? each.Time?.Hour < 12 : each.Time?.Hour >= 12);

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
