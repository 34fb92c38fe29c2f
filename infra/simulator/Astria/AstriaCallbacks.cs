using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>Posts what became ready: unsigned, once, and nobody looks at the answer. https://docs.astria.ai/docs/api/overview#callbacks</summary>
internal sealed class AstriaCallbacks(AstriaManner manner) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private int _count;

    /// <summary>Posts so far.</summary>
    public int Count => _count;

    public void Send(string? address, JsonNode body)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target) || manner.Callbacks == "lose") return;
        var text = body.ToJsonString();
        for (var i = manner.Callbacks == "double" ? 2 : 1; i > 0; i--) _ = PostAsync(target, text);
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(Uri address, string body)
    {
        Interlocked.Increment(ref _count);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using var response = await _http.PostAsync(address, content);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or NotSupportedException or ObjectDisposedException)
        {
            // Lost: there is no second attempt.
        }
    }
}
