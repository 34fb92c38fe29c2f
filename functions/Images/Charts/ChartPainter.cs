using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Images.Charts;

/// <summary>Turns a week into a PNG, by ffmpeg's librsvg. Two at a time.</summary>
internal sealed class ChartPainter(Func<Task<ChartSupport>> support) : IDisposable
{
    private const int AtOnce = 2;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    /// <summary>The picture; null where this machine cannot draw it, or did not in time.</summary>
    public async Task<byte[]?> PaintAsync(WeekChart chart, CancellationToken cancellationToken)
    {
        var here = await support();
        if (!here.ReadsSvg || !here.CanWrite(ChartDrawing.Words(chart))) return null;
        var svg = ChartDrawing.Draw(chart);
        await _free.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("chart-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "chart.svg"), svg, cancellationToken);
            var isDrawn = await Ffmpeg.RunAsync(
                folder.FullName, _timeout,
                ["-protocol_whitelist", "file", "-f", "svg_pipe", "-i", "chart.svg", "-frames:v", "1", "-pix_fmt", "rgb24", "-threads", "1", "chart.png"],
                cancellationToken);
            return isDrawn ? await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "chart.png"), cancellationToken) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
            _free.Release();
        }
    }
}
