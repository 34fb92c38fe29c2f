using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace WhatsAppBots.Simulator;

/// <summary>Posts signed webhooks as Meta does: anything but 200 comes again, later and later.</summary>
internal sealed class WebhookPoster(SimulatorOptions options, TimeProvider time) : BackgroundService
{
    private static readonly int[] _retrySeconds = [1, 2, 4, 8, 15, 30, 60];

    private readonly Channel<JsonObject> _queue = Channel.CreateUnbounded<JsonObject>();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    public void Message(string number, string person, string name, JsonObject message) => Post(number, value =>
    {
        value["contacts"] = new JsonArray(new JsonObject { ["profile"] = new JsonObject { ["name"] = name }, ["wa_id"] = person });
        value["messages"] = new JsonArray(message);
    });

    public void Status(string number, string person, Bubble bubble, string status, JsonObject? error = null) => Post(number, value =>
    {
        var news = new JsonObject
        {
            ["id"] = bubble.Id, ["status"] = status, ["timestamp"] = Seconds(time.GetUtcNow()), ["recipient_id"] = person,
        };
        if (bubble.CallbackData is { Length: > 0 }) news["biz_opaque_callback_data"] = bubble.CallbackData;
        if (error is not null) news["errors"] = new JsonArray(error);
        value["statuses"] = new JsonArray(news);
    });

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var body in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (!await TryPostAsync(body, stoppingToken)) _ = RetryAsync(body, stoppingToken);
        }
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    private async Task RetryAsync(JsonObject body, CancellationToken cancellationToken)
    {
        foreach (var seconds in _retrySeconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
            if (await TryPostAsync(body, cancellationToken)) return;
        }
    }

    private async Task<bool> TryPostAsync(JsonObject body, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, options.WebhookUrl) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.AppSecret), bytes)));
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.StatusCode == System.Net.HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Post(string number, Action<JsonObject> fill)
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
        _queue.Writer.TryWrite(new JsonObject
        {
            ["object"] = "whatsapp_business_account",
            ["entry"] = new JsonArray(new JsonObject
            {
                ["id"] = "200000000000001",
                ["changes"] = new JsonArray(new JsonObject { ["field"] = "messages", ["value"] = value }),
            }),
        });
    }
}
