using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>What a text came to.</summary>
internal enum Result
{
    /// <summary>What was meant was done or answered, or was asked where a question is as good.</summary>
    Right,

    /// <summary>A question that offers what was meant, where the text was plain.</summary>
    Fitting,

    /// <summary>Nothing was done, and nothing that was meant was offered.</summary>
    NoAct,

    /// <summary>Part of it was done, or under another name; nothing else.</summary>
    Flawed,

    /// <summary>Something was done that was not meant.</summary>
    Harm,
}

/// <summary>Compares what the bot did with what was meant, whatever way it came to it.</summary>
internal static class OutcomeJudge
{
    private static readonly Intent[] _changing =
    [
        Intent.Add, Intent.Done, Intent.Count, Intent.Undo, Intent.Remove, Intent.Pause, Intent.Resume, Intent.Change, Intent.Skip, Intent.Remind, Intent.Stake,
    ];

    public static Result Of(ExpectedUtterance said, Utterance read, Outcome outcome)
    {
        if (said.IsDistressed || read.IsDistressed) return outcome.Acts.Count > 0 ? Result.Harm : said.IsDistressed == read.IsDistressed ? Result.Right : Result.NoAct;
        if (said.Zones.Count > 0) return OfZone(said, outcome);
        if (outcome.Acts.Count == 0) return Unchanged(said, read, outcome);

        // What was offered before is what a yes asks for, and a no may choose the other.
        if (said.After is not null && said.Intents.Any(intent => intent is Intent.Agree or Intent.Decline) && said.Harm.Count == 0) return Result.Right;
        if (said.Asking == Asking.MustBe || outcome.Acts.Any(act => said.Harm.Contains(act.Intent) && !Expected(said).Any(each => Fits(said, each.Act, each.Names, act)))) return Result.Harm;
        var expected = Expected(said).ToList();
        // Moved to a time that is over, a habit is let off today: that is part of the change.
        var left = outcome.Acts.Where(act => act.Intent != Intent.Skip
            || !outcome.Acts.Any(other => other.Intent == Intent.Change && other.Habit?.Id == act.Habit?.Id)).ToList();
        var missing = 0;
        var flawed = false;
        foreach (var (act, names) in expected)
        {
            var found = left.Where(each => Fits(said, act, names, each)).ToList();
            if (found.Count == 0)
            {
                // A habit of the right plan under another name is no harm.
                if (act.Intents.Contains(Intent.Add) && left.Find(each => each.Intent == Intent.Add && Plan(said, act, each.Habit!)) is { } other)
                {
                    left.Remove(other);
                    flawed = true;
                }
                else if (!act.Intents.Contains(Intent.None)) missing++;
                continue;
            }

            // One act may be of several habits or days: "all", or two that fit alike.
            if (said.IsAll || act.Moments.Count(moments => moments.Any(moment => moment.Date is not null)) > 1) left.RemoveAll(found.Contains);
            else left.Remove(found[0]);
        }

        if (left.Count > 0) return Result.Harm;
        return missing == 0 && !flawed ? Result.Right : Result.Flawed;
    }

    private static Result Unchanged(ExpectedUtterance said, Utterance read, Outcome outcome)
    {
        if (said.Topic is { } topic) return Topics.Answers(said.Text, topic, read, outcome) ? Result.Right : Result.NoAct;
        if (!said.Intents.Any(_changing.Contains) || said.Asking == Asking.MustBe && !outcome.IsLost)
            return said.Intents.Contains(read.Intent) || said.Intents.Contains(Intent.None) || said.Asking == Asking.MustBe ? Result.Right : Result.NoAct;
        if (said.Intents.Contains(Intent.None) || said.Intents.Contains(Intent.Decline)) return outcome.IsLost ? Result.NoAct : Result.Right;
        var fits = Expected(said).Any(each => each.Act.Intents.Any(intent => outcome.Offered.Contains(intent)));
        return !fits ? Result.NoAct : said.Asking == Asking.Burdens ? Result.Fitting : Result.Right;
    }

    private static Result OfZone(ExpectedUtterance said, Outcome outcome)
    {
        if (outcome.Acts.Count > 0) return Result.Harm;
        var ids = said.Zones.Select(zone => zone.Id).ToList();
        var fits = outcome.Zones.Any(ids.Contains);
        if (outcome.IsZoneSet) return fits ? Result.Right : Result.Harm;
        return fits ? said.Asking == Asking.Burdens ? Result.Fitting : Result.Right : Result.NoAct;
    }

