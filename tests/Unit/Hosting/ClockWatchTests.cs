using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Unit.Tests.Hosting;

public sealed class ClockWatchTests
{
    [Fact]
    public async Task Start_GoesOn_WhileTheDatabaseIsAway()
    {
        var time = new DatabaseTime(TimeProvider.System);
        await using var database = new Database("Host=127.0.0.1;Port=9;Username=nobody;Password=none;Database=none;Timeout=2");
        using var watch = new ClockWatch(database, time, isProduction: true, NullLogger<ClockWatch>.Instance);

        await watch.StartingAsync(CancellationToken.None);
        await watch.LookAsync(CancellationToken.None);

        Assert.False(time.IsMeasured);
    }
}
