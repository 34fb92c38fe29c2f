using System.Globalization;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Benchmarks;

/// <summary>All rows of the table, in one run on one machine. Names on the command line choose rows.</summary>
internal static class Suite
{
    private static readonly TimeSpan _warm = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan _measure = TimeSpan.FromSeconds(12);

    private static readonly (string Name, Func<Bench, Task<Row>> Run)[] _rows =
    [
        ("ceiling", async bench =>
        {
            await bench.StartBareAsync();
            return await ClosedAsync(bench, 50, warm: true);
        }),
        ("fresh-50", async bench =>
        {
            await bench.StartHostAsync();
            return await ClosedAsync(bench, 50, warm: false);
        }),
        ("fresh-500", async bench =>
        {
            await bench.StartHostAsync();
            return await ClosedAsync(bench, 500, warm: false);
        }),
        ("closed-50", bench => WithHostAsync(bench, () => ClosedAsync(bench, 50, warm: true))),
        ("closed-500", bench => WithHostAsync(bench, () => ClosedAsync(bench, 500, warm: true))),
        ("open-80", bench => WithHostAsync(bench, () => OpenAsync(bench, 80))),
        ("open-300", bench => WithHostAsync(bench, () => OpenAsync(bench, 300))),
        ("open-2500", bench => WithHostAsync(bench, () => OpenAsync(bench, 2500))),
        ("graph-100ms", bench => WithHostAsync(bench, async () =>
        {
            await bench.Load.ClosedAsync(bench.Load.Crowd(50), _warm);
            bench.Graph.Delay = TimeSpan.FromMilliseconds(100);
            try
            {
                return await ClosedAsync(bench, 50, warm: false);
            }
            finally
            {
                bench.Graph.Delay = TimeSpan.Zero;
            }
        })),
        ("batch-1000", bench => WithHostAsync(bench, async () =>
        {
            await bench.Load.ClosedAsync(bench.Load.Crowd(50), TimeSpan.FromSeconds(3));
            return await MeasureAsync(bench, () => bench.Load.BatchAsync(bench.Load.Crowd(100), 1000));
        })),
        ("statuses", bench => WithHostAsync(bench, () => StatusesAsync(bench))),
        ("flood-300", bench => WithHostAsync(bench, () => FloodAsync(bench))),
        ("long-texts", bench => WithHostAsync(bench, () => LongTextsAsync(bench))),
        ("large-body", bench => WithHostAsync(bench, () => LargeBodyAsync(bench))),
        ("snapshot", bench => WithHostAsync(bench, () => SnapshotAsync(bench))),
        ("reads-50", async bench =>
        {
            await bench.ExecuteAsync(LedgerHost.TableSql);
            await bench.StartHostAsync(withLedger: true);
            return await ReadsAsync(bench);
        }),
        ("paced", async bench =>
        {
            await bench.StartHostAsync(paced: true);
            return await ClosedAsync(bench, 500, warm: false);
        }),
        ("sustained", bench => WithHostAsync(bench, () =>
            MeasureAsync(bench, () => bench.Load.ClosedAsync(bench.Load.Crowd(50), TimeSpan.FromMinutes(10), most: 300_000)))),
        ("large-50", async bench =>
        {
            await bench.ExecuteAsync(LargeDatabase.Fill);
            await bench.StartHostAsync();
            return await ClosedAsync(bench, 50, warm: true);
        }),
    ];

