using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Search;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.LocalPostgres;

namespace WhatsAppBots.Benchmarks;

/// <summary>
/// Lists of a million threads, and searching four million messages, as an owner and as somebody who sees one of ten numbers.
/// </summary>
internal static class DeskBench
{
    private const int Threads = 1_000_000;
    private const int Messages = 4;
    private const int Calls = 60;
    private const double ListLimit = 300;
    private const double SearchLimit = 800;

    // Each message has words that many have, some that a hundredth have, and a number of its own.
    private const string FillSql =
        """
        insert into chat.people (id, workspace_id, name, phone) overriding system value
          select n, 1, 'Person ' || n, (500000000000 + n)::text from generate_series(1, @Threads) n;
        insert into chat.conversations (id, workspace_id, person_id, number_id, bot, state, data, last_inbound_at, handed_over)
          overriding system value
          select n, 1, n, '10' || n % 10, 'echo', 'Echoing', '{}', now(), n % 20 = 0 from generate_series(1, @Threads) n;
        create temporary table words (place int primary key, word text);
        insert into words select n, 'word' || n from generate_series(0, 999) n;
        insert into chat.messages (id, stored_at, workspace_id, conversation_id, direction, type, summary, provider_id, at, body)
          overriding system value
          select n, now(), 1, 1 + (n * 7919::bigint) % @Threads, case when n / @Threads % 2 = 0 then 'in' else 'out' end, 'text',
                 'hello I would like to know about my order ' || a.word || ' ' || b.word || ' ' || n, 'wamid.' || n, now(), '{"is":"text"}'
          from generate_series(1, @Threads * @Messages) n
          join words a on a.place = n % 1000 join words b on b.place = n / 1000 % 1000;
        insert into desk.threads (conversation_id, workspace_id, number_id, bot, status, handed_over, handed_over_at, handed_over_reason,
          crisis_at, assignee, last_id, last_at, last_text, last_from, last_in_id, last_in_at, waiting_id, waiting_since)
          select c.id, 1, c.number_id, 'echo', case when c.id % 3 = 0 then 'resolved' when c.handed_over then 'open' else 'pending' end,
                 c.handed_over, case when c.handed_over then now() end, case when c.handed_over then 'asked' end,
                 case when c.id % 5000 = 0 then now() end,
                 case when c.id % 100 = 0 then 7 end, m.last_id, now(), 'the last words', 'person',
                 m.last_in, now(), case when c.handed_over and c.id % 40 = 0 then m.last_in end,
                 case when c.handed_over and c.id % 40 = 0 then now() end
          from chat.conversations c
          join (select conversation_id, max(id) as last_id, max(id) filter (where direction = 'in') as last_in
                from chat.messages group by 1) m
            on m.conversation_id = c.id
          where m.last_in is not null;
        insert into desk.search (message_id, workspace_id, conversation_id, stored_at, words)
          select id, 1, conversation_id, stored_at, to_tsvector('simple', summary) || array_to_tsvector(array['#b' || id / 100000])
          from chat.messages;
        analyze chat.people; analyze chat.conversations; analyze chat.messages; analyze desk.threads; analyze desk.search;
        """;

    /// <returns>0 where both limits hold.</returns>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("desk-bench-");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, folder.UnixFileMode | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        }

        try
        {
            await using var server = await PostgresServer.StartAsync(
                new PostgresOptions { DataFolder = folder.FullName }, NullLogger.Instance, CancellationToken.None);
            await Migrator.RunAsync(server.ConnectionString, NullLogger.Instance, CancellationToken.None);
            await using var database = new Database(server.ConnectionString);
            await new Partitions(database, new RetentionOptions(), TimeProvider.System).EnsureAsync(CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            await FillAsync(server.ConnectionString);
            Console.WriteLine(
                $"{Threads:N0} threads, {Threads * Messages:N0} messages made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
            var slow = 0;
            foreach (var (name, numbers) in new (string, string[]?)[] { ("all numbers", null), ("one number", ["103"]) })
            {
                Console.WriteLine($"\n{name,-34}{"p50",10}{"p95",10}{"worst",10}  ms");
                slow += await MeasureAsync(new Workspace(database, new WorkspaceView(1, 7, numbers)));
            }

            Console.WriteLine(slow == 0 ? "\nEach is within its limit." : $"\n{slow} are slower than their limit.");
            return slow == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(Workspace workspace)
    {
        var (threads, search) = (new ThreadQueries(workspace, TimeProvider.System), new MessageSearch(workspace));
        var slow = 0;
        foreach (var view in ThreadFilter.Views)
        {
            slow += await TimeAsync($"list {view}", ListLimit, n => threads.ListAsync(
                new ThreadFilter(view, null, null, null), 7, Page(n), CancellationToken.None));
        }

        foreach (var status in ThreadFilter.Statuses)
        {
            slow += await TimeAsync($"list {status}", ListLimit, n => threads.ListAsync(
                new ThreadFilter("all", status, null, null), 7, Page(n), CancellationToken.None));
        }

        slow += await TimeAsync("list of a number and a bot", ListLimit, n => threads.ListAsync(
            new ThreadFilter("all", null, "103", "echo"), 7, Page(n), CancellationToken.None));
        slow += await TimeAsync("counts", ListLimit, _ => threads.CountAsync(7, CancellationToken.None));
        foreach (var (name, text) in new (string, Func<int, string>)[]
        {
            ("search a word that all have", _ => "hello"), ("search one in a thousand", n => $"word{n}"),
            ("search one of all", n => $"{1_234_567 + n}"), ("search three words", n => $"order word{n} about"),
            ("search a beginning", _ => "wor"), ("search what nobody wrote", n => $"nowhere{n}"),
            ("search a common and a missing word", n => $"hello nowhere{n}"), ("search two rare words", n => $"word{n} word{n + 1}"),
        })
        {
            slow += await TimeAsync(name, SearchLimit, n => search.FindAsync(text(n), Page(n), CancellationToken.None));
        }

        return slow;

        // Every other call is for a page far down.
        static PageRequest Page(int n) => new(n % 2 == 0 ? null : Threads * Messages / 2, 50);
    }

    private static async Task<int> TimeAsync<T>(string name, double limit, Func<int, Task<T>> call)
    {
        var times = new Latencies();
        await call(0);
        for (var n = 0; n < Calls; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await call(n);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        var isSlow = times.At(0.95) > limit;
        Console.WriteLine($"{name,-34}{times.At(0.5),10:0.0}{times.At(0.95),10:0.0}{times.At(1),10:0.0}{(isSlow ? "  too slow" : "")}");
        return isSlow ? 1 : 0;
    }

    private static async Task FillAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await connection.ExecuteAsync("set statement_timeout = 0; set synchronous_commit = off; set maintenance_work_mem = '512MB'");
        foreach (var statement in FillSql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await connection.ExecuteAsync(statement, new { Threads, Messages }, commandTimeout: 0);
        }

        await connection.ExecuteAsync("vacuum desk.search", commandTimeout: 0);
        await connection.ExecuteAsync("vacuum desk.threads", commandTimeout: 0);
    }
}
