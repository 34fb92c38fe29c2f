using NodaTime;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>What of an utterance was understood rightly.</summary>
internal readonly record struct Verdict(bool Intent, bool Name, bool Quantities, bool Distress)
{
    public bool All => Intent && Name && Quantities && Distress;
}

/// <summary>Compares what was understood with what was expected.</summary>
internal static class Judge
{
    public static Verdict Of(ExpectedUtterance expected, Utterance actual)
    {
        var reading = actual.Reading;
        return new Verdict(
            expected.Intents.Contains(actual.Intent),
            expected.Intents.Contains(Intent.None) || IsName(expected.Names, actual),
            // Of a chat about the bot or a clock, the numbers mean nothing.
            expected.Topic is not null || expected.Zones.Count > 0
                || !expected.IsBeyondOneUtterance
                && Same(expected.Moments, reading.Moments, IsMoment)
                && Same(ListOf(expected.Recurrence), reading.Recurrences, IsRecurrence)
                && Same(expected.Lengths, reading.Lengths, (length, said) => IsClearly(said, length.Anchor, each => each.Anchor) && IsPeriod(length.Period, said.Likeliest.Period))
                && Same(ListOf(expected.Amount), reading.Amounts, (amount, said) => IsClearly(said, amount, each => each))
                && Same(expected.Counts, reading.Counts, (count, said) => IsClearly(said, Plain(count), Plain)),
            expected.IsDistressed == actual.IsDistressed);
    }

    private static bool IsName(IReadOnlyList<IReadOnlyList<string?>> expected, Utterance actual) => expected.Count switch
    {
        0 => actual.Name is null,
        1 => IsWording(expected[0], actual.Name),
        _ => expected.Count == actual.Names.Count && expected.Zip(actual.Names).All(pair => IsWording(pair.First, pair.Second)),
    };

    private static bool IsWording(IReadOnlyList<string?> wordings, string? name) =>
        wordings.Any(wording => wording is null || name is null ? wording == name : PlainText.Of(wording) == PlainText.Of(name));

    private static bool Same<TExpected, T>(IReadOnlyList<TExpected> expected, IReadOnlyList<Mention<T>> actual, Func<TExpected, Mention<T>, bool> fits) =>
        expected.Count == actual.Count && expected.Zip(actual).All(pair => fits(pair.First, pair.Second));

    private static bool IsMoment(IReadOnlyList<ExpectedMoment> readings, Mention<Moment> actual) => readings.SequenceEqual(
        actual.Readings.Select(moment => new ExpectedMoment(moment.HasDate ? moment.Date : null, Minute(moment.Time), moment.Part, moment.Role)));

    private static LocalTime? Minute(LocalTime? time) => time is { } exact ? new LocalTime(exact.Hour, exact.Minute) : null;

    private static bool IsRecurrence(Recurrence expected, Mention<Recurrence> actual) =>
        IsClearly(actual, Days(expected), Days) && IsPeriod(expected.For, actual.Likeliest.For);

    // Weekdays mean nothing beside another rhythm.
    private static Recurrence Days(Recurrence recurrence) => recurrence with
    {
        Days = recurrence is { TimesAWeek: null, EveryDays: null, DayOfMonth: null } ? recurrence.Days : Weekdays.All,
        For = null,
    };

    private static Count Plain(Count count) => count with { Unit = PlainText.Of(count.Unit ?? "") };

    private static bool IsPeriod(Period? expected, Period? actual) => expected?.Normalize() == actual?.Normalize();

    private static bool IsClearly<T, TPart>(Mention<T> actual, TPart expected, Func<T, TPart> part) =>
        actual.IsClear && EqualityComparer<TPart>.Default.Equals(expected, part(actual.Likeliest));

    private static IReadOnlyList<T> ListOf<T>(T? one)
        where T : class => one is null ? [] : [one];
}
