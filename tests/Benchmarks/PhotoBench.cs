using System.Diagnostics;
using System.IO.Compression;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images.Charts;
using WhatsAppBots.Images.Photos;

namespace WhatsAppBots.Benchmarks;

/// <summary>Measures how fast photos are checked and charts drawn, how much memory that takes, and what bombs and liars cost.</summary>
internal static class PhotoBench
{
    private const int Photos = 160;
    private const int Weeks = 60;
    private const int Megabyte = 1024 * 1024;

    private static readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("photo-bench-");

    public static async Task RunAsync()
    {
        try
        {
            // Twelve megapixels, as phones take them; kept below 5 MB, as WhatsApp sends them.
            var photo = await MakeAsync("mandelbrot=size=4000x3000,noise=alls=12", "photo.jpg");
            Console.WriteLine($"a photo of 12 megapixels, {photo.Length / 1024} kB");
            using var check = new PhotoCheck();
            await check.CheckAsync(new MemoryStream(photo), photo.Length, CancellationToken.None);
            foreach (var atOnce in new[] { 1, 2, 30, 160 }) await CrowdAsync(check, photo, atOnce);
            Charts();
            await AloneAsync(check, "a photo of 12 megapixels", photo);
            await AloneAsync(check, "PNG of 48 megapixels", await MakeAsync("testsrc2=size=8000x6000", "large.png"));
            await AloneAsync(check, "PNG of 10,000 × 10,000 in black", await MakeAsync("color=black:size=10000x10000", "bomb.png"));
            var liar = new byte[16 * Megabyte];
            new Random(1).NextBytes(liar);
            await AloneAsync(check, "16 MB that are called a JPEG", liar);
            await AloneAsync(check, "16 MB behind a JPEG's first bytes", [0xFF, 0xD8, 0xFF, 0xE0, .. liar.AsSpan(4)]);
            await AloneAsync(check, "small PNG that claims 60,000 × 60,000", Claiming(60_000));
        }
        finally
        {
            _folder.Delete(recursive: true);
        }
    }

    private static async Task CrowdAsync(PhotoCheck check, byte[] photo, int atOnce)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64;
        var most = before;
        var (started, cpu) = (Stopwatch.GetTimestamp(), Cpu());
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, Environment.WorkingSet);
                await Task.Delay(5);
            }
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, Photos), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, token) =>
        {
            // As from the media store: each from a file of its own.
            await using var file = File.OpenRead(Path.Combine(_folder.FullName, "photo.jpg"));
            if ((await check.CheckAsync(file, photo.Length, token)).Fault is { } fault) throw new InvalidOperationException($"The photo is {fault}.");
        });
        var (elapsed, used) = (Stopwatch.GetElapsedTime(started), Cpu() - cpu);
        await stop.CancelAsync();
        await watching;
        Console.WriteLine(
            $"{atOnce,4} at once: {Photos / elapsed.TotalSeconds,6:0.0} photos/s, {used.TotalMilliseconds / Photos:0} ms of CPU each, {(most - before) / Megabyte,4} MB more at most");
    }

    private static async Task AloneAsync(PhotoCheck check, string what, byte[] content)
    {
        await check.CheckAsync(new MemoryStream(content), content.Length, CancellationToken.None);
        var before = Cpu();
        var verdict = await check.CheckAsync(new MemoryStream(content), content.Length, CancellationToken.None);
        Console.WriteLine($"{what} ({content.Length / 1024} kB): {verdict.Fault}, {(Cpu() - before).TotalMilliseconds:0} ms of CPU");
    }

    private static void Charts()
    {
        var marks = new[] { "ddmdddd", "domfott", "ddddddd", "mmodddf" };
        var week = new WeekChart(
            "השבוע שלך", "15–21 בנובמבר", "he", [.. "אבגדהוש".Select((letter, day) => new ChartDay($"{letter}׳", day % 4, 4))],
            [.. marks.Select((mark, row) => new ChartHabit(row % 2 == 0 ? "🧘 מדיטציה" : "🏋🏽‍♀️ Gym 3 פעמים", mark, "🔥 12 ימים"))], "17 מתוך 24 🎉");
        ChartBrush.Png(ChartDrawing.Draw(week));
        var (started, cpu) = (Stopwatch.GetTimestamp(), Cpu());
        for (var n = 0; n < Weeks; n++) ChartBrush.Png(ChartDrawing.Draw(week));
        Console.WriteLine($"charts: {Weeks / Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} a second on one core, {(Cpu() - cpu).TotalMilliseconds / Weeks:0} ms of CPU each");
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static byte[] Claiming(int side)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(new byte[10 * Megabyte]);
        byte[] size = [(byte)(side >> 24), (byte)(side >> 16), (byte)(side >> 8), (byte)side];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. size, .. size, 8, 2, 0, 0, 0, 0, 0, 0, 0, .. packed.ToArray()];
    }

    private static async Task<byte[]> MakeAsync(string source, string name)
    {
        var file = Path.Combine(_folder.FullName, name);
        using var process = Process.Start("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", source, "-frames:v", "1", "-q:v", "6", file]);
        await process.WaitForExitAsync();
        return await File.ReadAllBytesAsync(file);
    }
}
