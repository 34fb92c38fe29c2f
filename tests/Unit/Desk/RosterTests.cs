using WhatsAppBots.Desk.Duty;

namespace WhatsAppBots.Unit.Tests.Desk;

/// <summary>Who is on duty, by the clock of the roster's zone.</summary>
public sealed class RosterTests
{
    private static readonly TimeZoneInfo _madrid = TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid");

    [Theory]
    [InlineData("2026-12-01T07:59:59Z", false)] // Tuesday, 8:59:59 in Madrid
    [InlineData("2026-12-01T08:00:00Z", true)]
    [InlineData("2026-12-01T16:59:59Z", true)]
    [InlineData("2026-12-01T17:00:00Z", false)]
    [InlineData("2026-12-02T12:00:00Z", false)] // Wednesday
    [InlineData("2026-07-07T07:00:00Z", true)] // in summer an hour earlier by UTC
    public void Shift_CountsByTheClockOfItsZone(string now, bool isOn) =>
        Assert.Equal(isOn ? [7L] : [], Of(new Shift(7, 2, 540, 1080)).At(At(now)).Select(each => each.User));

    [Fact]
    public void Shift_ThatGoesOnAfterMidnight_IsOneTime()
    {
        var night = Of(new Shift(7, 2, 1320, 1440), new Shift(7, 3, 0, 360));
        Assert.Equal([new OnDuty(7, At("2026-12-02T05:00:00Z"))], night.At(At("2026-12-01T21:30:00Z")));
        Assert.Equal([new OnDuty(7, At("2026-12-02T05:00:00Z"))], night.At(At("2026-12-02T02:00:00Z")));
        Assert.Empty(night.At(At("2026-12-02T05:00:00Z")));
    }

    [Fact]
    public void WordOfAUser_StandsInPlaceOfTheRoster_UntilItEnds()
    {
        var now = At("2026-12-01T12:00:00Z");
        var roster = Of(new Shift(7, 2, 540, 1080), new Shift(8, 2, 540, 1080)) with
        {
            Presences = [new(7, false, now.AddHours(1)), new(9, true, now.AddHours(2))],
        };
        Assert.Equal([8L, 9L], roster.At(now).Select(each => each.User));
        Assert.Equal([7L, 8L, 9L], roster.At(now.AddHours(1)).Select(each => each.User));
        Assert.Equal(now.AddHours(2), roster.At(now)[1].Until);
    }

    [Theory]
    [InlineData("2026-12-01T06:00:00Z", "2026-12-01T08:00:00Z")] // the same morning
    [InlineData("2026-12-01T12:00:00Z", "2026-12-08T08:00:00Z")] // while it runs, the one after
    [InlineData("2026-12-03T12:00:00Z", "2026-12-08T08:00:00Z")]
    public void NextShift_IsFound_UpToAWeekAhead(string now, string next) =>
        Assert.Equal(At(next), Of(new Shift(7, 2, 540, 1080)).NextAfter(At(now)));

    [Fact]
    public void NextShift_OfSomebodyWhoIsAway_BeginsWhenTheyAreBack()
    {
        var now = At("2026-12-01T07:00:00Z");
        var roster = Of(new Shift(7, 2, 540, 1080)) with { Presences = [new(7, false, now.AddHours(3))] };
        Assert.Equal(now.AddHours(3), roster.NextAfter(now));
        Assert.Null(Of().NextAfter(now));
    }

    // On 29 March 2026 the clocks of Madrid leap from 2 to 3; on 25 October 2:30 comes twice.
    [Fact]
    public void ClockChange_NeitherLosesAShiftNorDoublesIt()
    {
        var spring = Of(new Shift(7, 7, 150, 300));
        Assert.Empty(spring.At(At("2026-03-29T00:59:00Z")));
        Assert.Equal([new OnDuty(7, At("2026-03-29T03:00:00Z"))], spring.At(At("2026-03-29T01:00:00Z")));
        Assert.Equal([new OnDuty(7, At("2026-10-25T04:00:00Z"))], spring.At(At("2026-10-25T00:30:00Z")));
    }

    private static Roster Of(params Shift[] shifts) => new(_madrid, shifts, []);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
