using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace WhatsAppBots.BotKit.Buttons;

/// <summary>
/// Reads what the id of a button carries. An id comes back from outside and holds whatever somebody put into it, so each value is read
/// within
/// the bounds of what a bot can have offered; null: it is none of those.
/// </summary>
public static class ButtonArguments
{
    // A button stays in its chat for years; what it offers lies within two years of the day on which it was offered.
    private const int DaysBack = 400;
    private const int DaysAhead = 800;

    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HHmm");

    /// <summary>A day, written 2026-12-31.</summary>
    /// <param name="today">The person's day; the day read is at most 400 days before it and 800 after.</param>
    public static LocalDate? Day(string text, LocalDate today) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && day >= today.PlusDays(-DaysBack)
            && day <= today.PlusDays(DaysAhead)
            ? day
            : null;

    /// <summary>A time of day, written 0730.</summary>
    public static LocalTime? Time(string text) => _time.Parse(text) is { Success: true, Value: var time } ? time : null;

    /// <summary>A whole number in digits.</summary>
    public static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : null;

    /// <summary>The ids of things, with points between them: <c>1.4.7</c>. What is no id is left out.</summary>
    public static IReadOnlySet<int> Ids(string text) =>
        text.Split('.').Select(each => Number(each, 1, int.MaxValue)).OfType<int>().ToHashSet();
}
