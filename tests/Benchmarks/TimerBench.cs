using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data;
using WhatsAppBots.LocalPostgres;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Benchmarks;

/// <summary>Reminders that all fall due in the same minute, and what the search for due ones costs among a million that are not.</summary>
internal static class TimerBench
{
    private const int Due = 10_000;
    private const int Later = 1_000_000;
    private const int Sweeps = 100;

    // As often as the host looks; Meta takes about so long.
    private static readonly TimeSpan _sweep = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _request = TimeSpan.FromMilliseconds(50);

    private const string PeopleSql =
        """
        insert into chat.people (id, workspace_id, name, phone) overriding system value
          select n, 1, 'Person ' || n, (500000000000 + n)::text from generate_series(1, @Due) n;
        insert into chat.conversations (id, workspace_id, person_id, number_id, bot, state, data, last_inbound_at) overriding system value
          select n, 1, n, '1000', 'test', 'counting', '1', now() from generate_series(1, @Due) n;
        insert into chat.open_conversations (person_id, number_id, workspace_id, conversation_id)
          select n, '1000', 1, n from generate_series(1, @Due) n;
        analyze chat.people; analyze chat.conversations;
        """;

    private const string TimersSql =
        """
        insert into chat.timers (workspace_id, conversation_id, name, due_at)
        select 1, n, @name, @at + n * @apart from generate_series(1, @count) n
        """;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("timer-bench-");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, folder.UnixFileMode | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        try
        {
            await using var server = await PostgresServer.StartAsync(new PostgresOptions { DataFolder = folder.FullName }, NullLogger.Instance, CancellationToken.None);
            foreach (var hosts in new[] { 1, 2 }) await RemindAsync(await DatabaseAsync(server, $"remind{hosts}"), hosts);
            await SweepAsync(await DatabaseAsync(server, "sweep"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RemindAsync(string database, int count)
    {
        await ExecuteAsync(database, PeopleSql, new { Due });
        var (bot, channel) = (new CountingBot(), new FakeChannel());
        var (handled, sent, times) = (new Latencies(), new Latencies(), new ConcurrentDictionary<string, int>());
        var at = DateTimeOffset.MaxValue;
        bot.Before = (_, input) => handled.Add(input is TimerInput ? Now() - at : TimeSpan.MaxValue);
        channel.Answer = async message =>
        {
            await Task.Delay(_request);
            sent.Add(Now() - at);
            times.AddOrUpdate(message.Recipient.Phone!, 1, (_, known) => known + 1);
            return null;
        };
        var hosts = new List<EngineHost>();
        try
        {
            for (var n = 0; n < count; n++) hosts.Add(await EngineHost.StartAsync(database, bot, channel));

            // The same on a few first: no process meets its first minute cold.
            at = Now();
            await ExecuteAsync(database, TimersSql, new { name = "warm", at = at.UtcDateTime, apart = TimeSpan.Zero, count = 500 });
            await Task.WhenAll(hosts.Select(FireAsync));
            await UntilAsync(() => sent.Count == 500);
            (handled, sent) = (new Latencies(), new Latencies());
            times.Clear();

            at = new DateTimeOffset((Now().Ticks / _sweep.Ticks * _sweep.Ticks) + (4 * _sweep.Ticks), TimeSpan.Zero);
            await ExecuteAsync(database, TimersSql, new { name = "reminder", at = at.UtcDateTime, apart = TimeSpan.Zero, count = Due });
            await ExecuteAsync(database, "analyze chat.timers");
            var fired = TimeSpan.Zero;
            for (var tick = at; sent.Count < Due && tick - at < TimeSpan.FromMinutes(2); tick += _sweep)
            {
                if (tick > Now()) await Task.Delay(tick - Now());
                if ((await Task.WhenAll(hosts.Select(FireAsync))).Sum() > 0) fired = Now() - at;
            }

            await Task.WhenAll(hosts.Select(host => host.IdleAsync()));
            Console.WriteLine(Invariant(
                $"{Due:N0} reminders of one minute, {count} host(s), {_request.TotalMilliseconds} ms a request: all fired after {fired.TotalSeconds:0.00} s"));
            Console.WriteLine(Invariant($"  handled  p50 {handled.At(0.5) / 1000:0.00} s  p99 {handled.At(0.99) / 1000:0.00} s  max {handled.At(1) / 1000:0.00} s"));
            Console.WriteLine(Invariant($"  sent     p50 {sent.At(0.5) / 1000:0.00} s  p99 {sent.At(0.99) / 1000:0.00} s  max {sent.At(1) / 1000:0.00} s"));
            Console.WriteLine(Invariant($"  {times.Count:N0} people, {times.Values.Count(known => known != 1)} of them not exactly once"));
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }

        static Task<int> FireAsync(EngineHost host) => host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
    }

    // The rows that a sweep fired are put back between two of them, unmeasured.
    private static async Task SweepAsync(string database)
    {
        await ExecuteAsync(database, PeopleSql, new { Due });
        await using var connections = new Database(database);
        var timers = new DueTimers(connections, TimeProvider.System, new NoBell());
        var alone = new Dictionary<int, double>();
        foreach (var due in new[] { 0, 100 }) alone[due] = await MedianAsync(due);
        await ExecuteAsync(
            database, TimersSql,
            new { name = "later", at = Now().AddDays(1).UtcDateTime, apart = TimeSpan.FromMilliseconds(500), count = Later });
        await ExecuteAsync(database, "analyze chat.timers");
        foreach (var due in new[] { 0, 100 })
        {
            var among = await MedianAsync(due);
            Console.WriteLine(Invariant(
                $"a sweep with {due} due: {alone[due]:0.00} ms with no other timer, {among:0.00} ms with {Later:N0} later ones: {among / alone[due]:0.00} ×"));
        }

        async Task<double> MedianAsync(int due)
        {
            var took = new Latencies();
            if (due > 0) await ExecuteAsync(database, TimersSql, new { name = "due", at = Now().AddHours(-1).UtcDateTime, apart = TimeSpan.Zero, count = due });
            for (var n = 0; n < Sweeps; n++)
            {
                var began = Stopwatch.GetTimestamp();
                var fired = await timers.FireAsync(CancellationToken.None);
                took.Add(Stopwatch.GetElapsedTime(began));
                if (fired != due) throw new InvalidOperationException($"{fired} fired of {due}.");
                if (due > 0) await ExecuteAsync(database, "update chat.timers set fired = false where fired; delete from chat.inbox", null);
            }

            await ExecuteAsync(database, "delete from chat.timers where name = 'due'; vacuum chat.timers", null);
            return took.At(0.5);
        }
    }

    private static async Task<string> DatabaseAsync(PostgresServer server, string name)
    {
        await ExecuteAsync(server.ServerConnectionString, $"create database {name}");
        var database = new NpgsqlConnectionStringBuilder(server.ServerConnectionString) { Database = name }.ConnectionString;
        await Migrator.RunAsync(database, NullLogger.Instance, CancellationToken.None);
        await using var connections = new Database(database);
        await new Partitions(connections, new RetentionOptions(), TimeProvider.System).EnsureAsync(CancellationToken.None);
        return database;
    }

    // One at a time: a vacuum may be in no transaction.
    private static async Task ExecuteAsync(string database, string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database);
        foreach (var statement in sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await connection.ExecuteAsync(statement, parameters, commandTimeout: 300);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var n = 0; n < 1000 && !isSo(); n++) await Task.Delay(20);
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class NoBell : IBell
    {
        public ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
