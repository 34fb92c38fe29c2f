using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.EndToEnd.Tests.Twilio;

/// <summary>The whole product with two numbers at Twilio's stand-in.</summary>
public sealed class TwilioSite : Site
{
    public const string TwilioHub = "+14155238886";
    public const string TwilioEcho = "+14155238887";
    private const string Sid = "AC11111111111111111111111111111111";
    private const string Token = "test-token";

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    protected override IEnumerable<string> Settings =>
    [
        $"--TWILIO_ACCOUNT_SID={Sid}", $"--TWILIO_AUTH_TOKEN={Token}", $"--TWILIO_WHATSAPP_NUMBER={TwilioHub},{TwilioEcho}=echo",
        $"--TWILIO_API_URL={SimulatorUrl}/twilio", "--TWILIO_TEMPLATES=greeting=HX22222222222222222222222222222222",
    ];

    /// <summary>What Twilio posts when a person writes.</summary>
    public static Dictionary<string, string> Text(string phone, string sid, string body) => new()
    {
        ["MessageSid"] = sid, ["AccountSid"] = Sid, ["From"] = $"whatsapp:+{phone}", ["To"] = $"whatsapp:{TwilioEcho}", ["WaId"] = phone,
        ["ProfileName"] = "Ann", ["SmsStatus"] = "received", ["NumMedia"] = "0", ["Body"] = body,
    };

    /// <summary>What Twilio posts of a message that we sent.</summary>
    public static Dictionary<string, string> Status(string phone, string sid, string status) => new()
    {
        ["MessageSid"] = sid, ["AccountSid"] = Sid, ["From"] = $"whatsapp:{TwilioEcho}", ["To"] = $"whatsapp:+{phone}", ["MessageStatus"] = status,
    };

    /// <summary>Posts a form.</summary>
    /// <param name="signature">Null: the right one; empty: none.</param>
    public Task<HttpStatusCode> PostFormAsync(Dictionary<string, string> form, string path = "/webhook/twilio", string? signature = null) => PostBodyAsync(
        string.Join('&', form.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")), "application/x-www-form-urlencoded", path,
        signature ?? Sign(Url + path + string.Concat(form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value))));

    /// <summary>Posts JSON, whose hash goes into the address.</summary>
    public Task<HttpStatusCode> PostJsonAsync(string json, string? hashed = null)
    {
        var path = "/webhook/twilio?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed ?? json)));
        return PostBodyAsync(json, "application/json", path, Sign(Url + path));
    }

    public async Task<HttpStatusCode> PostBodyAsync(string body, string type, string path, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + path) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new(type);
        if (signature.Length > 0) request.Headers.Add("X-Twilio-Signature", signature);
        using var response = await _http.SendAsync(request);
        if (response.IsSuccessStatusCode && path.Contains("webhook", StringComparison.Ordinal))
        {
            Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        }

        return response.StatusCode;
    }

#pragma warning disable CA5350 // Twilio's choice.
    public static string Sign(string text) => Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