    // Each thing that is wanted, of each thing that is named.
    private static IEnumerable<(ExpectedAct Act, IReadOnlyList<string?>? Names)> Expected(ExpectedUtterance said)
    {
        foreach (var act in new[] { said.Act }.Concat(said.Also))
        {
            if (act.Names.Count == 0) yield return (act, null);
            foreach (var names in act.Names) yield return (act, names);
        }
    }

    private static bool Fits(ExpectedUtterance said, ExpectedAct expected, IReadOnlyList<string?>? names, Act act)
    {
        var intents = expected.Intents;
        var isOf = act.Intent switch
        {
            Intent.Add => intents.Contains(Intent.Add) || intents.Contains(Intent.Remind),
            Intent.Done or Intent.Count => intents.Contains(Intent.Done) || intents.Contains(Intent.Count),
            var other => intents.Contains(other),
        };
        if (!isOf) return false;
        if (act.Habit is { } habit && said.Except.Any(but => NameMatch.Find(but, [habit.Name]).Count > 0)) return false;
        if (act.Intent == Intent.Undo && act.Habit is null) return true;
        var today = said.Context.Local.Date;
        return act.Intent switch
        {
            Intent.Add => IsNamed(names, act.Habit!, isNew: true) && Plan(said, expected, act.Habit!),
            Intent.Change => IsNamed(names, act.Habit!, isNew: false) && Plan(said, expected, act.Habit!),
            Intent.Pause => (act.Habit is null ? names is null || names.Contains(null) : IsNamed(names, act.Habit, isNew: false)) && Pauses(expected, act.Pause!, today),
            Intent.Resume or Intent.Remove => act.Habit is null || IsNamed(names, act.Habit, isNew: false),
            Intent.Count => IsNamed(names, act.Habit!, isNew: false) && IsDay(expected, act.Day, today)
                && (expected.Counts.Count == 0 || expected.Counts.Any(count => count.Number == act.Number) || expected.Intents.Contains(Intent.Done)),
            _ => IsNamed(names, act.Habit!, isNew: false) && IsDay(expected, act.Day, today),
        };
    }

    private static bool IsNamed(IReadOnlyList<string?>? names, Habit habit, bool isNew)
    {
        if (names is null || names.Contains(null)) return true;
        if (names.Any(name => PlainText.Of(name!) == PlainText.Of(habit.Name))) return true;
        return !isNew && names.Any(name => NameMatch.Find(name!, [habit.Name]).Count > 0);
    }

    private static bool IsDay(ExpectedAct expected, LocalDate? day, LocalDate today)
    {
        var days = expected.Moments.SelectMany(readings => readings).Select(moment => moment.Date).OfType<LocalDate>().ToList();
        return days.Count == 0 ? day == today : day is { } acted && days.Contains(acted);
    }

    private static bool Pauses(ExpectedAct expected, Pause pause, LocalDate today)
    {
        var dates = expected.Moments.Select(readings => readings[0]).Where(moment => moment.Date is not null).ToList();
        var from = dates.Find(moment => moment.Role == MomentRole.From)?.Date ?? dates.Find(moment => moment.Role == MomentRole.At)?.Date ?? today;
        var by = dates.Find(moment => moment.Role == MomentRole.By)?.Date;
        if (by is null && expected.Lengths.Count > 0) by = (from.AtMidnight() + expected.Lengths[0].Period).Date;
        if (pause.From != from) return false;

        // A day alone is off until the next; the last day may be off or the day of return.
        if (by is null) return pause.Until is null || pause.Until == from.PlusDays(1) || dates.Count > 0 && pause.Until <= from.PlusDays(7);
        return pause.Until == by || pause.Until == by.Value.PlusDays(1);
    }