    public static async Task<int> RunAsync(string[] names)
    {
        var unknown = names.Except(_rows.Select(row => row.Name)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine($"There is no row {string.Join(", ", unknown)}; there are {string.Join(", ", _rows.Select(row => row.Name))}.");
            return 2;
        }

        await using var bench = await Bench.StartAsync();
        var pgbench = names.Length == 0 || names.Contains("ceiling") ? await bench.PgbenchAsync(TimeSpan.FromSeconds(10)) : null;
        if (pgbench is { } rate) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pgbench, one transaction a message, 50 clients: {rate:0}/s"));
        Console.WriteLine(Row.Header);
        double? ceiling = null;
        var broken = 0;
        foreach (var (name, run) in _rows.Where(row => names.Length == 0 || names.Contains(row.Name)))
        {
            try
            {
                var row = await run(bench);
                if (name == "ceiling") ceiling = row.Measured.PerSecond;
                Console.WriteLine(row.Show(name, ceiling, pgbench));
            }
            catch (Exception e) when (e is BrokenPromiseException or TimeoutException)
            {
                broken++;
                Console.WriteLine($"{name,-12} FAILED: {e.Message}");
                foreach (var line in bench.Host.Log.TakeLast(10)) Console.WriteLine("    " + line);
            }
        }

        return broken == 0 ? 0 : 1;
    }

    private static async Task<Row> WithHostAsync(Bench bench, Func<Task<Row>> run)
    {
        await bench.StartHostAsync();
        return await run();
    }

    private static async Task<Row> ClosedAsync(Bench bench, int people, bool warm)
    {
        if (warm) await bench.Load.ClosedAsync(bench.Load.Crowd(people), _warm);
        var crowd = bench.Load.Crowd(people);
        return await MeasureAsync(bench, () => bench.Load.ClosedAsync(crowd, _measure));
    }

    private static async Task<Row> OpenAsync(Bench bench, double perSecond)
    {
        var crowd = await KnownAsync(bench, 2000);
        return await MeasureAsync(bench, () => bench.Load.OpenAsync(crowd, perSecond, _measure));
    }

