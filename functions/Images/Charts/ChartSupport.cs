using System.Text;

namespace WhatsAppBots.Images.Charts;

/// <summary>What this machine has of what charts need.</summary>
/// <param name="ReadsSvg">An ffmpeg that turns SVG into pixels.</param>
/// <param name="NoFont">Scripts of ours that no font has.</param>
internal sealed record ChartSupport(bool ReadsSvg, IReadOnlyList<ChartScript> NoFont)
{
    private const int Size = 400;
    private const int RowHeight = 100;
    private const byte Ink = 128;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);
    private static readonly Lock _lock = new();
    private static Task<ChartSupport>? _here;

    /// <summary>Why no chart can be drawn, or not in every language; null: nothing is missing.</summary>
    public string? Lack =>
        !ReadsSvg ? "ffmpeg with librsvg is not installed (Debian: apt-get install ffmpeg)"
        : NoFont.Count > 0 ? $"no font for {string.Join(", ", NoFont)} is installed (Debian: apt-get install fonts-noto-core)"
        : null;

    /// <summary>What there is here; looked at once.</summary>
    /// <exception cref="TimeoutException">It could not be looked at just now.</exception>
    public static Task<ChartSupport> OfThisMachineAsync()
    {
        lock (_lock) return _here is null or { IsFaulted: true } ? _here = Task.Run(LookAsync) : _here;
    }

    /// <summary>Whether all letters of a text have a font, as far as they are of a script that is looked for.</summary>
    public bool CanWrite(string text) => NoFont.Count == 0 || !text.EnumerateRunes().Any(rune => ScriptOf(rune) is { } script && NoFont.Contains(script));

    private static ChartScript? ScriptOf(Rune rune) => rune.Value switch
    {
        >= 'A' and <= 0x024F => ChartScript.Latin,
        >= 0x0590 and <= 0x05FF => ChartScript.Hebrew,
        >= 0x0900 and <= 0x097F => ChartScript.Devanagari,
        _ => null,
    };

    // Drawn, not looked for in lists: a letter without a font is a box, as wide and as high as that of a character that no font has.
    private static async Task<ChartSupport> LookAsync()
    {
        if (!Ffmpeg.ReadsSvg) return new ChartSupport(false, []);
        (ChartScript Script, string Letters)[] scripts = [(ChartScript.Latin, "aegn"), (ChartScript.Hebrew, "אבגד"), (ChartScript.Devanagari, "कखगण")];
        var rows = string.Concat(scripts.Select(script => script.Letters).Prepend("\u0378\u0378\u0378\u0378").Select((letters, row) =>
            $"<text x='20' y='{(row * RowHeight) + 70}'>{letters}</text>"));
        var svg = $"<svg xmlns='http://www.w3.org/2000/svg' width='{Size}' height='{Size}' font-size='60' font-family=\"{ChartSheet.Fonts}\"><rect width='{Size}' height='{Size}' fill='#fff'/>{rows}</svg>";
        var folder = Directory.CreateTempSubdirectory("chart-fonts-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "fonts.svg"), svg);
            var isDrawn = await Ffmpeg.RunAsync(
                folder.FullName, _timeout,
                ["-protocol_whitelist", "file", "-f", "svg_pipe", "-i", "fonts.svg", "-frames:v", "1", "-pix_fmt", "gray", "-f", "rawvideo", "fonts.grey"],
                CancellationToken.None);
            if (!isDrawn) throw new TimeoutException("ffmpeg drew nothing.");
            var grey = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "fonts.grey"));
            var box = Extent(grey, 0);
            return new ChartSupport(true, [.. scripts.Index().Where(row => Extent(grey, row.Index + 1) is var ink && (ink == default || ink == box)).Select(row => row.Item.Script)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Width, int Height) Extent(ReadOnlySpan<byte> grey, int row)
    {
        var (left, right, top, bottom) = (Size, -1, Size, -1);
        for (var y = row * RowHeight; y < (row + 1) * RowHeight; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (grey[(y * Size) + x] >= Ink) continue;
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            }
        }

        return right < 0 ? default : (right - left, bottom - top);
    }
}

/// <summary>What the bots' languages are written in.</summary>
internal enum ChartScript
{
    Latin,
    Hebrew,
    Devanagari,
}
