using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using WhatsAppBots.Standalone;
using WhatsAppBots.Testing;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>The whole product with its stand-ins, reached over HTTP alone, on a database of its own.</summary>
public class Site : IAsyncLifetime
{
    public const string Hub = "100000000000001";
    public const string Echo = "100000000000002";
    public const string Portraits = "100000000000003";
    public const string Habits = "100000000000004";
    public const string Key = "test-key";
    protected const string Secret = "test-secret";
    public const string VerifyToken = "test-verify";

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    // A busy machine is slow; a wait ends at once when what it waits for is so.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-site-");
    private StandaloneHost? _host;
    private string? _elsewhere;

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>What the host prints when it has started.</summary>
    public string Welcome => _host!.Welcome();

    public IServiceProvider Services => _host!.App.Services;

    public string Url { get; private set; } = "";

    public string SimulatorUrl { get; private set; } = "";

    /// <summary>Key of the API that may do what keys may.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>Files of the media store.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!)];

    /// <summary>Settings besides the usual ones.</summary>
    protected virtual IEnumerable<string> Settings => [];

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        (Url, SimulatorUrl) = ($"http://127.0.0.1:{FreePort()}", $"http://127.0.0.1:{FreePort()}");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Stops the host and starts it again where it was. The phone forgets its chats.</summary>
    public async Task RestartAsync()
    {
        await _host!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Stops the host and starts it on another database. The phone forgets its chats.</summary>
    public async Task MoveAsync(string connectionString)
    {
        _elsewhere = connectionString;
        await RestartAsync();
    }

    private string ConnectionString => _elsewhere ?? Database.ConnectionString;

    private async Task StartAsync()
    {
        _host = await StandaloneHost.StartAsync(
        [
            $"--DATABASE_URL={ConnectionString}", $"--ASPNETCORE_URLS={Url}", $"--SIMULATOR_URL={SimulatorUrl}",
            $"--DATA_FOLDER={_folder.FullName}", $"--FUNCTION_KEY={Key}", $"--WHATSAPP_APP_SECRET={Secret}",
            $"--WHATSAPP_VERIFY_TOKEN={VerifyToken}", $"--WHATSAPP_NUMBERS={Hub}=hub,{Echo}=echo,{Portraits}=portraits,{Habits}=habits",
            "--ENVIRONMENT=development", "--LOG_LEVEL=Warning", "--KEY_CALLS_A_MINUTE=100000", .. Settings,
        ]);
        ApiKey = await ApiKeys.MakeAsync(ConnectionString);
    }

    /// <summary>Posts a webhook.</summary>
    /// <param name="signature">Null: the right one; empty: none.</param>
    public async Task<HttpStatusCode> PostAsync(byte[] body, string? signature = null, string path = "/webhook/whatsapp")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + path) { Content = new ByteArrayContent(body) };
        signature ??= "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        if (signature.Length > 0) request.Headers.Add("X-Hub-Signature-256", signature);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public Task<HttpStatusCode> PostAsync(JsonNode body) => PostAsync(Encoding.UTF8.GetBytes(body.ToJsonString()));

