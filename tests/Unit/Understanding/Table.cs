using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>The rows of Tables; its README tells how they are written.</summary>
internal static class Table
{
    public static readonly LocalDateTime Now = new(2026, 11, 25, 10, 30);

    public static IEnumerable<string[]> Rows(string language) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "Tables", $"{language}.txt"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 1);

    /// <summary>What was read, as the tables write it.</summary>
    public static string Show(TextReading reading)
    {
        var moments = reading.Moments.Select(mention => (mention.Start, Text: $"{mention.Likeliest.Role.ToString().ToLowerInvariant()} {string.Join(" / ", mention.Readings.Select(Show))}"));
        var recurrences = reading.Recurrences.Select(mention => (mention.Start, Text: Show(mention.Likeliest)));
        var lengths = reading.Lengths.Select(mention => (mention.Start, Text: $"lasts {PeriodPattern.Roundtrip.Format(mention.Likeliest.Period)} {mention.Likeliest.Anchor}"));
        var amounts = reading.Amounts.Select(mention => (mention.Start, Text: string.Create(CultureInfo.InvariantCulture, $"pays {mention.Likeliest.Minor / 100m:0.##} {mention.Likeliest.Currency}")));
        var counts = reading.Counts.Select(mention => (mention.Start, Text: string.Create(CultureInfo.InvariantCulture, $"{(mention.Likeliest.IsAdded ? "adds" : "counts")} {mention.Likeliest.Number:0.##} {mention.Likeliest.Unit}")));
        return Sorted(string.Join("; ", moments.Concat(recurrences).Concat(lengths).Concat(amounts).Concat(counts).Select(item => item.Text.Trim())));
    }

    /// <summary>The order in which the kinds stand makes no difference.</summary>
    public static string Sorted(string items) =>
        string.Join("; ", items.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)).Replace(".50", ".5", StringComparison.Ordinal);

    private static string Show(Moment moment)
    {
        var date = !moment.HasDate ? "" : moment.Date.ToString(moment.Date.Year == Now.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{date} {moment.Time?.ToString("H:mm", CultureInfo.InvariantCulture)} {moment.Part}".Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    private static string Show(Recurrence recurrence)
    {
        var days = string.Concat(Enum.GetValues<Weekdays>().Where(day => int.PopCount((int)day) == 1 && recurrence.Days.HasFlag(day)).Select(day => day.ToString()[..2]));
        var said = recurrence switch
        {
            { TimesAWeek: { } times } => $"{times} a week",
            { EveryDays: { } every } => $"every {every} days",
            { DayOfMonth: { } day } => $"monthly {day}",
            { EveryWeeks: > 1, Days: Weekdays.All } => $"every {recurrence.EveryWeeks} weeks",
            { EveryWeeks: > 1 } => $"every {recurrence.EveryWeeks} weeks {days}",
            { Days: Weekdays.All } => "every all",
            _ => $"every {days}",
        };
        return recurrence.For is { } lasting ? $"{said} for {PeriodPattern.Roundtrip.Format(lasting)}" : said;
    }
}
