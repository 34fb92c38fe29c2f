using Microsoft.Extensions.Options;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp;

/// <summary>Whether the Graph API answers and takes our token. Asks at most once in 30 s: a probe is not worth Meta's quota.</summary>
public sealed class GraphProbe
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(30);

    private readonly GraphHttp _graph;
    private readonly WhatsAppOptions _options;
    private readonly TimeProvider _time;
    private (long At, string Detail)? _last;

    internal GraphProbe(GraphHttp graph, IOptions<WhatsAppOptions> options, TimeProvider time) =>
        (_graph, _options, _time) = (graph, options.Value, time);

    /// <returns>A word on what answered.</returns>
    /// <exception cref="HttpRequestException">Nothing answered, or it refused the token.</exception>
    public async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && _time.GetElapsedTime(last.At) < _fresh) return last.Detail;
        var number = _options.Numbers.Keys.FirstOrDefault() ?? "me";
        using var request = new HttpRequestMessage(HttpMethod.Get, _graph.Address(number));
        using var response = await _graph.SendAsync(request, cancellationToken);
        if (response.StatusCode is System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden)
        {
            throw new HttpRequestException("The Graph API refuses the token in WHATSAPP_API_KEY.");
        }

        // Whatever else it says, it is there; a number it does not know is told by the first message.
        var detail = $"{_options.ApiUrl.Host} answers {(int)response.StatusCode}";
        _last = (_time.GetTimestamp(), detail);
        return detail;
    }
}
