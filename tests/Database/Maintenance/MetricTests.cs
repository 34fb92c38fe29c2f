using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Conversations;
using WhatsAppBots.Maintenance.Upkeep;

namespace WhatsAppBots.Database.Tests.Maintenance;

/// <summary>The measurements that alerts stand on.</summary>
public sealed class MetricTests : EngineTest
{
    // An amount nobody else would measure: other tests' instruments of the same name are heard too.
    private const int Amount = 4_711;

    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task InboxAge_IsThatOfTheOldestInput_AndIsToldOnlyWhileFresh()
    {
        await ExecuteAsync(
            $"""
            insert into chat.people (id, workspace_id, phone, created_at) overriding system value values (999, 1, '15550999', '{Ago(5000)}');
            insert into chat.conversations (id, workspace_id, person_id, number_id, created_at) overriding system value
              values (999, 1, 999, '1', '{Ago(5000)}');
            insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at) values
              (1, 999, 'old', '', '{Ago(Amount)}'), (1, 999, 'new', '', '{Ago(3)}'), (1, 998, 'of nobody any more', '', '{Ago(4000)}')
            """);
        var depths = new QueueDepths(_connections, Time);
        await depths.MeasureAsync(CancellationToken.None);
        Assert.Contains(Amount, Observe("inbox.age"));
        Assert.DoesNotContain(4000, Observe("inbox.age"));

        Time.Advance(TimeSpan.FromMinutes(3));
        Assert.DoesNotContain(Amount, Observe("inbox.age"));
    }

    [Fact]
    public async Task DeadLetters_CountUntilTheyAreReplayed()
    {
        await ExecuteAsync(
            $"""
            insert into events.dead_letters (workspace_id, source, cause, payload, error, attempts, died_at, replayed_at)
            select 1, 'event', n::text, '', '', 6, '{Ago(9)}', case when n > {Amount} then '{Ago(1)}'::timestamptz end
            from generate_series(1, {Amount + 5}) n
            """);
        await new QueueDepths(_connections, Time).MeasureAsync(CancellationToken.None);
        Assert.Contains(Amount, Observe("dead_letters.open"));
    }

    [Fact]
    public async Task LedgerFaults_AreCountedOnceAnHour()
    {
        var watch = new LedgerWatch(_connections, Time, NullLogger<LedgerWatch>.Instance);
        await watch.LookAsync(CancellationToken.None);
        Assert.Contains(0, Observe("ledger.faults"));

        // As somebody might who goes around the rules: each movement lacks one entry, and does not sum to zero.
        await ExecuteAsync(
            $"""
            alter table money.entries disable trigger all;
            insert into money.accounts (id, workspace_id, kind, currency, floored, created_at) overriding system value values (77, 1, 'revenue', 'EUR', false, '{Ago(1)}');
            insert into money.movements (id, workspace_id, key, reason, currency, at) overriding system value
              select 1000 + n, 1, 'k' || n, 'r', 'EUR', '{Ago(1)}' from generate_series(1, 237) n;
            insert into money.entries (movement_id, account_id, amount) select 1000 + n, 77, 100 from generate_series(1, 237) n;
            """);
        Time.Advance(TimeSpan.FromMinutes(59));
        await watch.LookAsync(CancellationToken.None);
        Assert.DoesNotContain(474, Observe("ledger.faults"));

        Time.Advance(TimeSpan.FromMinutes(1));
        await watch.LookAsync(CancellationToken.None);
        Assert.Contains(474, Observe("ledger.faults"));

        Time.Advance(TimeSpan.FromHours(2));
        Assert.DoesNotContain(474, Observe("ledger.faults"));
    }

    private string Ago(int seconds) => Time.GetUtcNow().AddSeconds(-seconds).ToString("O");

    private static ConcurrentBag<double> Observe(string name)
    {
        ConcurrentBag<double> found = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == name) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => found.Add(value));
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => found.Add(value));
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => found.Add(value));
        listener.Start();
        listener.RecordObservableInstruments();
        return found;
    }
}
