using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using WhatsAppBots.Images.Packs;
using WhatsAppBots.Images.Photos;
using Xunit.Abstractions;

namespace WhatsAppBots.Unit.Tests.Photos;

/// <summary>
/// Spoilt files are refused or read; none ends the process or costs it more than a second of a core. Many more as a run of their own:
/// <c>PHOTO_FUZZ=50000 dotnet test tests/Unit --filter PhotoFuzzTests</c>; <c>PHOTO_FUZZ_SEED</c> for others.
/// </summary>
[Collection(nameof(PhotoBombTests))]
public sealed class PhotoFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Usual = 1_000;

    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(1);

    private readonly PhotoCheck _check = new();
    private readonly Random _random = new(Number("PHOTO_FUZZ_SEED", 1));

    public void Dispose() => _check.Dispose();

    [Fact]
    public async Task Spoilt_files_do_no_harm()
    {
        var whole = new List<byte[]>();
        foreach (var name in new[] { "progressive.jpg", "cmyk.jpg", "interlaced.png", "animated.webp" }) whole.Add(MadePhoto.Sample(name));
        foreach (var (extension, pixels) in new[] { ("jpg", "yuvj420p"), ("png", "rgb24"), ("png", "pal8"), ("png", "rgba64be"), ("webp", "yuv420p"), ("webp", "yuva420p") })
        {
            whole.Add(await MadePhoto.MakeAsync("testsrc2=size=560x520", extension, "-pix_fmt", pixels));
        }

        whole.Add(await MadePhoto.MakeAsync("testsrc2=size=560x520", "webp", "-lossless", "1"));
        var (slowest, slowestFile, read) = (TimeSpan.Zero, "none", 0);
        var (rest, most) = (Environment.WorkingSet, 0L);
        var count = Number("PHOTO_FUZZ", Usual);
        for (var n = 0; n < count; n++)
        {
            var spoilt = Spoilt(whole[n % whole.Count]);
            var (isRead, cost) = await LookAsync(spoilt);
            Assert.True(cost < _limit, $"File {n} cost {cost}: {Convert.ToHexString(spoilt.AsSpan(0, 40))}");
            if (cost > slowest) (slowest, slowestFile) = (cost, $"{n}, spoilt from sample {n % whole.Count}");
            most = Math.Max(most, Environment.WorkingSet - rest);
            read += isRead ? 1 : 0;
        }

        output.WriteLine($"{count} files, {read} of them read; the slowest, {slowestFile}, cost {slowest.TotalMilliseconds:0} ms of CPU; "
            + $"memory at most {most >> 20} MB above its rest.");
        Assert.InRange(read, 1, count - 1);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    // A busy machine takes longer; what a file costs stays.
    private async Task<(bool IsRead, TimeSpan Cost)> LookAsync(byte[] file)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        using var content = new MemoryStream(file);
        var verdict = await _check.CheckAsync(content, file.Length, CancellationToken.None);
        process.Refresh();
        var cost = process.TotalProcessorTime - before;
        if (file.Length % 8 == 0) _ = PackFrame.Of(file);
        return (verdict.Look is not null, cost);
    }

    private byte[] Spoilt(byte[] whole)
    {
        var file = whole.ToArray();
        var head = Math.Min(file.Length, 400);
        for (var hits = _random.Next(1, 9); hits > 0; hits--)
        {
            switch (_random.Next(6))
            {
                case 0:
                    file[_random.Next(file.Length)] ^= (byte)(1 << _random.Next(8));
                    break;
                case 1:
                    file[_random.Next(file.Length)] = (byte)_random.Next(256);
                    break;
                case 2:
                    // Lengths and sizes stand in front.
                    file[_random.Next(head)] = (byte)_random.Next(256);
                    break;
                case 3:
                    BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(_random.Next(file.Length - 4)), _random.Next(2) == 0 ? uint.MaxValue : 0);
                    break;
                case 4:
                    var from = _random.Next(file.Length);
                    var length = _random.Next(Math.Min(file.Length - from, 2_000) + 1);
                    file.AsSpan(from, length).CopyTo(file.AsSpan(_random.Next(file.Length - length + 1)));
                    break;
                default:
                    if (_random.Next(4) == 0) file = file[..Math.Max(head, _random.Next(file.Length))];
                    break;
            }
        }

        if (whole[0] == 0x89 && _random.Next(4) > 0) Check(file);
        return file;
    }

    // With its checksums right again, more of a PNG reaches the decoder.
    private static void Check(byte[] png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12) return;
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(at + 8 + (int)length), PngCrc.Of(png.AsSpan(at + 4, (int)length + 4)));
            at += 12 + (int)length;
        }
    }
}
