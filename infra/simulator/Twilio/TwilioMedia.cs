using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WhatsAppBots.Simulator.Graph;

namespace WhatsAppBots.Simulator.Twilio;

/// <summary>
/// Files as Twilio has them: those of a person behind the credentials and a redirect to where no credentials may come along;
/// those we send are fetched from their address. https://www.twilio.com/docs/messaging/api/media-resource
/// </summary>
internal sealed class TwilioMedia(SimulatorOptions options, MediaShelf shelf, IServer server) : IDisposable
{
    /// <summary>The type of a bubble whose file could not be fetched.</summary>
    public const string Missing = "missing";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Where redirects lead instead of to the file itself; null: there. For who tries what else may happen.</summary>
    public string? RedirectTo { get; set; }

    public void Map(WebApplication app)
    {
        app.MapGet("/twilio/2010-04-01/Accounts/{sid}/Messages/{message}/Media/{id}", (string sid, string id, HttpRequest request) =>
            !TwilioApi.IsAllowed(options, request, sid) ? Results.StatusCode(StatusCodes.Status401Unauthorized)
            : shelf.Find(id) is null ? Results.NotFound()
            : Results.Redirect(RedirectTo ?? $"/twilio-media/{id}?hash={Sign(id)}", preserveMethod: true));
        app.MapGet("/twilio-media/{id}", Download);
        app.MapPost("/sim/twilio", (JsonObject manner) =>
        {
            RedirectTo = manner["redirectTo"]?.ToString();
            return Results.NoContent();
        });
    }

    /// <summary>The address a webhook tells of a file.</summary>
    public string AddressOf(string message, string id) => $"{OwnUrl()}/twilio/2010-04-01/Accounts/{options.TwilioAccountSid}/Messages/{message}/Media/{id}";

    /// <summary>A bubble's type and body.</summary>
    public async Task<(string Type, JsonObject Body)> FetchAsync(string url, string? caption, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(url, cancellationToken);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType is not { } mimeType) return (Missing, []);
            var name = Uri.UnescapeDataString(new Uri(url).Segments[^1]);
            var item = shelf.Add(mimeType, await response.Content.ReadAsByteArrayAsync(cancellationToken), name);
            var body = new JsonObject { ["id"] = item.Id, ["mime_type"] = mimeType, ["filename"] = name };
            if (caption is not null) body["caption"] = caption;
            return (mimeType.Split('/')[0] is "image" or "video" or "audio" ? mimeType.Split('/')[0] : "document", body);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TaskCanceledException)
        {
            return (Missing, []);
        }
    }

    public void Dispose() => _http.Dispose();

    // As the store behind Twilio does: its address is signed, and a second kind of credentials is refused.
    private IResult Download(string id, string hash, HttpRequest request) =>
        request.Headers.Authorization.Count > 0 ? Results.BadRequest("Only one auth mechanism allowed")
        : hash == Sign(id) && shelf.Find(id) is { } item ? Results.Bytes(item.Content, item.MimeType) : Results.NotFound();

    private string OwnUrl() => server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
        .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);

    private string Sign(string id) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(id)));
}
