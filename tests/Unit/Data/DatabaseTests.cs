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
        // Counted apart: a pool asks in the background too.
        Assert.True(await AskedAsync("Host=127.0.0.1;Port=1;Database=bots;Username=app") > 0);
        Assert.Equal(0, await AskedAsync("Host=127.0.0.1;Port=1;Database=bots;Username=app;Password=own"));

        static async Task<int> AskedAsync(string url)
        {
            var asked = 0;
            await using var database = new Database(url, _ =>
            {
                Interlocked.Increment(ref asked);
                return new("token");
            });
            await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await database.General.OpenConnectionAsync());
            return asked;
        }
    }
}
