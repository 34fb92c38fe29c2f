using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Standalone.Post;

/// <summary>
/// <c>post</c>: writes a text to a bot of a running host as Meta would, by a signed webhook, and prints what the bot answers. The answers
/// are read from <c>/api</c>, so the command works with the simulator, with Meta, and with a phone that doesn't exist.
/// </summary>
internal static class PostCommand
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Posts, and waits for the answers.</summary>
    /// <returns>The exit code: 0 where the bot answered, 1 with the reason on <paramref name="error"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            var options = PostOptions.Read(args);
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            var api = new ConversationApi(http, options);
            var id = $"wamid.post.{Guid.NewGuid():N}";
            await PostAsync(http, options, id, await api.NowAsync());
            await output.WriteLineAsync($"> {options.Text}");
            if (await PrintAsync(api, options, id, output)) return 0;
            throw new StartException($"No answer in {_longest.TotalSeconds} s: /api/dead-letters and the host's log say why.");
        }
        catch (Exception e) when (StandaloneHost.IsOfTheUser(e) || e is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task PostAsync(HttpClient http, PostOptions options, string id, DateTimeOffset at)
    {
        var body = Encoding.UTF8.GetBytes(Webhook(options, id, at).ToJsonString());
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret), body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Url, "webhook/whatsapp"));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(signature));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode == HttpStatusCode.OK) return;
            throw new StartException(response.StatusCode == HttpStatusCode.Unauthorized
                ? "The host refuses the signature: its WHATSAPP_APP_SECRET is another one than here."
                : $"The host answers {(int)response.StatusCode}; /health says how it does.");
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            throw new StartException(
                $"No host answers at {options.Url}: start it (dotnet run --project infra/standalone), or name another by --to.");
        }
    }

    // https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
    private static JsonObject Webhook(PostOptions options, string id, DateTimeOffset at) => new()
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = "0",
            ["changes"] = new JsonArray(new JsonObject
            {
                ["field"] = "messages",
                ["value"] = new JsonObject
                {
                    ["messaging_product"] = "whatsapp",
                    ["metadata"] = new JsonObject { ["display_phone_number"] = options.Number, ["phone_number_id"] = options.Number },
                    ["contacts"] = new JsonArray(
                        new JsonObject { ["profile"] = new JsonObject { ["name"] = "Sam" }, ["wa_id"] = options.From }),
                    ["messages"] = new JsonArray(new JsonObject
                    {
                        ["from"] = options.From, ["id"] = id,
                        ["timestamp"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                        ["type"] = "text", ["text"] = new JsonObject { ["body"] = options.Text },
                    }),
                },
            }),
        }),
    };

    // A bot may answer with several messages, some of them after a question to the AI.
    private static async Task<bool> PrintAsync(ConversationApi api, PostOptions options, string id, TextWriter output)
    {
        var (started, last, printed) = (TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp(), 0);
        while (TimeProvider.System.GetElapsedTime(started) < _longest)
        {
            var answers = await api.AnswersAsync(options, id);
            foreach (var answer in answers.Skip(printed)) await output.WriteLineAsync(AnswerText.Of(answer));
            if (answers.Count > printed) (printed, last) = (answers.Count, TimeProvider.System.GetTimestamp());
            if (printed > 0 && TimeProvider.System.GetElapsedTime(last) > _quiet) return true;
            await Task.Delay(_pause);
        }

        return printed > 0;
    }
}
