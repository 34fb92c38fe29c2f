using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Database.Tests.Data;

public sealed class PartitionTests : EngineTest
{
    private WhatsAppBots.Data.Database _connections = null!;
    private Partitions _partitions = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        _partitions = new Partitions(_connections, new RetentionOptions(), Time);
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Ensure_ByManyProcessesAtOnce_MakesEachOnce()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _partitions.EnsureAsync(CancellationToken.None)));
        Assert.Equal(await CountAsync("pg_class where relispartition and relkind = 'r' and relname ~ '_20[0-9]+$'"), made.Sum());
        Assert.Equal(0, await _partitions.EnsureAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Ensure_MakesWhatIsMissing_AndNothingTwice()
    {
        Assert.True(await _partitions.EnsureAsync(CancellationToken.None) > 10);
        Assert.Equal(0, await _partitions.EnsureAsync(CancellationToken.None));
        await Task.WhenAll(_partitions.EnsureAsync(CancellationToken.None), _partitions.EnsureAsync(CancellationToken.None));

        await Host.SayAsync("15550001", "hi");
        Assert.Equal(2, await CountAsync("chat.messages_202603"));
        Assert.Equal(1, await CountAsync("chat.seen_20260302"));
        Assert.Equal(0, await CountAsync("chat.messages_default"));
        Time.Advance(TimeSpan.FromDays(31));
        Assert.True(await _partitions.EnsureAsync(CancellationToken.None) > 0);
    }

    // Making partitions locks the table and then its default partition. The other order here would be a deadlock of the two.
    [Fact]
    public async Task Drop_ThatWaitsForTheTable_HoldsNothingThatMakingNeeds()
    {
        await _partitions.EnsureAsync(CancellationToken.None);
        Time.Advance(TimeSpan.FromDays(30));
        await using var reader = await _connections.General.OpenConnectionAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await reader.ExecuteAsync("lock table only chat.seen in access share mode");
        var dropping = _partitions.DropAsync(CancellationToken.None);
        while (await CountAsync("pg_locks where not granted and relation = 'chat.seen'::regclass") == 0) await Task.Delay(10);

        await reader.ExecuteAsync("lock table chat.seen_default in access exclusive mode nowait");
        await reading.RollbackAsync();
        Assert.True(await dropping > 0);
    }

    [Fact]
    public async Task Drop_TakesWhatWasKeptLongEnough_AndNoMore()
    {
        await _partitions.EnsureAsync(CancellationToken.None);
        await Host.SayAsync("15550001", "old");
        Time.Advance(TimeSpan.FromDays(8));
        await _partitions.DropAsync(CancellationToken.None);
        Assert.Equal(1, await CountAsync("chat.seen_20260302"));

        Time.Advance(TimeSpan.FromDays(2));
        await _partitions.EnsureAsync(CancellationToken.None);
        await _partitions.DropAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync("pg_class where relname = 'seen_20260302'"));
        Assert.Equal(2, await CountAsync("chat.messages"));

        Time.Advance(TimeSpan.FromDays(400));
        await _partitions.EnsureAsync(CancellationToken.None);
        await _partitions.DropAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync("chat.messages"));
        Assert.Equal(1, await CountAsync("chat.conversations"));
    }

    [Fact]
    public async Task Message_WithAnAbsurdTime_IsKeptOnceAllTheSame()
    {
        await _partitions.EnsureAsync(CancellationToken.None);
        var message = Host.Message("15550002", "from the future");
        message = message with { Message = message.Message with { At = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero) } };
        await Host.StoreAsync(message);
        await Host.StoreAsync(message);
        await Host.IdleAsync();
        Assert.Equal(["1:from the future"], Channel.TextsTo("15550002"));
        Assert.Equal(1, await CountAsync("chat.seen_default"));
        await _partitions.EnsureAsync(CancellationToken.None);
    }
}
