using System.Globalization;
using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Packs;

/// <summary>Makes a pack's example video, where there is ffmpeg: the first picture of each prompt, one a second.</summary>
internal sealed class PackVideo(Database database, AstriaClient astria, IMediaStore media, TimeProvider time) : IEventHandler
{
    private const int MostFrames = 30;
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
        if (!Ffmpeg.IsThere) return new EventOutcome();
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

            // WhatsApp plays H.264 baseline everywhere.
            var isMade = await Ffmpeg.RunAsync(
                folder.FullName, _videoTimeout,
                [
                    "-framerate", "1", "-i", "frame%03d.jpg", "-c:v", "libx264", "-preset", "veryfast", "-tune", "stillimage", "-profile:v", "baseline",
                    "-level", "4.0", "-pix_fmt", "yuv420p", "-r", "25", "-threads", "1", "-movflags", "+faststart", "video.mp4",
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
            if (await TryDownloadAsync(address, cancellationToken) is not { } picture || PackFrame.Of(picture) is not { } frame) continue;
            var name = $"frame{frames.ToString("000", CultureInfo.InvariantCulture)}.jpg";
            await File.WriteAllBytesAsync(Path.Combine(folder, name), frame, cancellationToken);
            frames++;
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
