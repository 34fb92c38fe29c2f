using System.Globalization;
using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Images.Photos;
using WhatsAppBots.Media;

namespace WhatsAppBots.Images.Packs;

/// <summary>Makes a pack's example video: the first picture of each prompt, one a second.</summary>
internal sealed class PackVideo(Database database, AstriaClient astria, IMediaStore media, TimeProvider time) : IEventHandler
{
    private const int MostFrames = 30;
    private const double NearBlack = 16;

    // WhatsApp plays H.264 baseline everywhere.
    private const string Letterbox =
        "scale=710:1536:force_original_aspect_ratio=decrease,pad=710:1536:(ow-iw)/2:(oh-ih)/2:black,setsar=1";

    private static readonly TimeSpan _frameTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _videoTimeout = TimeSpan.FromSeconds(40);

    private const string ExamplesSql = "select examples as Examples, video_key as Video from images.packs where id = @Pack";

    private const string KeepSql = "update images.packs set video_key = @key where id = @Pack";

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.PackVideoRequested;

    // Each keeps a core busy: more at once would only run into their time limits together.
    /// <inheritdoc/>
    public int AtOnce => Environment.ProcessorCount;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.PackVideoRequested)!;
        (string[] Examples, string? Video) pack;
        await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
        {
            pack = await connection.QuerySingleOrDefaultAsync<(string[], string?)>(ExamplesSql, asked);
        }

        var folder = Directory.CreateTempSubdirectory("pack-video-");
        try
        {
            var frames = await FramesAsync(folder.FullName, pack.Examples ?? [], cancellationToken);
            if (frames == 0) return new EventOutcome();
            var isMade = await Ffmpeg.RunAsync(
                folder.FullName, _videoTimeout,
                [
                    "-framerate", "1", "-i", "frame%03d.png", "-c:v", "libx264", "-profile:v", "baseline", "-level", "4.0", "-pix_fmt", "yuv420p",
                    "-r", "25", "-threads", "1", "-movflags", "+faststart", "video.mp4",
                ],
                cancellationToken);
            if (!isMade) throw new InvalidOperationException($"The video of pack {asked.Pack} could not be made.");
            var key = MediaKeys.New("mp4");
            await using (var video = File.OpenRead(Path.Combine(folder.FullName, "video.mp4")))
            {
                await media.WriteAsync(key, video, "video/mp4", cancellationToken);
            }

            if (pack.Video is { } old) await media.DeleteAsync(old, cancellationToken);
            return new EventOutcome(
                (connection, transaction, _) => connection.ExecuteAsync(KeepSql, new { asked.Pack, key }, transaction),
                CloudEvent.Of(
                    $"{e.Id}/video", Apps.Images, EventTypes.PackImagesUpdated, e.Workspace, null, null, time.GetUtcNow(), new(asked.Pack, key),
                    ContractsJson.Default.PackImagesUpdated));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Pictures that cannot be had, or show nothing, are left out.
    private async Task<int> FramesAsync(string folder, IReadOnlyList<string> examples, CancellationToken cancellationToken)
    {
        var frames = 0;
        foreach (var address in examples.Take(MostFrames))
        {
            var picture = await TryDownloadAsync(address, cancellationToken);
            if (picture is null || PhotoHeader.Read(picture.AsSpan(0, Math.Min(picture.Length, PhotoHeader.Length))) is not { } header) continue;
            var grey = await PhotoDecoder.GreyAsync(header, picture, Stream.Null, cancellationToken);
            if (grey is null || PhotoLook.At(grey).Brightness < NearBlack) continue;
            await File.WriteAllBytesAsync(Path.Combine(folder, "picture"), picture, cancellationToken);
            var name = $"frame{frames.ToString("000", CultureInfo.InvariantCulture)}.png";
            string[] arguments =
            [
                "-protocol_whitelist", "file", "-f", $"{header.MimeType["image/".Length..]}_pipe", "-i", "picture", "-frames:v", "1", "-vf", Letterbox, name,
            ];
            if (await Ffmpeg.RunAsync(folder, _frameTimeout, arguments, cancellationToken)) frames++;
        }

        return frames;
    }

    private async Task<byte[]?> TryDownloadAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            return await astria.DownloadAsync(address, cancellationToken);
        }
        catch (AstriaException e) when (e.Kind is AstriaFailure.NotThere or AstriaFailure.Refused)
        {
            return null;
        }
    }
}
