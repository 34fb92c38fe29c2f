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
        var asked = 0;
        await using var without = new Database("Host=127.0.0.1;Port=1;Database=bots;Username=app", Password);
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await without.General.OpenConnectionAsync());
        Assert.True(asked > 0);

        asked = 0;
        await using var with = new Database("Host=127.0.0.1;Port=1;Database=bots;Username=app;Password=own", Password);
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await with.General.OpenConnectionAsync());
        Assert.Equal(0, asked);

        ValueTask<string> Password(CancellationToken cancellationToken)
        {
            asked++;
            return new("token");
        }
    }
}
