using System.Globalization;

namespace WhatsAppBots.Standalone.Timers;

/// <summary>
/// The schedule of a timer trigger as Azure Functions reads it (NCRONTAB): six fields, second, minute, hour, day, month, day
/// of week (0 is Sunday), each <c>*</c>, numbers, names, ranges, steps or lists of these. Day and day of week must both match.
/// UTC. https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions
/// </summary>
public sealed class CronSchedule
{
    private static readonly string[] _months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] _days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    // A schedule on 29 February that is also a weekday comes round within 28 years, unless a century is between.
    private const int MostYears = 50;

    private readonly bool[] _second;
    private readonly bool[] _minute;
    private readonly bool[] _hour;
    private readonly bool[] _day;
    private readonly bool[] _month;
    private readonly bool[] _weekday;

    private CronSchedule(string[] fields)
    {
        _second = Field(fields[0], 0, 59, []);
        _minute = Field(fields[1], 0, 59, []);
        _hour = Field(fields[2], 0, 23, []);
        _day = Field(fields[3], 1, 31, []);
        _month = Field(fields[4], 1, 12, _months);
        _weekday = Field(fields[5], 0, 7, _days);
        _weekday[0] |= _weekday[7];
    }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong.</exception>
    public static CronSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 6
            ? new CronSchedule(fields)
            : throw new FormatException($"The schedule \"{expression}\" has {fields.Length} fields, not six (second minute hour day month weekday).");
    }

    /// <summary>The first occurrence after a moment; null where there is none in the next 50 years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var at = after.ToUniversalTime();
        at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero).AddSeconds(1);
        var last = at.Year + MostYears;
        while (at.Year <= last)
        {
            if (!_month[at.Month]) at = new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
            else if (!_day[at.Day] || !_weekday[(int)at.DayOfWeek]) at = new DateTimeOffset(at.Date, TimeSpan.Zero).AddDays(1);
            else if (!_hour[at.Hour]) at = at.AddSeconds(-at.Second).AddMinutes(-at.Minute).AddHours(1);
            else if (!_minute[at.Minute]) at = at.AddSeconds(-at.Second).AddMinutes(1);
            else if (!_second[at.Second]) at = at.AddSeconds(1);
            else return at;
        }

        return null;
    }

    private static bool[] Field(string text, int first, int last, string[] names)
    {
        var matches = new bool[last + 1];
        foreach (var part in text.Split(','))
        {
            var step = part.Split('/');
            var range = step[0].Split('-');
            if (step.Length > 2 || range.Length > 2) throw Fault(part);
            var (from, to) = step[0] == "*"
                ? (first, names == _days ? 6 : last)
                : (Number(range[0]), range.Length == 2 ? Number(range[1]) : step.Length == 2 ? last : Number(range[0]));
            var by = step.Length == 2 && int.TryParse(step[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1;
            if ((step.Length == 2 && by == 1 && step[1] != "1") || by < 1 || from > to) throw Fault(part);
            for (var n = from; n <= to; n += by) matches[n] = true;
        }

        return matches;

        int Number(string name)
        {
            var index = Array.FindIndex(names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (index >= 0) return index + (names == _months ? 1 : 0);
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= first && number <= last
                ? number : throw Fault(name);
        }

        FormatException Fault(string part) => new($"\"{part}\" in a schedule is not within {first} to {last}.");
    }
}
