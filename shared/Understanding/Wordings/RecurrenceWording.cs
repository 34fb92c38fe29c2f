using System.Globalization;
using NodaTime;

namespace WhatsAppBots.Understanding.Wordings;

/// <summary>Says recurrences and lengths.</summary>
internal static class RecurrenceWording
{
    public static string Of(Recurrence recurrence, Phrases phrases, string? language)
    {
        var days = Days(recurrence, phrases, language);
        return recurrence.For is { } lasting && Of(lasting, phrases) is { Length: > 0 } length ? Format(phrases.For, days, length) : days;
    }

    public static string Of(Period period, Phrases phrases)
    {
        var normal = period.Normalize();
        long[] numbers = [normal.Years, normal.Months, normal.Weeks + normal.Days / 7, normal.Days % 7, normal.Hours, normal.Minutes, normal.Seconds];
        return string.Join(' ', numbers.Zip(phrases.Units)
            .Where(pair => pair.First != 0)
            .Select(pair => Format(pair.First switch { 1 => pair.Second.One, 2 => pair.Second.Two, _ => pair.Second.Many }, pair.First)));
    }

    private static string Days(Recurrence recurrence, Phrases phrases, string? language)
    {
        if (recurrence.Nth is { } nth) return Format(phrases.NthOfMonth, phrases.Places[nth < 0 ? 4 : nth - 1], phrases.Weekdays[Enumerate(recurrence.Days).First()]);
        if (recurrence.DayOfMonth == 31) return phrases.LastDay;
        if (recurrence.DayOfMonth is { } day) return Format(phrases.DayOfMonth, day);
        if (recurrence.TimesAWeek is { } times) return times switch { 1 => phrases.OnceAWeek, 2 => phrases.TwiceAWeek, _ => Format(phrases.TimesAWeek, times) };
        if (recurrence.EveryDays is { } every) return every == 2 ? phrases.EveryOtherDay : every < 2 ? phrases.Daily : Format(phrases.EveryDays, every);
        if (recurrence.EveryWeeks < 2) return Weekly(recurrence.Days, phrases, language);
        var weeks = recurrence.EveryWeeks == 2 && phrases.EveryTwoWeeks is { } two ? two : Format(phrases.EveryWeeks, recurrence.EveryWeeks);
        return recurrence.Days is Weekdays.All or Weekdays.None ? weeks : $"{weeks} {List(recurrence.Days, phrases, language)}";
    }

    private static string Weekly(Weekdays days, Phrases phrases, string? language)
    {
        if (days is Weekdays.All or Weekdays.None) return phrases.Daily;
        var rest = language == Languages.Hebrew ? Weekdays.Friday | Weekdays.Saturday : Weekdays.Weekend;
        if (days == rest) return phrases.Weekends;
        if (days == (Weekdays.All & ~rest)) return phrases.Workdays;
        var missing = Enumerate(Weekdays.All & ~days).ToList();
        return missing is [var one] ? Format(phrases.DailyBut, phrases.But[one]) : List(days, phrases, language);
    }

    // A week begins where people say it does: on Sunday in Hebrew.
    private static string List(Weekdays days, Phrases phrases, string? language)
    {
        var names = Enumerate(days).OrderBy(day => language == Languages.Hebrew ? (day + 1) % 7 : day).Select((day, at) => at == 0 ? phrases.Each[day] : phrases.EachMore[day]).ToList();
        return names.Count == 1 ? names[0] : string.Join(", ", names[..^1]) + phrases.And + names[^1];
    }

    private static IEnumerable<int> Enumerate(Weekdays days) => Enumerable.Range(0, 7).Where(day => days.HasFlag((Weekdays)(1 << day)));

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
