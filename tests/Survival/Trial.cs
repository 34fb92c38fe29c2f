using System.Diagnostics;
using Dapper;
using Npgsql;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

/// <summary>A database, a Graph API, and hosts that are processes of their own and can be killed.</summary>
internal sealed class Trial : IAsyncDisposable
{
    public const string Number = "100000000000002";
    private const string Secret = "app-secret";

    /// <summary>The long form: SURVIVAL=long. The short one runs with every test run.</summary>
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("SURVIVAL") == "long";

    private readonly List<HostProcess> _hosts = [];
    private readonly List<MetaWebhooks> _webhooks = [];

    private readonly ITestOutputHelper _output;

    private Trial(ITestOutputHelper output, string database, TestDatabase? own, GraphStandIn graph) =>
        (_output, Database, Own, Graph) = (output, database, own, graph);

    public string Database { get; }

    private TestDatabase? Own { get; }

    public GraphStandIn Graph { get; }

    /// <summary>Statuses to be posted for each accepted message, after it; none at first.</summary>
    public IReadOnlyList<string> Statuses { get; set; } = [];

    /// <param name="output">Takes the report.</param>
    /// <param name="database">Instead of a fresh one of the test server.</param>
    public static async Task<Trial> StartAsync(ITestOutputHelper output, string? database = null)
    {
        var own = database is null ? await TestDatabase.CreateAsync() : null;
        return new Trial(output, database ?? own!.ConnectionString, own, await GraphStandIn.StartAsync());
    }

    public void Report(string line) => _output.WriteLine(line);

    /// <summary>Starts a host; with an address, where one was before.</summary>
    public async Task<HostProcess> HostAsync(string? url = null, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = Database, ["WHATSAPP_API_URL"] = Graph.Url, ["WHATSAPP_API_KEY"] = "token",
            ["WHATSAPP_APP_SECRET"] = Secret, ["WHATSAPP_NUMBERS"] = $"{Number}=echo", ["LOG_LEVEL"] = "Warning",
            ["WHATSAPP_RATE_PER_NUMBER"] = "off", ["WHATSAPP_RATE_PER_PAIR"] = "off", ["ENVIRONMENT"] = "development",
            ["SIMULATOR_URL"] = "http://127.0.0.1:0",
        };
        foreach (var (name, value) in settings) all[name] = value;
        var host = await HostProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Standalone.dll"), all, url);
        _hosts.Add(host);
        return host;
    }

    public MetaWebhooks Webhooks(params IEnumerable<HostProcess> hosts)
    {
        var webhooks = new MetaWebhooks(Secret, hosts.Select(host => host.Url));
        _webhooks.Add(webhooks);
        return webhooks;
    }

    /// <summary>People of this trial; replies find them.</summary>
    public Crowd Crowd(int count)
    {
        var crowd = new Crowd(Number, count, Guid.NewGuid().ToString("N")[..8]);
        Graph.OnAccepted += message =>
        {
            crowd.Receive(message);
            if (Statuses.Count > 0 && _webhooks.Count > 0) _ = TellAsync(message);
        };
        return crowd;
    }

    /// <summary>Everyone in the crowd writes, waits for the answer, and writes again, until the time is up.</summary>
    /// <param name="answered">Told how long each answer took, from the moment its message was taken.</param>
    public static async Task TalkAsync(
        Crowd crowd, MetaWebhooks webhooks, Func<bool> goesOn, TimeSpan patience, Action<Person, TimeSpan>? answered = null) =>
        await Task.WhenAll(crowd.People.Select(async person =>
        {
            while (goesOn())
            {
                var (taken, replied) = await person.ExchangeAsync(webhooks, patience);
                answered?.Invoke(person, replied - taken);
            }
        }));

    public async Task<List<T>> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        return (await connection.QueryAsync<T>(sql)).ToList();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.ExecuteAsync(sql);
    }

    public async Task<long> CountAsync(string from) => (await QueryAsync<long>($"select count(*) from {from}"))[0];

    /// <summary>Waits until nothing is left to do.</summary>
    public async Task SettleAsync(int seconds = 60)
    {
        var clock = Stopwatch.StartNew();
        while (await CountAsync("chat.inbox") + await CountAsync("chat.outbox") > 0)
        {
            if (clock.Elapsed.TotalSeconds > seconds)
            {
                Assert.Fail($"After {seconds} s {await CountAsync("chat.inbox")} inputs and {await CountAsync("chat.outbox")} messages still wait.");
            }

            await Task.Delay(100);
        }
    }

    /// <summary>
    /// Checks every message: answered, in order, the counter and the history right, nothing dead, and no reply twice beyond
    /// what the rows themselves report as possibly doubled.
    /// </summary>
    /// <param name="apologies">People who were told, besides, that their message was given up.</param>
    /// <returns>Replies that arrived twice.</returns>
    public async Task<int> CheckAsync(Crowd crowd, int apologies = 0)
    {
        var verdict = crowd.Judge();
        var written = crowd.People.Sum(person => person.Written);
        _output.WriteLine($"{written} messages, {verdict.Lost} lost, {verdict.Disordered} out of order, {verdict.Doubled} replies twice"
            + $" ({await CountAsync("chat.statuses where status = 'possibly_doubled'")} reported as possibly doubled).");
        Assert.Equal(Verdict.Sound with { Doubled = verdict.Doubled }, verdict);
        var reported = await CountAsync("chat.statuses where status = 'possibly_doubled'");
        Assert.True(verdict.Doubled <= reported, $"{verdict.Doubled} replies came twice, {reported} were reported as possibly doubled.");

        Assert.Equal(0, await CountAsync("events.dead_letters where replays = 0"));
        Assert.Equal(written, await CountAsync("chat.messages where direction = 'in'"));
        Assert.Equal(written + apologies, await CountAsync("chat.messages where direction = 'out'"));
        Assert.Equal(written + apologies, await CountAsync("(select distinct message_id from chat.statuses where status = 'accepted') as accepted"));
        var counts = (await QueryAsync<(string Phone, int Count)>(
            "select p.phone, (c.data->>'Count')::int from chat.conversations c join chat.people p on p.id = c.person_id")).ToDictionary();
        foreach (var person in crowd.People.Where(person => person.Written > 0)) Assert.Equal(person.Written, counts[person.Phone]);
        return verdict.Doubled;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var webhooks in _webhooks) webhooks.Dispose();
        foreach (var host in _hosts) await host.DisposeAsync();
        await Graph.DisposeAsync();
        if (Own is not null) await Own.DisposeAsync();
    }

    private async Task TellAsync(Accepted message)
    {
        foreach (var status in Statuses) await _webhooks[^1].DeliverAsync(MetaWebhooks.Body(MetaWebhooks.Status(message, status)));
    }
}
