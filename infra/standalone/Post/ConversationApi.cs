using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone.Post;

/// <summary>The host's API, as far as <c>post</c> reads it.</summary>
internal sealed class ConversationApi(HttpClient http, PostOptions options)
{
    private const int LargestAnswer = 8 * 1024 * 1024;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    private string? _conversation;
    private string? _page;

    /// <summary>The host's time: in development its clock may have been set ahead, and a message of long ago is not answered.</summary>
    public async Task<DateTimeOffset> NowAsync()
    {
        try
        {
            if (await GetAsync(new Uri(options.Url, "clock")) is { } clock) return clock["now"]!.GetValue<DateTimeOffset>();
        }
        catch (HttpRequestException)
        {
            // The post itself says what is wrong with the host.
        }

        return TimeProvider.System.GetUtcNow();
    }

    /// <summary>Messages of the bot since a message of the person's, oldest first.</summary>
    /// <param name="id">The message's id at Meta.</param>
    /// <exception cref="StartException">The API can't be read; the message says why.</exception>
    public async Task<IReadOnlyList<JsonNode>> AnswersAsync(PostOptions posted, string id)
    {
        _conversation ??= await FindAsync(posted);
        if (_conversation is null) return [];
        var messages = new List<JsonNode>();
        for (var page = _page; ;)
        {
            var (items, next) = await PageAsync($"api/conversations/{_conversation}/messages", page);

            // The next time begins at the page with the message, not with the first of a long conversation.
            if (!messages.Exists(IsPosted)) _page = page;
            messages.AddRange(items);
            if (next is null) break;
            page = next;
        }

        return [.. messages.SkipWhile(message => !IsPosted(message)).Where(message => message["direction"]!.ToString() == "out")];

        bool IsPosted(JsonNode message) => message["providerId"]?.ToString() == id;
    }

    private async Task<string?> FindAsync(PostOptions posted)
    {
        string? page = null;
        do
        {
            (var items, page) = await PageAsync("api/conversations", page);
            var found = items.FirstOrDefault(item => item["number"]!.ToString() == posted.Number
                && (item["person"]!["phone"] ?? item["person"]!["waId"])?.ToString() == posted.From);
            if (found is not null) return found["id"]!.ToString();
        }
        while (page is not null);
        return null;
    }

    private async Task<(IReadOnlyList<JsonNode> Items, string? Next)> PageAsync(string path, string? page)
    {
        var answer = await GetAsync(new Uri(options.Api, $"{path}?size=200{(page is null ? "" : $"&page={Uri.EscapeDataString(page)}")}"))
            ?? throw new StartException($"The message was taken, but no API answers at {options.Api}: name the app that has it by --api.");
        return ([.. answer["items"]!.AsArray().Select(item => item!)], answer["next"]?.ToString());
    }

    // Null: there is no such route.
    private async Task<JsonNode?> GetAsync(Uri url)
    {
        while (true)
        {
            try
            {
                return await AskAsync(url);
            }
            catch (TooOftenException e)
            {
                await Task.Delay(e.Left);
            }
        }
    }

    private async Task<JsonNode?> AskAsync(Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (url.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal)) request.Headers.Authorization = new("Bearer", options.ApiKey);
        else request.Headers.Add("x-functions-key", options.FunctionKey);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new StartException(request.Headers.Authorization is null
                ? "The host refuses FUNCTION_KEY: it has another one than here."
                : "The host refuses API_KEY: it wants a key of its own that has the scope conversations:read.");
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests) throw new TooOftenException(response.Headers.RetryAfter?.Delta
            ?? _pause);
        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<JsonNode>(await response.Content.ReadBoundedAsync(LargestAnswer, CancellationToken.None));
    }

    // A key has so many calls a minute, and other programs may use it too.
    private sealed class TooOftenException(TimeSpan left) : Exception
    {
        public TimeSpan Left => left;
    }
}
