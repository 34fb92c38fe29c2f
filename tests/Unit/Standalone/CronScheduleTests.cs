using System.Globalization;
using WhatsAppBots.Standalone.Timers;

namespace WhatsAppBots.Unit.Tests.Standalone;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("*/5 * * * * *", "2026-03-02T09:00:00Z", "2026-03-02T09:00:05Z")]
    [InlineData("*/5 * * * * *", "2026-03-02T09:00:03.2Z", "2026-03-02T09:00:05Z")]
    [InlineData("0 */5 * * * *", "2026-03-02T09:59:59Z", "2026-03-02T10:00:00Z")]
    [InlineData("0 0 4 * * WED", "2026-03-02T09:00:00Z", "2026-03-04T04:00:00Z")]
    [InlineData("0 0 4 * * wed", "2026-03-04T04:00:00Z", "2026-03-11T04:00:00Z")]
    [InlineData("0 0 4 * * 3", "2026-03-04T03:59:59Z", "2026-03-04T04:00:00Z")]
    [InlineData("0 0 0 * * 0", "2026-03-02T00:00:00Z", "2026-03-08T00:00:00Z")]
    [InlineData("0 0 4 * * WEDNESDAY", "2026-03-02T09:00:00Z", "2026-03-04T04:00:00Z")]
    [InlineData("0 0 4 * December *", "2026-03-02T09:00:00Z", "2026-12-01T04:00:00Z")]
    [InlineData("0 0 0 * * 1/2", "2026-03-06T00:00:00Z", "2026-03-09T00:00:00Z")]
    [InlineData("0 0 0 * * FRI-MON", "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z")]
    [InlineData("*/5 * * * *", "2026-03-02T09:59:59Z", "2026-03-02T10:00:00Z")]
    [InlineData("0 30 9-17/4 * * 1-5", "2026-03-06T17:30:00Z", "2026-03-09T09:30:00Z")]
    [InlineData("0 0 0 1 1 *", "2026-03-02T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-02T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 FEB MON", "2026-03-02T00:00:00Z", "2044-02-29T00:00:00Z")]
    [InlineData("0 0 12 13 * FRI", "2026-03-14T00:00:00Z", "2026-11-13T12:00:00Z")]
    [InlineData("15,45 10 3 * * *", "2026-03-02T03:10:15Z", "2026-03-02T03:10:45Z")]
    [InlineData("0 0 0 31 * *", "2026-04-01T00:00:00Z", "2026-05-31T00:00:00Z")]
    [InlineData("10/20 * * * * *", "2026-03-02T09:00:31Z", "2026-03-02T09:00:50Z")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:58Z", "2026-12-31T23:59:59Z")]
    [InlineData("0 0 4 * * WED", "2026-03-04T05:30:00+02:00", "2026-03-04T04:00:00Z")]
    public void Next_OfSchedule(string schedule, string after, string next) =>
        Assert.Equal(At(next), CronSchedule.Parse(schedule).Next(At(after)));

    [Fact]
    public void Next_OfADayThatNeverComes_IsNone() => Assert.Null(CronSchedule.Parse("0 0 0 31 2 *").Next(At("2026-03-02T00:00:00Z")));

    [Fact]
    public void Next_Often_AgreesWithCountingSeconds()
    {
        var schedule = CronSchedule.Parse("*/7 1-3,58 */2 * 3 MON-WED");
        var at = At("2026-03-02T21:50:00Z");
        for (var n = 0; n < 200; n++)
        {
            var expected = at.AddSeconds(1);
            while (!(expected is
                {
                    Minute: 1 or 2 or 3 or 58, Month: 3, DayOfWeek: DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday,
                } && expected.Second % 7 == 0 && expected.Hour % 2 == 0))
            {
                expected = expected.AddSeconds(1);
            }

            Assert.Equal(expected, at = schedule.Next(at)!.Value);
        }
    }

    [Theory]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * * 7")]
    [InlineData("*/x * * * * *")]
    [InlineData("1/2/3 * * * * *")]
    [InlineData("1-2-3 * * * * *")]
    [InlineData(", * * * * *")]
    [InlineData("-1 * * * * *")]
    [InlineData("* * * * FOO *")]
    [InlineData("")]
    public void Parse_OfNonsense_SaysSo(string schedule) => Assert.Throws<FormatException>(() => CronSchedule.Parse(schedule));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
