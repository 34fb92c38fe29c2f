using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Images.Charts;

/// <summary>Turns a week into a PNG. Two at a time: each takes a core for a moment.</summary>
/// <param name="draw">Draws one; throws where this machine cannot.</param>
internal sealed partial class ChartPainter(ILogger<ChartPainter> logger, Func<WeekChart, byte[]> draw) : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _free = new(AtOnce);

    public ChartPainter(ILogger<ChartPainter> logger)
        : this(logger, chart => ChartBrush.Png(ChartDrawing.Draw(chart)))
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    /// <summary>The picture; null where it cannot be drawn, or a word on it could not be read: the week is told in words.</summary>
    public async Task<byte[]?> PaintAsync(WeekChart chart, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            if (ChartDrawing.CanName(chart)) return draw(chart);
            Log.NoLetters(logger);
            return null;
        }
#pragma warning disable CA1031 // Whatever the library does with somebody's words: the person gets their week.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.NotDrawn(logger, e);
            return null;
        }
        finally
        {
            _free.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A chart could not be drawn; the week is sent as text")]
        public static partial void NotDrawn(ILogger logger, Exception e);

        [LoggerMessage(2, LogLevel.Information, "A chart has words that no font of the app can write; the week is sent as text")]
        public static partial void NoLetters(ILogger logger);
    }
}