    // One person writes 500 messages a second, 25 to a webhook, while a thousand others chat.
    private static async Task<Row> FloodAsync(Bench bench)
    {
        var crowd = await KnownAsync(bench, 1001);
        var (flooding, others) = crowd.TakeOne();
        var calm = await bench.Load.OpenAsync(others, 300, _measure);
        using var stop = new CancellationTokenSource();
        var flood = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await bench.Webhooks.DeliverAsync(MetaWebhooks.Body(Enumerable.Range(0, 25).Select(_ => flooding.Next())));
                await Task.Delay(50);
            }
        });
        var row = await MeasureAsync(bench, () => bench.Load.OpenAsync(others, 300, _measure));
        await stop.CancelAsync();
        await flood;
        await flooding.WhenAnswered(flooding.Written).WaitAsync(TimeSpan.FromMinutes(2));
        var ratio = row.Measured.Reply.At(0.99) / calm.Reply.At(0.99);
        return row with { Note = string.Create(CultureInfo.InvariantCulture, $"p99 {ratio:0.00} of {calm.Reply.At(0.99):0.0} ms without the flood") };
    }

    // Ten people with twenty texts of 4,096 characters each and one with forty of 65,000 write to Habits at once, while a thousand others chat.
    // The limit: whoever else writes is answered within a second, 99 of 100 times, and no webhook is told to come again.
    private static async Task<Row> LongTextsAsync(Bench bench)
    {
        var crowd = await KnownAsync(bench, 1000);
        var refused = 0;
        var attack = Task.WhenAll(LongTexts.Bodies(Bench.HabitsNumber, $"{Environment.ProcessId}").Select(async body =>
        {
            while (await bench.Webhooks.PostAsync(body) != System.Net.HttpStatusCode.OK) Interlocked.Increment(ref refused);
        }));
        var row = await MeasureAsync(bench, () => bench.Load.OpenAsync(crowd, 80, _measure));
        await attack;
        return row with { Note = string.Create(CultureInfo.InvariantCulture, $"{refused} webhooks refused; the limit is p99 1000 ms and none") };
    }

    // One webhook of 60,000 unknown changes after another, while a thousand people chat. The limit: as with long texts.
    private static async Task<Row> LargeBodyAsync(Bench bench)
    {
        var crowd = await KnownAsync(bench, 1000);
        var (bodies, refused, isOver) = (0, 0, false);
        var attack = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var body = LargeWebhooks.Body(Bench.HabitsNumber, "updates", 60_000, $"{Environment.ProcessId}.{++bodies}.");
                while (await bench.Webhooks.PostAsync(body) != System.Net.HttpStatusCode.OK) refused++;
            }
        });
        var row = await MeasureAsync(bench, () => bench.Load.OpenAsync(crowd, 80, _measure));
        Volatile.Write(ref isOver, true);
        await attack;
        return row with { Note = string.Create(CultureInfo.InvariantCulture, $"{bodies} bodies of 60,000 changes, told to come again {refused} times; the limit is p99 1000 ms") };
    }

    // Somebody keeps a transaction open elsewhere in the database: what is deleted and updated cannot be cleaned up.
    private static async Task<Row> SnapshotAsync(Bench bench)
    {
        var howLong = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("BENCH_SNAPSHOT") ?? "60", CultureInfo.InvariantCulture));
        var crowd = bench.Load.Crowd(500);
        await bench.Load.ClosedAsync(crowd, _warm);
        var before = await bench.Load.ClosedAsync(crowd, _measure);
        await using var open = await bench.OpenSnapshotAsync();
        await bench.Load.ClosedAsync(crowd, howLong - _measure);
        var row = await MeasureAsync(bench, () => bench.Load.ClosedAsync(crowd, _measure));
        var ratio = row.Measured.PerSecond / before.PerSecond;
        return row with { Note = string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} of {before.PerSecond:0}/s before, after {howLong.TotalSeconds:0} s") };
    }

    // A bot that reads its table in each batch, beside Echo on the same host; in turns, so that both meet the same machine. The limit is
    // 0.85.
    private static async Task<Row> ReadsAsync(Bench bench)
    {
        double[] rates = [0, 0];
        Row? row = null;
        for (var turn = 0; turn < 6; turn++)
        {
            var crowd = bench.Load.Crowd(50, turn % 2 == 0 ? null : LedgerHost.Number);
            if (turn < 2)
            {
                await bench.Load.ClosedAsync(crowd, _warm);
                continue;
            }

            row = await MeasureAsync(bench, () => bench.Load.ClosedAsync(crowd, _measure));
            rates[turn % 2] += row.Measured.PerSecond;
        }

        return row! with
        {
            Note = string.Create(CultureInfo.InvariantCulture,
            $"{rates[1] / rates[0]:0.00} of Echo's {rates[0] / 2:0}/s beside it; the limit is 0.85")
        };
    }

    // Nobody is a stranger: each has written once.
    private static async Task<Crowd> KnownAsync(Bench bench, int people)
    {
        await bench.Load.ClosedAsync(bench.Load.Crowd(50), _warm);
        var crowd = bench.Load.Crowd(people);
        await bench.Load.OpenAsync(crowd, 500, TimeSpan.FromSeconds(people / 500.0));
        return crowd;
    }

    // As in life: sent, delivered and read come back for each reply, each by a webhook of its own.
    private static async Task<Row> StatusesAsync(Bench bench)
    {
        await TalkAsync(_warm);
        return await MeasureAsync(bench, () => TalkAsync(_measure));

        async Task<Measured> TalkAsync(TimeSpan howLong)
        {
            var crowd = bench.Load.Crowd(50);
            var told = new List<Task>();
            bench.Graph.OnAccepted = message =>
            {
                crowd.Receive(message);
                lock (told) told.Add(TellAsync(bench.Webhooks, message));
            };
            var measured = await bench.Load.ClosedAsync(crowd, howLong);
            Task[] rest;
            lock (told) rest = [.. told];
            await Task.WhenAll(rest);
            return measured;
        }
    }

    private static async Task TellAsync(MetaWebhooks webhooks, Accepted message)
    {
        await Task.Yield();
        foreach (var status in new[] { "sent", "delivered", "read" })
        {
            await webhooks.DeliverAsync(MetaWebhooks.Body(MetaWebhooks.Status(message, status)));
        }
    }

    private static async Task<Row> MeasureAsync(Bench bench, Func<Task<Measured>> run)
    {
        var before = await bench.CostsAsync();
        var measured = await run();
        return new Row(measured, await bench.CostsAsync() - before, bench.Host.Memory);
    }
}
