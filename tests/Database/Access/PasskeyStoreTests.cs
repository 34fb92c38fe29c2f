using WhatsAppBots.Access.Store;

namespace WhatsAppBots.Database.Tests.Access;

/// <summary>Challenges of passkeys.</summary>
public sealed class PasskeyStoreTests : EngineTest
{
    // Counted in windows of an hour: the end of one and the beginning of the next are the same five minutes.
    [Fact]
    public async Task Challenge_IsTakenOnce_AtTheTurnOfAnHourToo()
    {
        var now = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(now.UtcTicks % TimeSpan.TicksPerHour) - TimeSpan.FromSeconds(1));
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var throttle = new Throttle(connections, Time);
        var passkeys = new PasskeyStore(connections, new SessionStore(connections, Time), throttle, Time);
        Assert.True(await passkeys.TakeAsync("asked", CancellationToken.None));
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(await passkeys.TakeAsync("asked", CancellationToken.None));
        Assert.True(await passkeys.TakeAsync("another", CancellationToken.None));
    }
}
