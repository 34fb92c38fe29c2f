using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using WhatsAppBots.Images;
using WhatsAppBots.Images.Photos;

namespace WhatsAppBots.Unit.Tests.Photos;

/// <summary>Whatever a photo holds, looking at it costs no more memory than is set aside for it.</summary>
public sealed class PhotoBombTests : IDisposable
{
    private const int MostMegabytes = 260;

    private readonly PhotoCheck _check = new();

    public void Dispose() => _check.Dispose();

    [Theory]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    [InlineData("iCCP")]
    public async Task Texts_and_profiles_that_unfold_to_gigabytes_do_not(string kind)
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=720x960", "png");
        await AssertIsBoundedAsync(WithChunk(photo, kind, Bomb(kind, 1_200)));
    }

    [Fact]
    public async Task Pictures_of_fifty_megapixels_are_looked_at_one_after_the_other()
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=8000x6000", "png", "-pix_fmt", "rgb24");
        await AssertIsBoundedAsync(photo, photo, photo);
    }

    [Fact]
    public async Task A_picture_that_would_need_more_than_there_is_is_called_too_large()
    {
        var photo = await MadePhoto.MakeAsync("color=c=red:size=7000x6000", "png", "-pix_fmt", "rgba64be");
        using var content = new MemoryStream(photo);
        Assert.Equal(PhotoFault.TooManyPixels, (await _check.CheckAsync(content, photo.Length, CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task Memory_is_shared_out_in_the_order_of_asking()
    {
        var gate = new MemoryGate(100);
        var first = await gate.EnterAsync(60, default);
        var large = gate.EnterAsync(80, default);
        var small = gate.EnterAsync(10, default);
        using var cancelled = new CancellationTokenSource();
        var given = gate.EnterAsync(100, cancelled.Token);
        Assert.False(large.IsCompleted || small.IsCompleted);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        first.Dispose();
        first.Dispose();
        (await large).Dispose();
        (await small).Dispose();
        (await gate.EnterAsync(100, default)).Dispose();
    }

    private async Task AssertIsBoundedAsync(params byte[][] photos)
    {
        Assert.True(Ffmpeg.IsBounded);
        using var ended = new CancellationTokenSource();
        var most = WatchAsync(ended.Token);
        await Task.WhenAll(photos.Select(async photo =>
        {
            using var content = new MemoryStream(photo);
            await _check.CheckAsync(content, photo.Length, CancellationToken.None);
        }));
        await ended.CancelAsync();
        Assert.InRange(await most, 1, MostMegabytes << 10);
    }

    // The decoders that this process runs at any one moment, in kB.
    private static Task<long> WatchAsync(CancellationToken ended) => Task.Run(() =>
    {
        long most = 0;
        while (!ended.IsCancellationRequested)
        {
            most = Math.Max(most, Process.GetProcessesByName("ffmpeg").Sum(process =>
            {
                using (process) return MemoryOf(process.Id);
            }));
        }

        return most;
    });

    private static long MemoryOf(int id)
    {
        try
        {
            var lines = File.ReadAllLines($"/proc/{id}/status");

            // Other tests make photos with ffmpeg at the same time; only looking at one limits its pixels.
            var isDecoder = File.ReadAllText($"/proc/{id}/cmdline").Contains("-max_pixels", StringComparison.Ordinal);
            return isDecoder && Value("PPid:") == Environment.ProcessId ? Value("VmRSS:") : 0;

            long Value(string name) => long.Parse(
                lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
                CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static byte[] Bomb(string kind, int megabytes)
    {
        using var packed = new MemoryStream();
        packed.Write(kind == "iTXt" ? "a\0\u0001\0\0\0"u8 : "a\0\0"u8);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var n = 0; n < megabytes; n++) zlib.Write(zeros);
        }

        return packed.ToArray();
    }

    private static byte[] WithChunk(byte[] png, string kind, byte[] content)
    {
        const int BehindHeader = 33;
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        System.Text.Encoding.ASCII.GetBytes(kind).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), PngCrc.Of(chunk.AsSpan(4, content.Length + 4)));
        return [.. png.AsSpan(0, BehindHeader), .. chunk, .. png.AsSpan(BehindHeader)];
    }
}

/// <summary>The checksum of a PNG's chunk: https://www.w3.org/TR/png/#D-CRCAppendix.</summary>
internal static class PngCrc
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
