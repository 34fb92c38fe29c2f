using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Unit.Tests.Data;

public sealed class DatabaseTests
{
    [Theory]
    [InlineData("postgresql://app@server/bots?sslmode=VerifyFull&maximum_pool_size=20", 20, 4, 10)]
    [InlineData("postgresql://app@server/bots?maximum_pool_size=3", 3, 3, 3)]
    [InlineData("Host=server;Database=bots", 40, 4, 10)]
    public async Task Pools_AreNoLargerThanTheSettingSays(string url, int general, int writer, int admin)
    {
        await using var database = new Database(url);
        Assert.Equal(
            [general, writer, admin],
            new[] { database.General, database.Writer, database.Admin }.Select(source => new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize));
    }

    [Fact]
    public async Task Password_IsAskedFor_WhereTheSettingHasNone()
    {
        // A pool asks in the background: the pool with a password comes first and has had its time when the other pool asks.
        var askedWithPassword = 0;
        var asked = new TaskCompletionSource();
        await using var withPassword = Of("Host=127.0.0.1;Port=1;Database=bots;Username=app;Password=own", () => Interlocked.Increment(ref askedWithPassword));
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await withPassword.General.OpenConnectionAsync());
        await using var without = Of("Host=127.0.0.1;Port=1;Database=bots;Username=app", () => asked.TrySetResult());
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await without.General.OpenConnectionAsync());
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, askedWithPassword);

        Database Of(string url, Action ask) => new(url, _ =>
        {
            ask();
            return new("token");
        });
    }
}
