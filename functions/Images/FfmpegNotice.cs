using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Images;

/// <summary>Says once, at start, that packs will have no example videos. Nothing waits for it to look.</summary>
internal sealed partial class FfmpegNotice(ILogger<FfmpegNotice> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!Ffmpeg.IsThere) Log.Missing(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "ffmpeg is not installed: packs have no example videos (Debian: apt-get install ffmpeg)")]
        public static partial void Missing(ILogger logger);
    }
}
