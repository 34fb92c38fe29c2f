using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Traffic;

/// <summary>Posts signed webhooks as Meta does: what is not answered 200 comes again.</summary>
public sealed class MetaWebhooks : IDisposable
{
    private static readonly TimeSpan _again = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 1000, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20), ActivityHeadersPropagator = null,
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    private readonly byte[] _secret;
    private readonly IReadOnlyList<Uri> _addresses;
    private int _turn;

    /// <param name="addresses">One or more hosts; each post goes to the next.</param>
    public MetaWebhooks(string secret, params IEnumerable<string> addresses) =>
        (_secret, _addresses) = (Encoding.UTF8.GetBytes(secret), [.. addresses.Select(address => new Uri(address + "/webhook/whatsapp"))]);

    /// <summary>Posts until it is taken.</summary>
    /// <returns>How often it was posted.</returns>
    public async Task<int> DeliverAsync(byte[] body, CancellationToken cancellationToken = default)
    {
        for (var tries = 1; ; tries++)
        {
            if (await PostAsync(body, cancellationToken) == HttpStatusCode.OK) return tries;
            await Task.Delay(_again, cancellationToken);
        }
    }

    /// <summary>Posts once; null where nothing answered.</summary>
    public async Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken = default)
    {
        var address = _addresses.Count == 1 ? _addresses[0] : _addresses[(Interlocked.Increment(ref _turn) & int.MaxValue) % _addresses.Count];
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, body)));
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>A webhook of changes.</summary>
    public static byte[] Body(params IEnumerable<string> changes) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"200000000000001","changes":[{{{string.Join(',', changes)}}}]}]}""");

    /// <summary>A change with one text; neither value may need escaping.</summary>
    public static string Text(string number, string phone, string id, string text) =>
        $$$"""{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550000002","phone_number_id":"{{{number}}}"},"contacts":[{"profile":{"name":"Ann"},"wa_id":"{{{phone}}}"}],"messages":[{"from":"{{{phone}}}","id":"{{{id}}}","timestamp":"{{{Now()}}}","type":"text","text":{"body":"{{{text}}}"}}]}}""";

    /// <summary>A change with one status.</summary>
    public static string Status(Accepted message, string status) =>
        $$$"""{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550000002","phone_number_id":"{{{message.Number}}}"},"statuses":[{"id":"{{{message.Id}}}","status":"{{{status}}}","timestamp":"{{{Now()}}}","recipient_id":"{{{message.To}}}","biz_opaque_callback_data":"{{{message.Callback}}}"}]}}""";

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
