using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>The whole product with all bots on Meta's stand-in and one number at Twilio's.</summary>
public sealed class LifeSite : Site
{
    public const string TwilioEcho = "+14155238887";
    private const string Sid = "AC11111111111111111111111111111111";
    private const string Token = "test-token";

    protected override IEnumerable<string> Settings =>
    [
        "--PORTRAITS_MIN_PHOTOS=4", "--WHATSAPP_RATE_PER_PAIR=off", "--WHATSAPP_RATE_PER_NUMBER=off", $"--TWILIO_ACCOUNT_SID={Sid}",
        $"--TWILIO_AUTH_TOKEN={Token}", $"--TWILIO_WHATSAPP_NUMBER={TwilioEcho}=echo", $"--TWILIO_API_URL={SimulatorUrl}/twilio",
    ];

    /// <summary>What Twilio posts of a message that we sent.</summary>
    public static Dictionary<string, string> Status(string phone, string sid, string status) => new()
    {
        ["MessageSid"] = sid, ["AccountSid"] = Sid, ["From"] = $"whatsapp:{TwilioEcho}", ["To"] = $"whatsapp:+{phone}", ["MessageStatus"] = status,
    };

    /// <summary>Posts a form, signed.</summary>
    public async Task<HttpStatusCode> PostFormAsync(Dictionary<string, string> form, string path)
    {
        var signed = Url + path + string.Concat(form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + path) { Content = new FormUrlEncodedContent(form) };
#pragma warning disable CA5350 // Twilio's choice.
        request.Headers.Add("X-Twilio-Signature", Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(signed))));
#pragma warning restore CA5350
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
