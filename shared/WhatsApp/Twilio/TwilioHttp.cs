using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp.Twilio;

/// <summary>
/// The one HTTP client to Twilio. Redirects are never followed by themselves, and the credentials go to Twilio's API alone.
/// </summary>
internal sealed class TwilioHttp : IDisposable
{
    private const string Host = "api.twilio.com";

    private readonly HttpClient _http;
    private readonly Uri _base;
    private readonly string _account;
    private readonly AuthenticationHeaderValue _basic;

    public TwilioHttp(IOptions<TwilioOptions> options)
        : this(options, GraphHttp.Handler(options.Value.ApiUrl, options.Value.MaxConnections, options.Value.ConnectTimeout))
    {
    }

    public TwilioHttp(IOptions<TwilioOptions> options, HttpMessageHandler handler)
    {
        // Each request has a time-out of its own.
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _base = new Uri(options.Value.ApiUrl.AbsoluteUri.TrimEnd('/') + "/");
        _account = $"2010-04-01/Accounts/{Uri.EscapeDataString(options.Value.AccountSid)}";
        _basic = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{options.Value.AccountSid}:{ChangingSecret.Newest(options.Value.AuthToken)}")));
    }

    /// <summary>The account itself.</summary>
    public Uri Account => new(_base, _account + ".json");

    /// <summary>Where messages are posted.</summary>
    public Uri Messages => new(_base, _account + "/Messages.json");

    /// <summary>Whether the credentials may go there: the configured API, and Twilio's own.</summary>
    public bool IsTrusted(Uri address) =>
        IsOurs(address) || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.Host.Equals(Host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a redirect may lead there: anywhere that is encrypted; unencrypted to the configured API alone.</summary>
    public bool MayLead(Uri address) => address.Scheme == Uri.UriSchemeHttps || IsOurs(address);

    /// <summary>Sends with the credentials. The answer's body is not read yet.</summary>
    /// <exception cref="InvalidOperationException">They may not go there.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsTrusted(request.RequestUri!)) throw new InvalidOperationException("The credentials go to Twilio alone.");
        request.Headers.Authorization = _basic;
        return SendBareAsync(request, cancellationToken);
    }

    /// <summary>Sends without them.</summary>
    public Task<HttpResponseMessage> SendBareAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _http.Dispose();

    private bool IsOurs(Uri address) =>
        Uri.Compare(address, _base, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