    /// <summary>Posts nothing but an address.</summary>
    public async Task<HttpStatusCode> PostAsync(string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + path);
        Bring(request, path, key);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? key = Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url + path);
        Bring(request, path, key);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>GET of the API; the items of the answer.</summary>
    public async Task<JsonArray> ItemsAsync(string path)
    {
        var (status, body) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(body)!["items"]!.AsArray();
    }

    /// <summary>The conversation of a person; null where there is none.</summary>
    public async Task<JsonNode?> ConversationAsync(string phone, string number = Echo) =>
        (await ItemsAsync("/api/conversations?size=200")).FirstOrDefault(item =>
            item!["person"]!["phone"]?.ToString() == phone && item["number"]!.ToString() == number);

    /// <summary>What was said in a person's conversation, both ways.</summary>
    public async Task<List<JsonNode>> MessagesAsync(string phone, string number = Echo) =>
        await ConversationAsync(phone, number) is { } conversation
            ? [.. (await ItemsAsync($"/api/conversations/{conversation["id"]}/messages?size=200")).Select(item => item!)]
            : [];

    /// <summary>The person does something on the phone.</summary>
    public async Task<string> DoAsync(string phone, string type, JsonObject content, string number = Echo)
    {
        using var response = await SimulateAsync("/sim/messages", new JsonObject
        {
            ["number"] = number, ["type"] = type, [type] = content, ["from"] = new JsonObject { ["waId"] = phone, ["name"] = "Ann" },
        });
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString();
    }

    public Task<string> SayAsync(string phone, string text, string number = Echo) =>
        DoAsync(phone, "text", new JsonObject { ["body"] = text }, number);

    public async Task<HttpResponseMessage> SimulateAsync(string path, JsonObject body)
    {
        var response = await _http.PostAsync(SimulatorUrl + path, JsonContent.Create(body));
        response.EnsureSuccessStatusCode();
        return response;
    }

    /// <summary>A file on the person's phone.</summary>
    public async Task<string> FileAsync(byte[] content, string type)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new(type);
        using var form = new MultipartFormDataContent { { file, "file", "photo" } };
        using var response = await _http.PostAsync(SimulatorUrl + "/sim/media", form);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString();
    }

    /// <summary>Bubbles of a person's chat on the phone that the business sent.</summary>
    public async Task<List<JsonNode>> BubblesAsync(string phone, string number = Echo) =>
        [.. (await _http.GetFromJsonAsync<JsonArray>($"{SimulatorUrl}/sim/chats/{number}?from={phone}"))!
            .Where(bubble => bubble!["direction"]!.ToString() == "in").Select(bubble => bubble!)];

    public async Task<List<string>> TextsAsync(string phone, string number = Echo) =>
        [.. (await BubblesAsync(phone, number)).Select(bubble => bubble["body"]!["body"]?.ToString() ?? "")];

    /// <summary>What a stand-in says of itself: /sim/astria, /sim/payments.</summary>
    public async Task<JsonObject> StandInAsync(string path) => (await _http.GetFromJsonAsync<JsonObject>(SimulatorUrl + path))!;

    public async Task<JsonArray> TunesAsync() => (await StandInAsync("/sim/astria"))["tunes"]!.AsArray();

    public async Task ResetAsync(string path)
    {
        using var response = await _http.DeleteAsync(SimulatorUrl + path);
        response.EnsureSuccessStatusCode();
    }

    public Task<byte[]> DownloadAsync(string path) => _http.GetByteArrayAsync(SimulatorUrl + path);

    public async Task<List<T>> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        return (await connection.QueryAsync<T>(sql)).ToList();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.ExecuteAsync(sql);
    }

    public async Task<long> CountAsync(string from) => (await QueryAsync<long>($"select count(*) from {from}"))[0];

    /// <summary>Waits until what is asked for is so; says what it was last if it never is.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        var until = Environment.TickCount64 + (long)_patience.TotalMilliseconds;
        while (true)
        {
            var last = await ask();
            if (isSo(last)) return last;
            if (Environment.TickCount64 > until) Assert.Fail($"After {_patience.TotalSeconds} s it was still: {Show(last)}");
            await Task.Delay(30);
        }
    }

    // The API takes keys of its own; FUNCTION_KEY is for machines' routes.
    private void Bring(HttpRequestMessage request, string path, string? key)
    {
        if (key is null) return;
        if (path.StartsWith("/api/", StringComparison.Ordinal)) request.Headers.Authorization = new("Bearer", key == Key ? ApiKey : key);
        else request.Headers.Add("x-functions-key", key);
    }

    private static string Show(object? value) => value switch
    {
        IEnumerable<string> texts => string.Join(" | ", texts),
        IEnumerable<JsonNode> nodes => string.Join("\n", nodes.Select(node => node.ToJsonString())),
        _ => value?.ToString() ?? "nothing",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
