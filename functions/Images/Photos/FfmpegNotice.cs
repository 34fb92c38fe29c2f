using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Images.Photos;

/// <summary>Says once, at start, what this machine lacks.</summary>
internal sealed partial class FfmpegNotice(ILogger<FfmpegNotice> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Ffmpeg.IsThere) Log.Missing(logger);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "ffmpeg is not installed: photos are checked by their headers alone and packs have no example videos (Debian: apt-get install ffmpeg)")]
        public static partial void Missing(ILogger logger);
    }
}
