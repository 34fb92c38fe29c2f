using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Benchmarks;

/// <summary>
/// The ceiling: the same HTTP in and out with nothing between. Checks the signature, reads the message, answers, and posts
/// Echo's reply; remembers a count and keeps no promise.
/// </summary>
internal static class BareHost
{
    public static async Task RunAsync(string url, string graph, string secret)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        var app = builder.Build();
        var key = Encoding.UTF8.GetBytes(secret);
        var counts = new ConcurrentDictionary<string, int>();
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 512, ActivityHeadersPropagator = null });
        app.Run(async context =>
        {
            if (context.Request.Method != "POST") return;
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            var body = copy.ToArray();
            var expected = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, body));
            if (context.Request.Headers["X-Hub-Signature-256"] != expected)
            {
                context.Response.StatusCode = 401;
                return;
            }

            using var document = JsonDocument.Parse(body);
            foreach (var change in document.RootElement.GetProperty("entry")[0].GetProperty("changes").EnumerateArray())
            {
                var value = change.GetProperty("value");
                if (!value.TryGetProperty("messages", out var messages)) continue;
                var message = messages[0];
                var from = message.GetProperty("from").GetString()!;
                var word = message.GetProperty("text").GetProperty("body").GetString()!.Split(' ')[^1];
                _ = ReplyAsync(http, graph, value.GetProperty("metadata").GetProperty("phone_number_id").GetString()!, from,
                    $"n={counts.AddOrUpdate(from, 1, (_, n) => n + 1)} re:{word}");
            }
        });
        await app.RunAsync();
    }

    private static async Task ReplyAsync(HttpClient http, string graph, string number, string to, string text)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } });
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await http.PostAsync(new Uri($"{graph}/{number}/messages"), content);
    }
}
