using System.Net.Http.Headers;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Money.Providers;

/// <summary>Requests to one provider's API, each tried once.</summary>
internal sealed class ProviderHttp(Uri url, AuthenticationHeaderValue authorization, (string Name, string Value)? header = null)
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    // For the whole answer, its last byte included.
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    private readonly Uri _url = new(url.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Sends a request and reads its JSON.</summary>
    /// <param name="key">Goes along as <c>Idempotency-Key</c>; null: none.</param>
    /// <exception cref="PaymentProviderException">It failed; 4xx but 408, 409 and 429 are final.</exception>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_url, path)) { Content = content };
        request.Headers.Authorization = authorization;
        if (header is { } own) request.Headers.Add(own.Name, own.Value);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await response.Content.ReadBoundedTextAsync(BoundedContent.JsonLimit, limit.Token);
            var status = (int)response.StatusCode;
            if (!response.IsSuccessStatusCode)
            {
                throw new PaymentProviderException(
                    status is >= 400 and < 500 and not (408 or 409 or 429), $"{_url.Host} answered {status}: {ProviderText.Quote(body, authorization.Parameter ?? "")}")
                {
                    Status = status,
                };
            }

            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new PaymentProviderException(isFinal: false, $"{_url.Host} did not answer: {e.Message}", e);
        }
    }

    /// <summary>A text that an answer must have.</summary>
    public static string Need(JsonElement answer, params ReadOnlySpan<string> path) =>
        answer.Text(path) ?? throw new PaymentProviderException(isFinal: false, $"An answer has no {string.Join('.', path.ToArray())}.");
}
