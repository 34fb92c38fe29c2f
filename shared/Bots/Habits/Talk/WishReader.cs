using System.Globalization;
using NodaTime;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Turns what rules understood of a text into a wish: one habit with its days, times and numbers, or an act on habits.</summary>
internal static class WishReader
{
    /// <param name="today">The day on the person's clock when they wrote.</param>
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
        var last = day is null ? null
            : dates.Find(moment => moment.Role == MomentRole.By && moment != day && (moment.Date > day.Date || moment.IsWeekday));
        var length = reading.Lengths.FirstOrDefault(each => each.Likeliest.Anchor is null)?.Likeliest.Period;
        var all = times.Where(each => each.Likeliest.Role == MomentRole.At).Select(each =>
            TimeOf(each.Likeliest)!.Value).Distinct().Order().ToList();
        var isOften = end < 0 && all.Count > 1;
        var often = reading.Counts.Count > 1 ? reading.Counts.FirstOrDefault(IsOften) : null;
        var set = often is null ? null : reading.Counts.First(count => !ReferenceEquals(count, often)).Likeliest;
        var isOfAbsence = said.Intent == Intent.Pause || said.SaysBack || said.SaysAway && said.IsTentative;
        var away = said.Intent == Intent.Pause || said.SaysBack && said.IsTentative ? AwayDays.Of(reading, today) : null;
        var wish = new Wish
        {
            Intent = said.Intent,
            Names = said.Names.Count > 0 ? said.Names : said.Name is { } name ? [name] : [],
            Name = said.Name,
            Days = recurrence is null ? null : HabitDays.Of(recurrence),
            Start = start < 0 ? null : isOften ? all[0] : TimeOf(times[start].Likeliest),
            Deadline = end < 0 ? start >= 0 && !isOften && times[start].Likeliest.Time is null ? EndOf(times[start].Likeliest.Part)
                : null : TimeOf(times[end].Likeliest),
            Otherwise = !isOften && chosen >= 0 && times[chosen].mention.Readings.Count > 1 && !Leans(said.Leaning, times[chosen].mention)
                ? TimeOf(times[chosen].mention.Readings[1]) : null,
            Part = start >= 0 && end < 0 && !isOften && times[start].Likeliest.Time is null ? times[start].Likeliest.Part : null,
            Count = reading.Counts.Count > 0 ? reading.Counts[0].Likeliest.Number : null,
            Unit = reading.Counts.Count > 0 ? reading.Counts[0].Likeliest.Unit : said.Limit > 0 && length is not null
                ? length.Minutes % 60 == 0 ? "h" : "min" : null,
            Date = day is not null ? Past(day, said.Intent, today) : length is not null && length.Days + length.Weeks + length.Months > 0
                ? today + DateOf(length) : null,
            DateBegins = day?.Role == MomentRole.From,
            DateEnd = last is null ? null : last.Date > day!.Date ? last.Date
                : last.Date.PlusWeeks(Period.DaysBetween(last.Date, day.Date) / 7 + 1),
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
            IsHedged = said.IsHedged,
            IsToCome = said.IsToCome,
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
                || recurrence is not null && day is { Role: MomentRole.At }
                    || reading.Counts.Count(count => count.Likeliest.Unit is not null) > 1,
            IsWeekday = day is { IsWeekday: true, Role: MomentRole.At },
            IsAdded = reading.Counts.Any(count => count.Likeliest.IsAdded),
        };

        // "30 pushups 3 times a day": three times, of thirty.
        if (often is not null) wish = Sized(wish, set!) with { Count = often.Likeliest.Number, Unit = null };

        // "10 kegels at 9, 15 and 21": so many each time.
        else if (wish is { Times.Count: > 1, Limit: null, Count: { } number, Unit: { } unit }) wish =
            Sized(wish, new Count(number, unit, false)) with { Count = null, Unit = null };

        // "from the 3rd to the 9th": of the same month, not of the next year.
        while (wish is { DateEnd: { } far, Date: { } near } && Period.DaysBetween(near, far) > 330) wish =
            wish with { DateEnd = far.PlusMonths(-11) > near ? far.PlusMonths(-11) : far.PlusMonths(-10) };

        // "surgery on the 15th, back on the 22nd", "off today and tomorrow": the first day and the last.
        if (wish is { Days: null, DateEnd: null } && isOfAbsence && dates.Count == 2
            && dates.Where(moment => moment.Time is null).Select(moment => moment.Date).Distinct().Order().ToList() is [var leaving,
                var returning])
        {
            var isReturn = said.SaysBack || dates.Exists(moment => moment.Role == MomentRole.By);
            wish = wish with
            {
                Date = leaving,
                DateEnd = isReturn ? returning
                    : returning.PlusDays(1),
                DateIsItself = false,
                DateBegins = false,
                DateEnds = false,
            };
        }

        // "a break from everything this week": until the week is over.
        if (wish is { Intent: Intent.Pause, Date: null, Days: null, Length: null } && said.SaysThisWeek)
            wish = wish with { Date = today.With(DateAdjusters.Next(IsoDayOfWeek.Monday)), DateEnds = true };

        // "from the 20th to the 27th" of a pause are days, whatever their numbers would be elsewhere.
        return away is not var (first, back) ? wish
            : wish with
            {
                Date = first,
                DateEnd = back,
                DateBegins = back is null,
                DateIsItself = false,
                Start = null,
                Deadline = null,
                Count = null,
                Times = []
            };
    }

    // "3 times".
    private static bool IsOften(Mention<Count> count) => count.Likeliest.Unit is { } unit && _times.Contains(PlainText.Of(unit));

    // The size of each time stays in its name.
    private static Wish Sized(Wish wish, Count size)
    {
        if (size.Unit is not { } unit) return wish with { AsNew = wish.Name, Names = wish.Name is null ? [] : [wish.Name] };
        var sized = string.Create(CultureInfo.InvariantCulture, $"{size.Number:0.##} {unit}");
        var whole = wish.Name is { } name ? $"{sized} {name}" : sized;
        return wish with { Name = whole, AsNew = whole, Names = [whole] };
    }

    private static readonly HashSet<string> _times = [.. ("times time x veces vez vcs vezes बार दफा baar bar dafa פעמים "
        + "פעם").Split(' ').Select(PlainText.Of)];

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

    private static Period DateOf(Period length) =>
        new PeriodBuilder { Years = length.Years, Months = length.Months, Weeks = length.Weeks, Days = length.Days }.Build();

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
