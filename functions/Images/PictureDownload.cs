using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images.Jobs;
using WhatsAppBots.Media;

namespace WhatsAppBots.Images;

/// <summary>All pictures of an order as a ZIP, by a link that ends.</summary>
public sealed class PictureDownload(Database database, IMediaStore media, ArchiveShelf archives, SignedTokens tokens)
{
    // Pictures of the provider's have 1 to 3 MB.
    private const long BytesOfPicture = 3L << 20;

    /// <summary>The file; 404 where the link is no longer good, 503 where it cannot be built now.</summary>
    [Function("PictureDownload")]
    public async Task<IResult> Download(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pictures/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        if (JobTokens.Read(tokens, JobWorker.DownloadPurpose, token) is not { } job) return Results.NotFound();
        var keys = await database.UseAsync(connection => JobRows.KeysAsync(connection, job.Order, job.Attempt), cancellationToken);
        if (keys.Count == 0) return Results.NotFound();
        try
        {
            // How many there are is part of the name: more may have come since.
            var file = await archives.OpenAsync(
                FormattableString.Invariant($"pictures:{job.Order}:{job.Attempt}:{keys.Count}"), keys.Count * BytesOfPicture,
                (body, limit) => WriteAsync(body, keys, limit), cancellationToken);
            return Results.File(file, "application/zip", "portraits.zip");
        }
        catch (ArchiveBusyException)
        {
            return new LaterResult(LaterResult.Soon);
        }
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
