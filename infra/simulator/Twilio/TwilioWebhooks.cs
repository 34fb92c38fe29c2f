using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using WhatsAppBots.Simulator.Graph;
using WhatsAppBots.Simulator.Phone;
using WhatsAppBots.Simulator.Webhooks;

namespace WhatsAppBots.Simulator.Twilio;

/// <summary>
/// Posts signed forms as Twilio does. Anything but success comes again a few times, as with <c>#rc=5&amp;rp=all</c> behind the address.
/// https://www.twilio.com/docs/usage/security#validating-requests
/// </summary>
internal sealed class TwilioWebhooks(SimulatorOptions options, TwilioMedia media, MediaShelf shelf, WebhookPoster meta) : BackgroundService
{
    private static readonly int[] _retrySeconds = [1, 2, 4, 8];

    private readonly Channel<Post> _posts = Channel.CreateUnbounded<Post>();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>The person did something. What Twilio has no form for is not told.</summary>
    public void Message(string number, string person, string name, Bubble bubble)
    {
        var said = Said(bubble);
        if (said.Count == 0) return;
        var form = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = bubble.Id, ["SmsMessageSid"] = bubble.Id, ["SmsSid"] = bubble.Id, ["AccountSid"] = options.TwilioAccountSid,
            ["From"] = AddressOf(person), ["To"] = $"whatsapp:{number}", ["ProfileName"] = name, ["SmsStatus"] = "received",
            ["NumMedia"] = "0", ["NumSegments"] = "1", ["Body"] = "", ["ApiVersion"] = "2010-04-01", ["MessageType"] = bubble.Type,
        };
        form[char.IsAsciiDigit(person[0]) ? "WaId" : "ExternalUserId"] = person;
        if (bubble.ReplyTo is not null) (form["OriginalRepliedMessageSid"], form["OriginalRepliedMessageSender"]) = (bubble.ReplyTo, $"whatsapp:{number}");
        foreach (var (key, value) in said) form[key] = value;
        _posts.Writer.TryWrite(new Post(options.PublicUrl.TrimEnd('/') + "/webhook/twilio", form));
    }

    /// <summary>A step in the life of a message that was sent, told where it asked for it.</summary>
    public void Status(string number, string person, Bubble bubble, string status, string? error = null)
    {
        if (!meta.Manner.Statuses || bubble.CallbackData is not { Length: > 0 } address) return;
        var form = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = bubble.Id, ["SmsSid"] = bubble.Id, ["AccountSid"] = options.TwilioAccountSid, ["From"] = $"whatsapp:{number}",
            ["To"] = AddressOf(person), ["MessageStatus"] = status, ["SmsStatus"] = status, ["ApiVersion"] = "2010-04-01",
        };
        if (error is not null) (form["ErrorCode"], form["ErrorMessage"]) = (error, "Simulated on request");
        _posts.Writer.TryWrite(new Post(address, form));
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _posts.Reader.WaitToReadAsync(stoppingToken))
        {
            var manner = meta.Manner;
            var waiting = new List<Post>();
            while (waiting.Count < (manner.Shuffle ? 50 : 1) && _posts.Reader.TryRead(out var post)) waiting.Add(post);
            var order = waiting.ToArray();
            if (manner.Shuffle) Random.Shared.Shuffle(order);
            foreach (var post in order)
            {
                if (!await TryPostAsync(post, stoppingToken)) _ = RetryAsync(post, stoppingToken);
                if (manner.Double) await TryPostAsync(post, stoppingToken);
            }
        }
    }

    // Who hides their number is told by Meta's user id.
    private static string AddressOf(string person) => char.IsAsciiDigit(person[0]) ? $"whatsapp:+{person}" : $"whatsapp:{person}";

    private Dictionary<string, string> Said(Bubble bubble)
    {
        var body = bubble.Body;
        switch (bubble.Type)
        {
            case "text":
                return new() { ["Body"] = Text(body, "body") };
            case "button":
                return new() { ["Body"] = Text(body, "text"), ["ButtonText"] = Text(body, "text"), ["ButtonPayload"] = Text(body, "payload") };
            case "interactive" when body["list_reply"] is JsonObject row:
                return new() { ["Body"] = Text(row, "title"), ["ListTitle"] = Text(row, "title"), ["ListId"] = Text(row, "id") };
            case "location":
                return new()
                {
                    ["Latitude"] = Text(body, "latitude"), ["Longitude"] = Text(body, "longitude"), ["Label"] = Text(body, "name"),
                    ["Address"] = Text(body, "address"),
                };
            default:
                if (shelf.Find(body["id"]?.ToString()) is not { } file) return [];
                return new()
                {
                    ["NumMedia"] = "1", ["MediaUrl0"] = media.AddressOf(bubble.Id, file.Id), ["MediaContentType0"] = file.MimeType,
                    ["Body"] = Text(body, "caption"),
                };
        }
    }

    private async Task RetryAsync(Post post, CancellationToken cancellationToken)
    {
        foreach (var seconds in _retrySeconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
            if (await TryPostAsync(post, cancellationToken)) return;
        }
    }

    private async Task<bool> TryPostAsync(Post post, CancellationToken cancellationToken)
    {
        // Signed is the address the product is known by; it stands here.
        var address = post.Address.StartsWith(options.PublicUrl.TrimEnd('/'), StringComparison.Ordinal)
            ? options.HostUrl.TrimEnd('/') + post.Address[options.PublicUrl.TrimEnd('/').Length..]
            : post.Address;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(post.Form) };
            request.Headers.Add("X-Twilio-Signature", Sign(post));
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }

        // An address that the sender gave may be one of no kind that can be posted to; it never ends the posting for the others.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is not OutOfMemoryException)
        {
            return false;
        }
    }

#pragma warning disable CA5350 // Twilio's choice.
    private string Sign(Post post) => Convert.ToBase64String(HMACSHA1.HashData(
        Encoding.UTF8.GetBytes(options.TwilioAuthToken),
        Encoding.UTF8.GetBytes(post.Address + string.Concat(post.Form.Select(pair => pair.Key + pair.Value)))));
#pragma warning restore CA5350

    private static string Text(JsonObject parent, string name) => parent[name]?.ToString() ?? "";

    private sealed record Post(string Address, SortedDictionary<string, string> Form);
}
