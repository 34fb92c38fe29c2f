using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp;

/// <summary>The one HTTP client to the Graph API. Redirects are never followed by themselves: the token must not follow them.</summary>
internal sealed class GraphHttp : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _base;
    private readonly AuthenticationHeaderValue _bearer;

    public GraphHttp(IOptions<WhatsAppOptions> options)
        : this(options, Handler(options.Value.ApiUrl, options.Value.MaxConnections, options.Value.ConnectTimeout))
    {
    }

    public GraphHttp(IOptions<WhatsAppOptions> options, HttpMessageHandler handler)
    {
        // Each request has a time-out of its own.
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _base = new Uri(options.Value.ApiUrl.AbsoluteUri.TrimEnd('/') + "/");
        _bearer = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
    }

    /// <summary>An address below the Graph base; each part is escaped.</summary>
    public Uri Address(params ReadOnlySpan<string> parts)
    {
        var escaped = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++) escaped[i] = Uri.EscapeDataString(parts[i]);
        return new Uri(_base, string.Join('/', escaped));
    }

    /// <summary>Whether the token may go there: the configured Graph API, and Meta's hosts that serve its media.</summary>
    public bool IsTrusted(Uri address) =>
        Uri.Compare(address, _base, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
        || (address.Scheme == Uri.UriSchemeHttps && (IsUnder(address, "facebook.com") || IsUnder(address, "fbsbx.com")
            || IsUnder(address, "fbcdn.net") || IsUnder(address, "whatsapp.net")));

    /// <summary>Sends; the token goes along where the address is trusted. The answer's body is not read yet.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsTrusted(request.RequestUri!)) request.Headers.Authorization = _bearer;
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Connections to a provider: to its configured server, and from there to public ones alone, wherever an answer leads.</summary>
    public static SocketsHttpHandler Handler(Uri server, int maxConnections, TimeSpan connectTimeout) => new()
    {
        ConnectCallback = PublicAddresses.ConnectExcept(server),
        MaxConnectionsPerServer = maxConnections,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        AllowAutoRedirect = false,
        UseCookies = false,

        // What a provider sends never decides how much memory is used: headers of 64 kB, bodies as they are, and what is left
        // of an answer when it is let go is not read to its end.
        MaxResponseHeadersLength = 64,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        MaxResponseDrainSize = 64 * 1024,

        // Our trace is nothing to a provider.
        ActivityHeadersPropagator = null,
    };

    private static bool IsUnder(Uri address, string domain) =>
        address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (address.Host.Length == domain.Length || address.Host[^(domain.Length + 1)] == '.');
}
