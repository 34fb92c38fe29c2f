using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using WhatsAppBots.Simulator.Phone;

namespace WhatsAppBots.Simulator.Webhooks;

/// <summary>
/// Posts signed webhooks as Meta does: anything but 200 comes again, later and later.
/// https://developers.facebook.com/docs/graph-api/webhooks/getting-started
/// </summary>
internal sealed class WebhookPoster(SimulatorOptions options, TimeProvider time) : BackgroundService
{
    private static readonly int[] _retrySeconds = [1, 2, 4, 8, 15, 30, 60, 60, 60, 60];

    private const int MostInBatch = 1000;

    private readonly Channel<JsonObject> _changes = Channel.CreateUnbounded<JsonObject>();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>How they are delivered from now on.</summary>
    public DeliveryManner Manner { get; set; } = new();

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public void Message(string number, string person, string name, string? userId, JsonObject message) => Queue(number, value =>
    {
        var contact = new JsonObject { ["profile"] = new JsonObject { ["name"] = name }, ["wa_id"] = person };
        if (userId is not null)
        {
            contact["user_id"] = userId;
            message["from_user_id"] = userId;
        }

        value["contacts"] = new JsonArray(contact);
        value["messages"] = new JsonArray(message);
    });

    public void Status(string number, string person, Bubble bubble, string status, JsonObject? error = null)
    {
        if (!Manner.Statuses) return;
        Queue(number, value =>
        {
            var news = new JsonObject
            {
                ["id"] = bubble.Id, ["status"] = status, ["timestamp"] = Seconds(time.GetUtcNow()), ["recipient_id"] = person,
            };
            if (bubble.CallbackData is { Length: > 0 }) news["biz_opaque_callback_data"] = bubble.CallbackData;
            if (error is not null) news["errors"] = new JsonArray(error);
            else news["pricing"] = new JsonObject { ["billable"] = false, ["pricing_model"] = "PMP", ["category"] = "service" };
            value["statuses"] = new JsonArray(news);
        });
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _changes.Reader.WaitToReadAsync(stoppingToken))
        {
            var manner = Manner;
            var waiting = new List<JsonObject>();
            while (waiting.Count < Math.Clamp(manner.Batch, manner.Shuffle ? 50 : 1, MostInBatch)
                && _changes.Reader.TryRead(out var change)) waiting.Add(change);
            var order = waiting.ToArray();
            if (manner.Shuffle) Random.Shared.Shuffle(order);
            foreach (var batch in order.Chunk(Math.Clamp(manner.Batch, 1, MostInBatch))) await PostAsync(batch, manner.Double,
                stoppingToken);
        }
    }

    // One update that can't be posted takes no other with it, and never ends the posting.
    private async Task PostAsync(JsonObject[] batch, bool twice, CancellationToken cancellationToken)
    {
        byte[] body;
        try
        {
            body = Body(batch);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            if (batch.Length == 1) return;
            foreach (var change in batch) await PostAsync([change], twice, cancellationToken);
            return;
        }

        if (!await TryPostAsync(body, cancellationToken)) _ = RetryAsync(body, cancellationToken);
        if (twice) await TryPostAsync(body, cancellationToken);
    }

    private async Task RetryAsync(byte[] body, CancellationToken cancellationToken)
    {
        foreach (var seconds in _retrySeconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
            if (await TryPostAsync(body, cancellationToken)) return;
        }
    }

    private async Task<bool> TryPostAsync(byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(body);
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is not OutOfMemoryException)
        {
            return false;
        }
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.AppSecret), body)));
        return request;
    }

    private void Queue(string number, Action<JsonObject> fill)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject
            {
                ["display_phone_number"] = options.Numbers.FirstOrDefault(known => known.PhoneNumberId == number)?.DisplayPhoneNumber ?? number,
                ["phone_number_id"] = number,
            },
        };
        fill(value);
        _changes.Writer.TryWrite(new JsonObject { ["field"] = "messages", ["value"] = value });
    }

    private static byte[] Body(JsonObject[] changes) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = "200000000000001", ["changes"] = new JsonArray([.. changes.Select(change => change.DeepClone())]),
        }),
    }.ToJsonString());
}
