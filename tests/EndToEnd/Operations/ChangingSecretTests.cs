using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.EndToEnd.Tests.Operations;

/// <summary>While a secret changes, what was signed with the old one or the new one is taken, and nothing else.</summary>
public sealed class ChangingSecretTests : Site
{
    private const string New = "new-secret";
    private const string TwilioEcho = "+14155238887";
    private const string Phone = "15558880001";

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    protected override IEnumerable<string> Settings =>
    [
        $"--WHATSAPP_APP_SECRET={New},{Secret}", "--TWILIO_ACCOUNT_SID=AC11111111111111111111111111111111", "--TWILIO_AUTH_TOKEN=new-token,old-token",
        $"--TWILIO_WHATSAPP_NUMBER={TwilioEcho}=echo", $"--TWILIO_API_URL={SimulatorUrl}/twilio",
    ];

    [Theory]
    [InlineData(New, HttpStatusCode.OK)]
    [InlineData(Secret, HttpStatusCode.OK)]
    [InlineData($"{New},{Secret}", HttpStatusCode.Unauthorized)]
    [InlineData("another", HttpStatusCode.Unauthorized)]
    public async Task MetasSecret_NewOrOld_IsTaken(string secret, HttpStatusCode expected)
    {
        var body = "{\"object\": \"whatsapp_business_account\", \"entry\": []}"u8.ToArray();
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        Assert.Equal(expected, await PostAsync(body, signature));
    }

    // The stand-in knows the new one alone, as Twilio does once it has been promoted.
    [Fact]
    public async Task TwiliosToken_NewOrOld_IsTaken_AndRequestsCarryTheNewOne()
    {
        await SayAsync(Phone, "hello", TwilioEcho);
        Assert.Equal(["n=1 re:hello"], await UntilAsync(() => TextsAsync(Phone, TwilioEcho), texts => texts.Count == 1));

        Assert.Equal(HttpStatusCode.OK, await PostSignedAsync("SM1", "old-token"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostSignedAsync("SM2", "another"));
        Assert.Equal(["n=1 re:hello", "n=2 re:again"], await UntilAsync(() => TextsAsync(Phone, TwilioEcho), texts => texts.Count == 2));
    }

#pragma warning disable CA5350 // Twilio's choice.
    private async Task<HttpStatusCode> PostSignedAsync(string sid, string token)
    {
        var form = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = sid, ["AccountSid"] = "AC11111111111111111111111111111111", ["From"] = $"whatsapp:+{Phone}", ["To"] = $"whatsapp:{TwilioEcho}",
            ["WaId"] = Phone, ["SmsStatus"] = "received", ["NumMedia"] = "0", ["Body"] = "again",
        };
        var covered = Url + "/webhook/twilio" + string.Concat(form.Select(pair => pair.Key + pair.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + "/webhook/twilio") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(covered))));
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }
#pragma warning restore CA5350
}
