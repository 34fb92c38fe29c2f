using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Images.Charts;

namespace WhatsAppBots.Images;

/// <summary>Says once, at start, what this machine lacks. Nothing waits for it to look.</summary>
internal sealed partial class FfmpegNotice(ILogger<FfmpegNotice> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (!Ffmpeg.IsThere) Log.Missing(logger);
            else if ((await ChartSupport.OfThisMachineAsync()).Lack is { } lack) Log.NoCharts(logger, lack);
        }
        catch (TimeoutException)
        {
            // It is looked at again with the first chart, and by /health.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "ffmpeg is not installed: photos are checked by their headers alone, packs have no example videos and weeks no charts (Debian: apt-get install ffmpeg)")]
        public static partial void Missing(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "Weeks are told in words where they cannot be drawn: {Lack}")]
        public static partial void NoCharts(ILogger logger, string lack);
    }
}