    // The days, times and numbers that were said; what was not said is free.
    private static bool Plan(ExpectedUtterance said, ExpectedAct expected, Habit habit)
    {
        if (expected.Recurrence is { } recurrence)
        {
            var days = habit.Days;
            var lastDay = recurrence.DayOfMonth == -1 ? 31 : recurrence.DayOfMonth;
            if (days.TimesAWeek != recurrence.TimesAWeek || days.EveryDays != recurrence.EveryDays || days.EveryWeeks != recurrence.EveryWeeks || days.DayOfMonth != lastDay) return false;
            if (recurrence is { TimesAWeek: null, EveryDays: null, DayOfMonth: null } && days.Weekdays != recurrence.Days) return false;
            if (days.Nth != expected.Rhythm?.NthOfMonth) return false;
        }
        else if (habit.Days is not { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Nth: null, Weekdays: Weekdays.All } && expected.Intents.Contains(Intent.Add)) return false;

        // Fixed times, so many hours apart, within the hours that were said.
        if (expected.Rhythm is { EveryMinutes: not null }) return false;
        if (expected.Rhythm?.EveryHours is { } hours) return IsEvery(expected, habit, hours);
        var number = expected.Counts.Count > 0 ? expected.Counts[0].Number : (decimal?)null;
        if (expected.Rhythm?.TimesADay is { } often)
        {
            if (habit.Goal != often && habit.Goal != often * (number ?? 1)) return false;
        }
        else if (expected.IsLimit)
        {
            var period = expected.Lengths.Count > 0 ? expected.Lengths[0].Period : null;
            var most = number ?? (period is null ? 0 : period.Hours > 0 && period.Minutes == 0 ? period.Hours : period.Hours * 60 + period.Minutes);
            if (habit.AtMost != (int)Math.Floor(most)) return false;
        }
        else
        {
            if (habit.AtMost is not null) return false;
            if (number is not null && number != 1 && habit.Goal != number) return false;
        }

        return Times(said, expected, habit);
    }

    private static bool IsEvery(ExpectedAct expected, Habit habit, int hours)
    {
        if (habit.Times is not { Count: > 1 } times
            || times.Zip(times.Skip(1)).Any(pair =>
            Period.Between(pair.First, pair.Second, PeriodUnits.Minutes).Minutes != hours * 60)) return false;
        var said = expected.Moments.Select(readings => readings[0]).Where(moment => moment.Time is not null).ToList();
        return said.All(moment => moment.Role == MomentRole.By ? times[^1] <= moment.Time : times[0] == moment.Time);
    }

    private static bool Times(ExpectedUtterance said, ExpectedAct expected, Habit habit)
    {
        var clocks = expected.Moments.Where(readings => readings[0].Time is not null || readings[0].Part is not null).ToList();
        var starts = clocks.Where(readings => readings[0].Role != MomentRole.By).ToList();
        var ends = clocks.Where(readings => readings[0].Role == MomentRole.By).ToList();
        IReadOnlyList<LocalTime?> own = habit.Times is { } several ? [.. several.Select(time => (LocalTime?)time)] : [habit.Start];
        if (starts.Count > 1 && own.Count != starts.Count) return false;
        if (starts.Count > 0 && !starts.All(readings => own.Any(time => readings.Any(reading => IsAt(reading, time))))) return false;
        if (ends.Count > 0 && !ends.All(readings => readings.Any(reading => IsAt(reading, habit.Deadline) || reading.Part is not null))) return false;
        if (clocks.Count == 0 && habit.Start is not null && expected.Intents.Contains(Intent.Add)) return false;

        var dates = expected.Moments.SelectMany(readings => readings).Where(moment => moment.Date is not null).ToList();
        foreach (var moment in dates)
        {
            var fits = moment.Role switch
            {
                MomentRole.By => habit.Until == moment.Date,
                MomentRole.From => habit.Since == moment.Date,
                _ => habit.Since == moment.Date && (habit.Until == moment.Date || expected.Recurrence is not null) || moment.Date == said.Context.Local.Date,
            };
            if (!fits) return false;
        }

        return true;
    }

    private static bool IsAt(ExpectedMoment expected, LocalTime? time)
    {
        if (time is not { } own) return false;
        if (expected.Time is { } clock) return own == clock || clock == LocalTime.Midnight && own >= new LocalTime(23, 59);
        return expected.Part switch
        {
            DayPart.Morning => own.Hour < 12,
            DayPart.Afternoon => own.Hour is >= 12 and < 18,
            DayPart.Evening => own.Hour >= 17,
            DayPart.Night => own.Hour >= 19,
            _ => true,
        };
    }
}
