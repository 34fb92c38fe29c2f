using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Hosting;

public sealed class DatabaseTimeTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private readonly Machine _machine = new();
    private readonly DatabaseTime _time;
    private DateTimeOffset _database = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public DatabaseTimeTests() => _time = new DatabaseTime(_machine);

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(10 * 366 * 24)]
    public void Machine_ThatIsOff_DatesAsTheDatabaseDoes(int hours)
    {
        _machine.Offset = TimeSpan.FromHours(hours);
        Measure(TimeSpan.Zero);

        Assert.Equal(_database, _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(hours), _time.MachineAhead);
        Pass(_hour);
        Assert.Equal(_database, _time.GetUtcNow());
        Assert.Throws<InvalidOperationException>(() => ClockWatch.Describe(_time));
    }

    [Fact]
    public void Step_OfTheMachinesClock_ChangesNothingAndIsNoticed()
    {
        Measure(TimeSpan.Zero);
        Pass(_hour);
        _machine.Offset = -_hour;

        Assert.Equal(_database, _time.GetUtcNow());
        Assert.Equal(-_hour, _time.MachineStep);
        Assert.Equal(_hour, _time.SinceMeasured);
    }

    [Fact]
    public void Measurement_ThatProvesNothing_CorrectsNothing()
    {
        Measure(TimeSpan.Zero);
        var before = _time.GetUtcNow();

        // The database may have answered at any moment of the way.
        Measure(_second, answered: 0.1);
        Assert.Equal(before + _second, _time.GetUtcNow());

        // Nor does one that was hours on its way.
        Measure(_hour, answered: 0);
        Assert.Equal(before + _second + _hour, _time.GetUtcNow());
    }

    [Fact]
    public void Time_ThatIsBehind_IsSetRightAtOnce()
    {
        Measure(TimeSpan.Zero);
        _database += _hour;
        Measure(TimeSpan.Zero);
        Assert.Equal(_database, _time.GetUtcNow());
    }

    [Fact]
    public void Time_ThatIsAhead_NeverGoesBackAndIsCaughtUp()
    {
        Measure(TimeSpan.Zero);
        var last = _time.GetUtcNow();
        _database -= TimeSpan.FromSeconds(20);
        Measure(TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(20), _time.ProductAhead);
        Assert.Throws<InvalidOperationException>(() => ClockWatch.Describe(_time));
        for (var n = 0; n < 60; n++)
        {
            Pass(_second);
            if (n % 7 == 0) Measure(TimeSpan.Zero);
            Assert.InRange(_time.GetUtcNow() - last, _second / 2, _second);
            last = _time.GetUtcNow();
        }

        Assert.Equal(_database, last);
        Assert.Equal(TimeSpan.Zero, _time.ProductAhead);
    }

    [Theory]
    [InlineData(59, true, null)]
    [InlineData(-61, true, "61.0 s behind")]
    [InlineData(7200, true, "7200.0 s ahead of")]
    [InlineData(7200, false, null)]
    public void Fault_IsOfProductionAlone_AndSaysWhatToDo(int seconds, bool isProduction, string? said)
    {
        _machine.Offset = TimeSpan.FromSeconds(seconds);
        Measure(TimeSpan.Zero);
        var fault = ClockWatch.Fault(_time, isProduction);
        if (said is null) Assert.Null(fault);
        else Assert.Matches($"{said} the database's.*set this machine's clock", fault);
    }

    [Fact]
    public void Unmeasured_IsTheMachines()
    {
        _machine.Offset = _hour;
        Assert.Equal(_machine.GetUtcNow(), _time.GetUtcNow());
        Assert.False(_time.IsMeasured);
    }

    private void Measure(TimeSpan trip, double answered = 0.5)
    {
        var sent = _time.GetTimestamp();
        var utc = _database + (trip * answered);
        Pass(trip);
        _time.Take(utc, sent, _time.GetTimestamp());
    }

    private void Pass(TimeSpan by)
    {
        _machine.Inner.Advance(by);
        _database += by;
    }

    private sealed class Machine : TimeProvider
    {
        public ManualTime Inner { get; } = new();

        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => Inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Inner.GetUtcNow() + Offset;

        public override long GetTimestamp() => Inner.GetTimestamp();
    }
}
