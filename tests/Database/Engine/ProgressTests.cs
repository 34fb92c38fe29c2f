using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>The engine's health: it is well while it gets on, however much waits.</summary>
public sealed class ProgressTests : EngineTest
{
    private EngineProgress Progress => Host.Services.GetRequiredService<EngineProgress>();

    [Fact]
    public async Task Input_ThatIsDueAndNotHandled_MakesTheEngineUnwellAfter30Seconds()
    {
        await Host.SayAsync("15550001", "hi");
        var id = (await QueryAsync<long>("select id from chat.conversations"))[0];
        Assert.Equal("the oldest input waits for 0 s", await CheckAsync());

        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("the oldest input waits for 0 s", await CheckAsync());

        await AddAsync(id, Time.GetUtcNow());
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("the oldest input waits for 29 s", await CheckAsync());
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("waits for 31 s", (await Assert.ThrowsAsync<InvalidOperationException>(CheckAsync)).Message, StringComparison.Ordinal);

        // Others are handled: it gets on.
        await Host.SayAsync("15550002", "hi");
        Assert.Equal("the oldest input waits for 31 s", await CheckAsync());
        await ExecuteAsync("delete from chat.inbox");
    }

    [Fact]
    public async Task Input_ThatIsNotDue_IsNobodysDelay()
    {
        await Host.SayAsync("15550001", "hi");
        var id = (await QueryAsync<long>("select id from chat.conversations"))[0];
        await AddAsync(id, Time.GetUtcNow());
        await ExecuteAsync("update chat.inbox set not_before = @at", new { at = Time.GetUtcNow().AddHours(2).UtcDateTime });
        await AddAsync(id, Time.GetUtcNow());
        await AddAsync(999, Time.GetUtcNow());
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("the oldest input waits for 0 s", await CheckAsync());
        await ExecuteAsync("delete from chat.inbox");
    }

    [Fact]
    public async Task Process_ThatCommitsNothing_IsUnwellThoughTheDatabaseAnswers()
    {
        await Host.SayAsync("15550001", "hi");
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("lock table chat.seen", connection, transaction)) await command.ExecuteNonQueryAsync();
        var stored = Host.StoreAsync(Host.Message("15550001", "again"));
        Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains("nothing was committed for 31 s", (await Assert.ThrowsAsync<InvalidOperationException>(CheckAsync)).Message, StringComparison.Ordinal);

        await transaction.RollbackAsync();
        await stored;
        await Host.IdleAsync();
        Assert.Equal("the oldest input waits for 0 s", await CheckAsync());
    }

    private Task<string> CheckAsync() => Progress.CheckAsync(CancellationToken.None);

    private Task AddAsync(long conversation, DateTimeOffset at) => ExecuteAsync(
        "insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at) values (1, @conversation, 'test:' || gen_random_uuid(), '{}', @at)",
        new { conversation, at = at.UtcDateTime });
}
