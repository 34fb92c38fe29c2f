using System.Net;
using System.Net.Http.Headers;
using System.Text;
using WhatsAppBots.Ai;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.Standalone.Check;

/// <summary>A harmless request to a provider that shows whether it can be reached and takes our credentials.</summary>
/// <param name="Name">Name of the dependency.</param>
/// <param name="Credentials">Settings that 401 and 403 refuse.</param>
/// <param name="Unknown">Words on an answer of 400, where the provider doesn't know what was asked for; null: 400 is no fault.</param>
internal sealed record Probe(
    string Name, string Url, string Credentials, AuthenticationHeaderValue? Authorization, string? Unknown = null)
{
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Probes of all providers that are set up.</summary>
    public static IEnumerable<Probe> Of(IConfiguration configuration)
    {
        var whatsApp = WhatsAppSettings.Read(configuration);
        foreach (var number in Given("WHATSAPP_API_URL") is null ? [] : whatsApp.Numbers.Keys.DefaultIfEmpty("me"))
        {
            yield return new(
                "whatsapp", At("WHATSAPP_API_URL", "", $"/{Uri.EscapeDataString(number)}?fields=id"),
                "WHATSAPP_API_KEY", Bearer(whatsApp.ApiKey),
                $"number {PhoneMask.Mask(number)} of WHATSAPP_NUMBERS isn't known, or WHATSAPP_API_KEY may not use it");
        }

        if (Given("TWILIO_ACCOUNT_SID") is { } sid)
        {
            yield return new(
                "twilio", At("TWILIO_API_URL", "https://api.twilio.com", $"/2010-04-01/Accounts/{Uri.EscapeDataString(sid)}.json"),
                "TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN", Basic(sid, ChangingSecret.Newest(Given("TWILIO_AUTH_TOKEN"))));
        }

        if (AiSettings.Read(configuration) is { Endpoint: { } ai, Key: { } aiKey })
        {
            var name = Given("OPENAI_API_KEY") is null ? "AZURE_OPENAI_API_KEY" : "OPENAI_API_KEY";
            yield return new("ai", $"{ai.AbsoluteUri.TrimEnd('/')}/models", name, Bearer(aiKey));
        }

        if (Given("ASTRIA_API_KEY") is { } astria)
        {
            yield return new("astria", At("ASTRIA_API_URL", "https://api.astria.ai", "/packs"), "ASTRIA_API_KEY", Bearer(astria));
        }

        if (Given("STRIPE_API_KEY") is { } stripe)
        {
            yield return new(
                "stripe", At("STRIPE_API_URL", "https://api.stripe.com", "/v1/refunds?limit=1"), "STRIPE_API_KEY", Bearer(stripe));
        }

        if (Given("RAZORPAY_KEY_ID") is { } razorpay)
        {
            yield return new(
                "razorpay", At("RAZORPAY_API_URL", "https://api.razorpay.com", "/v1/payment_links?reference_id=check"),
                "RAZORPAY_KEY_ID with RAZORPAY_KEY_SECRET", Basic(razorpay, Given("RAZORPAY_KEY_SECRET")));
        }

        if (Given("PAYMENT_API_URL") is not null)
        {
            yield return new(
                "payments", At("PAYMENT_API_URL", "", "/refunds?payment=check"), "PAYMENT_API_KEY", Bearer(Given("PAYMENT_API_KEY") ?? ""));
        }

        string At(string name, string otherwise, string path) => (Given(name) ?? otherwise).TrimEnd('/') + path;

        string? Given(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>Asks, and says what the answer means.</summary>
    public async Task<CheckLine> RunAsync()
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Url);
            request.Headers.Authorization = Authorization;
            request.Headers.UserAgent.ParseAdd("WhatsAppBots");
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(CheckState.Wrong, Name, $"it refuses {Credentials}"),
                HttpStatusCode.BadRequest when Unknown is not null => new(CheckState.Wrong, Name, Unknown),
                >= HttpStatusCode.InternalServerError => new(CheckState.Wrong, Name, $"it answers {(int)response.StatusCode}"),
                _ => new(CheckState.Ok, Name, $"answers {(int)response.StatusCode}"),
            };
        }
        catch (TaskCanceledException)
        {
            return new(CheckState.Wrong, Name, $"no answer in {_http.Timeout.TotalSeconds} s");
        }
        catch (Exception e) when (e is HttpRequestException or FormatException or InvalidOperationException)
        {
            return new(CheckState.Wrong, Name, $"it can't be reached: {e.Message}");
        }
    }

    private static AuthenticationHeaderValue Bearer(string key) => new("Bearer", key);

    private static AuthenticationHeaderValue Basic(string user, string? password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
