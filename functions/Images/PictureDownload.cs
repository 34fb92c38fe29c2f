using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images.Jobs;
using WhatsAppBots.Media;

namespace WhatsAppBots.Images;

/// <summary>All pictures of an order as a ZIP, by a link that ends.</summary>
public sealed class PictureDownload(Database database, IMediaStore media, SignedTokens tokens)
{
    /// <summary>The file, or 404 where the link is no longer good.</summary>
    [Function("PictureDownload")]
    public async Task<IResult> Download(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pictures/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        if (tokens.Read(JobWorker.DownloadPurpose, token)?.Split(':') is not [var order, var attempt]) return Results.NotFound();
        IReadOnlyList<string> keys;
        await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
        {
            keys = await JobRows.KeysAsync(
                connection, long.Parse(order, CultureInfo.InvariantCulture), int.Parse(attempt, CultureInfo.InvariantCulture));
        }

        if (keys.Count == 0) return Results.NotFound();

        // An archive writes the few bytes behind each entry synchronously, whichever way it is closed.
        if (request.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } control) control.AllowSynchronousIO = true;
        return Results.Stream(body => WriteAsync(body, keys, cancellationToken), "application/zip", "portraits.zip");
    }

    // One after the other, as they are: pictures do not compress.
    private async Task WriteAsync(Stream body, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (zip)
        {
            foreach (var (index, key) in keys.Index())
            {
                await using var file = await media.OpenAsync(key, cancellationToken);
                if (file is null) continue;
                var entry = zip.CreateEntry($"portrait-{(index + 1).ToString("00", CultureInfo.InvariantCulture)}{Path.GetExtension(key)}", CompressionLevel.NoCompression);
                await using var target = await entry.OpenAsync(cancellationToken);
                await file.Content.CopyToAsync(target, cancellationToken);
            }
        }
    }
}
