using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>A file at the provider, sent by either side.</summary>
internal sealed record MediaItem(string Id, string MimeType, byte[] Content, string? FileName)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Files, the newest few hundred.</summary>
internal sealed class MediaShelf
{
    private const int Most = 400;

    private readonly ConcurrentDictionary<string, MediaItem> _items = new();
    private readonly ConcurrentQueue<string> _order = new();
    private long _ids = 900_000_000_000_000;

    public MediaItem Add(string mimeType, byte[] content, string? fileName)
    {
        var item = new MediaItem(
            Interlocked.Increment(ref _ids).ToString(System.Globalization.CultureInfo.InvariantCulture), mimeType, content, fileName);
        _items[item.Id] = item;
        _order.Enqueue(item.Id);
        while (_items.Count > Most && _order.TryDequeue(out var oldest)) _items.TryRemove(oldest, out _);
        return item;
    }

    public MediaItem? Find(string? id) => id is null ? null : _items.GetValueOrDefault(id);

    public bool Remove(string id) => _items.TryRemove(id, out _);
}

/// <summary>
/// Upload and the two-step download: an id gives an address that lives five minutes and wants the token too.
/// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media
/// </summary>
internal sealed class GraphMedia(SimulatorOptions options, MediaShelf shelf, TimeProvider time)
{
    private static readonly TimeSpan _addressLives = TimeSpan.FromMinutes(5);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public void Map(WebApplication app)
    {
        app.MapPost("/graph/{version}/{number}/media", UploadAsync);
        app.MapGet("/graph/{version}/{id}", Describe);
        app.MapDelete("/graph/{version}/{id}", (string id, HttpRequest request) => !IsAllowed(request)
            ? GraphError.Answer(190, "Invalid OAuth access token")
            : shelf.Remove(id) ? Results.Json(new JsonObject { ["success"] = true }) : GraphError.Answer(100, "Unknown media id"));
        app.MapGet("/graph-media/{id}", Download);
    }

    private async Task<IResult> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsAllowed(request)) return GraphError.Answer(190, "Invalid OAuth access token");
        if (!request.HasFormContentType) return GraphError.Answer(100, "multipart/form-data is required");
        var form = await request.ReadFormAsync(cancellationToken);
        if (form["messaging_product"] != "whatsapp") return GraphError.Answer(100, "messaging_product: required");
        if (form.Files.GetFile("file") is not { } file) return GraphError.Answer(100, "file: required");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        var type = form["type"].ToString() is { Length: > 0 } given ? given : file.ContentType;
        return Results.Json(new JsonObject { ["id"] = shelf.Add(type, content.ToArray(), file.FileName).Id });
    }

    private IResult Describe(string id, HttpRequest request)
    {
        if (!IsAllowed(request)) return GraphError.Answer(190, "Invalid OAuth access token");
        if (options.Numbers.FirstOrDefault(number => number.PhoneNumberId == id) is { } ours)
        {
            return Results.Json(new JsonObject { ["id"] = id, ["display_phone_number"] = ours.DisplayPhoneNumber, ["verified_name"] = ours.Name });
        }

        if (shelf.Find(id) is not { } item) return GraphError.Answer(100, $"Object with ID '{id}' does not exist");
        var expires = (time.GetUtcNow() + _addressLives).ToUnixTimeSeconds();
        var address = $"{request.Scheme}://{request.Host}/graph-media/{id}?ext={expires}&hash={Sign(id, expires)}";
        return Results.Json(new JsonObject
        {
            ["messaging_product"] = "whatsapp", ["url"] = address, ["mime_type"] = item.MimeType, ["sha256"] = item.Sha256,
            ["file_size"] = item.Content.Length, ["id"] = id,
        });
    }

    private IResult Download(string id, long ext, string hash, HttpRequest request)
    {
        if (!IsAllowed(request)) return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (hash != Sign(id, ext) || time.GetUtcNow().ToUnixTimeSeconds() > ext || shelf.Find(id) is not { } item) return Results.NotFound();
        return Results.Bytes(item.Content, item.MimeType);
    }

    private bool IsAllowed(HttpRequest request) => request.Headers.Authorization.ToString() == $"Bearer {options.AccessToken}";

    private string Sign(string id, long expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, System.Text.Encoding.ASCII.GetBytes($"{id}.{expires}")));
}
