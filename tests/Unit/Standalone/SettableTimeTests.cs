using WhatsAppBots.Standalone.Clock;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Standalone;

public sealed class SettableTimeTests
{
    private readonly ManualTime _machine = new();
    private readonly SettableTime _time;

    public SettableTimeTests() => _time = new SettableTime(_machine);

    [Fact]
    public void Clock_SetAhead_GoesOnFromThere_AndNeverBack()
    {
        var began = _time.GetUtcNow();
        var counted = _time.GetTimestamp();
        _time.SetAhead(TimeSpan.FromDays(2));
        _time.SetAhead(TimeSpan.FromDays(1));
        _machine.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromDays(2) + TimeSpan.FromSeconds(3), _time.GetUtcNow() - began);

        // Leases are counted by the machine.
        Assert.Equal(TimeSpan.FromSeconds(3), _time.GetElapsedTime(counted));
    }

    [Fact]
    public async Task Delay_PastWhichTheClockIsSet_IsOver_AndTheOthersAreShorter()
    {
        var (hour, day) = (Task.Delay(TimeSpan.FromHours(1), _time), Task.Delay(TimeSpan.FromDays(1), _time));

        _time.SetAhead(TimeSpan.FromHours(23));
        _machine.Advance(TimeSpan.Zero);
        await hour.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.False(day.IsCompleted);

        _machine.Advance(TimeSpan.FromMinutes(59));
        Assert.False(day.IsCompleted);
        _machine.Advance(TimeSpan.FromMinutes(1));
        await day.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Timer_ThatRepeats_FiresOnceForAllItMissed_AndGoesOn()
    {
        var fired = 0;
        using var timer = _time.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _machine.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, fired);

        _time.SetAhead(TimeSpan.FromHours(1));
        _machine.Advance(TimeSpan.Zero);
        Assert.Equal(3, fired);
        _machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(4, fired);
    }

    [Fact]
    public void Timer_ThatWasStopped_StaysSo()
    {
        var fired = 0;
        using var timer = _time.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _time.SetAhead(TimeSpan.FromHours(1));
        _machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, fired);

        timer.Change(TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        _machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, fired);
    }
}
