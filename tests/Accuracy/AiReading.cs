using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>What the AI said in place of what rules read; what it names nothing of, and what its answer has no field for, stays as rules read it.</summary>
internal static class AiReading
{
    private const int MostCount = 1000;

    public static Utterance Over(Utterance rules, Wish wish) => rules with
    {
        Intents = [wish.Intent],
        Name = wish.Names.Count == 0 ? rules.Name : wish.Intent == Intent.Add ? wish.Name : wish.Names[0],
        Names = wish.Names.Count == 0 ? rules.Names : [],
        Reading = rules.Reading with
        {
            Moments = Moments(rules.Reading.Moments, wish),
            Recurrences = Recurrences(rules.Reading.Recurrences, wish),
            Counts = Counts(rules.Reading.Counts, wish),
        },
    };

    // It says one beginning and one end, as times; no days, no parts of a day, no second reading.
    private static List<Mention<Moment>> Moments(IReadOnlyList<Mention<Moment>> rules, Wish wish)
    {
        var (start, deadline) = (wish.Start, wish.Deadline);
        List<Mention<Moment>> moments = [];
        foreach (var mention in rules)
        {
            var moment = mention.Likeliest;
            var said = moment.Role == MomentRole.By ? deadline : start;
            if (moment.Time is not null || moment.Part is not null) _ = moment.Role == MomentRole.By ? deadline = null : start = null;
            if (moment.Time is null || mention.Readings.Any(each => each.Time == said)) moments.Add(mention);
            else if (said is not null || moment.HasDate) moments.Add(mention with { Readings = [moment with { Time = said }] });
        }

        if (start is { } from) moments.Add(One(new Moment(default, from)));
        if (deadline is { } by) moments.Add(One(new Moment(default, by) { Role = MomentRole.By }));
        return moments;
    }

    // It says weekdays or how often a week; no other rhythm, and not for how long.
    private static IReadOnlyList<Mention<Recurrence>> Recurrences(IReadOnlyList<Mention<Recurrence>> rules, Wish wish)
    {
        var read = rules.Count > 0 ? rules[0].Likeliest : null;
        if (read is { EveryDays: not null } or { DayOfMonth: not null } or { EveryWeeks: > 1 }) return rules;
        return wish.Days is { } days ? [One((read ?? new Recurrence()) with { Days = days.Weekdays, TimesAWeek = days.TimesAWeek })] : [];
    }

    // It says a whole number up to a thousand; not of what, nor whether it is so many more.
    private static IReadOnlyList<Mention<Count>> Counts(IReadOnlyList<Mention<Count>> rules, Wish wish)
    {
        var read = rules.Count > 0 ? rules[0].Likeliest : null;
        if (read is { Number: > MostCount } || read?.Number % 1 > 0) return rules;
        return wish.Count is { } count ? [One((read ?? new Count(0, null, false)) with { Number = count })] : [];
    }

    private static Mention<T> One<T>(T reading) => new(0, 0, [reading]);
}
