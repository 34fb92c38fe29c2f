using NCrontab;

namespace WhatsAppBots.Standalone.Timers;

/// <summary>
/// Schedule of a timer trigger, read by the library of Azure Functions itself, so that both hosts run a function at the same times. It has
/// five or six fields, [second,] minute, hour, day, month and day of week (0 is Sunday). UTC.
/// https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions
/// </summary>
public sealed class CronSchedule
{
    // A schedule on 29 February that is also a weekday comes round within 28 years, unless a century is between.
    private const int MostYears = 50;

    private const int FieldsWithSeconds = 6;

    private readonly CrontabSchedule _schedule;

    private CronSchedule(CrontabSchedule schedule) => _schedule = schedule;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">The expression is no schedule; the message says what is wrong.</exception>
    public static CronSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == FieldsWithSeconds };
        return CrontabSchedule.TryParse<CronSchedule>(expression, options, schedule => new CronSchedule(schedule), fault =>
            throw new FormatException($"The schedule \"{expression}\" cannot be read: {fault().Message}"));
    }

    /// <summary>The first occurrence after a moment; null where there is none in the next 50 years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var end = after.UtcDateTime.AddYears(MostYears);
        var next = _schedule.GetNextOccurrence(after.UtcDateTime, end);
        return next < end ? new DateTimeOffset(next, TimeSpan.Zero) : null;
    }
}
