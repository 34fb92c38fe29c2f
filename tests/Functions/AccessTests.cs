using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Functions.Tests;

/// <summary>
/// People sign in to one instance of the Admin app and work at another: nothing of a session or of the live stream is an instance's own.
/// </summary>
[Collection(AzureSite.Collection)]
public sealed class AccessTests(AzureSite site)
{
    private const string Echo = "100000000000002";

    private static readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    [Fact]
    public async Task Session_AndLiveStream_GoOnAtAnotherInstance()
    {
        var first = site.Urls["Admin"];
        var (second, host) = await site.StartAnotherAsync("Admin");
        await using var running = host;
        var cookie = await SetUpAsync(first);

        // The other instance knows the session, and serves pages and files to anybody.
        using var me = await SendAsync(HttpMethod.Get, second + "/api/me", cookie);
        Assert.Equal("owner", (await me.Content.ReadFromJsonAsync<JsonObject>())!["role"]!.ToString());
        using var page = await _http.GetAsync(second + "/sign-in");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        using var script = await _http.GetAsync(second + "/docs/scalar.js");
        Assert.Equal((HttpStatusCode.OK, true), (script.StatusCode, (await script.Content.ReadAsByteArrayAsync()).Length > 100_000));

        // Somebody asks for people: the stream at the first instance tells of it.
        var person = new Customer(site.SimulatorUrl, Echo, "15558840001");
        long last;
        using (var stream = await OpenAsync(first, cookie, after: null))
        {
            await person.SayAsync("human");
            var changes = await stream.ReadAsync(change => change["kind"]!.ToString() == "thread", TimeSpan.FromSeconds(30));
            last = changes[^1].Seq;
        }

        // Cut off, while the person and the team write on; the other instance takes it up without a gap.
        await person.SayAsync("are you there");
        await person.SayAsync("hello?");
        var thread = await ThreadAsync(second, cookie, person.Phone);
        using var note = await SendAsync(HttpMethod.Post, $"{second}/api/threads/{thread}/notes", cookie, new { body = "calls back" });
        Assert.Equal(HttpStatusCode.Created, note.StatusCode);
        using (var stream = await OpenAsync(second, cookie, last))
        {
            HashSet<string> awaited = ["note", "thread"];
            var changes = await stream.ReadAsync(
                change => awaited.Remove(change["kind"]!.ToString()) && awaited.Count == 0, TimeSpan.FromSeconds(30));
            Assert.Equal(Enumerable.Range(1, changes.Count).Select(n => last + n), changes.Select(change => change.Seq));
        }

        // Who signs out at one is signed out at the other.
        using var leave = await SendAsync(HttpMethod.Post, first + "/api/auth/sign-out", cookie);
        Assert.Equal(HttpStatusCode.NoContent, leave.StatusCode);
        using var gone = await SendAsync(HttpMethod.Get, second + "/api/me", cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
    }

    private async Task<string> SetUpAsync(string url)
    {
        await using var database = new Data.Database(site.Database.ConnectionString);
        var link = await new OwnerTools(database, TimeProvider.System).SetupAsync(CancellationToken.None);
        var owner = new { token = link, email = "owner@bots.example", name = "Olga", password = "correct horse battery" };
        using var made = await SendAsync(HttpMethod.Post, url + "/api/auth/setup", null, owner);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        using var signedIn = await SendAsync(
            HttpMethod.Post, url + "/api/auth/sign-in", null, new { email = owner.email, password = owner.password });
        Assert.True(signedIn.IsSuccessStatusCode, await signedIn.Content.ReadAsStringAsync());
        return signedIn.Headers.GetValues("Set-Cookie").Select(each => each.Split(';')[0]).Single();
    }

    private static async Task<long> ThreadAsync(string url, string cookie, string phone)
    {
        using var answer = await SendAsync(HttpMethod.Get, url + "/api/threads?size=200", cookie);
        var items = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["items"]!.AsArray();
        return (long)items.Single(each => each!["person"]!["phone"]?.ToString() == phone)!["conversationId"]!;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, string? cookie, object? body = null)
    {
        var request = new HttpRequestMessage(method, url);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (body is not null) request.Content = JsonContent.Create(body);
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<Stream> OpenAsync(string url, string cookie, long? after)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url + "/api/live");
        request.Headers.Add("Cookie", cookie);
        if (after is { } last) request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return new Stream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    private sealed record Told(long Seq, string Kind);

    /// <summary>Live stream that is being read.</summary>
    private sealed class Stream(HttpResponseMessage answer, StreamReader reader) : IDisposable
    {
        /// <summary>Reads changes up to one that a test looks for.</summary>
        public async Task<List<Told>> ReadAsync(Predicate<JsonObject> isLast, TimeSpan within)
        {
            using var limit = new CancellationTokenSource(within);
            List<Told> told = [];
            while (true)
            {
                var line = await reader.ReadLineAsync(limit.Token) ?? throw new IOException("The stream has ended.");
                if (!line.StartsWith("data:", StringComparison.Ordinal)) continue;
                if (JsonNode.Parse(line["data:".Length..]) is not JsonObject change || !change.ContainsKey("kind")) continue;
                told.Add(new Told((long)change["seq"]!, change["kind"]!.ToString()));
                if (isLast(change)) return told;
            }
        }

        public void Dispose()
        {
            reader.Dispose();
            answer.Dispose();
        }
    }
}
