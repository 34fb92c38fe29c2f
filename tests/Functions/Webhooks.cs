using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Functions.Tests;

/// <summary>What Meta and a payment provider tell, signed with the secrets of local.settings.sample.json.</summary>
internal static class Webhooks
{
    private const string Echo = "100000000000002";

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>A message of a person, as Meta tells of it.</summary>
    /// <param name="id">The message's.</param>
    public static Task<HttpResponseMessage> PostAsync(AzureSite site, string phone, string id) => SendAsync(
        site.Urls["Messages"] + "/webhook/whatsapp", "X-Hub-Signature-256", "app-secret", MetaWebhooks.Body(MetaWebhooks.Text(Echo, phone, id, "hi")));

    /// <summary>A payment for no order, as the generic provider tells of it.</summary>
    public static Task<HttpResponseMessage> PayAsync(AzureSite site, string id) => SendAsync(
        site.Urls["Payments"] + "/payments/generic", "X-Signature", "payment-secret",
        JsonSerializer.SerializeToUtf8Bytes(new { id, order = "nobody's", amount = 900, currency = "USD", status = "paid" }));

    private static async Task<HttpResponseMessage> SendAsync(string url, string header, string secret, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Headers.Add(header, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        return await _http.SendAsync(request);
    }
}
