using System.Buffers.Binary;
using System.IO.Compression;
using WhatsAppBots.Images.Photos;

namespace WhatsAppBots.Unit.Tests.Photos;

/// <summary>Runs alone: it measures the memory of the whole process.</summary>
[CollectionDefinition(nameof(PhotoBombTests), DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>Whatever a photo holds, looking at it costs no more memory than is set aside for it.</summary>
[Collection(nameof(PhotoBombTests))]
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
        var photo = await MadePhoto.MakeAsync("color=c=red:size=8000x6000", "png", "-pix_fmt", "rgb24", "-compression_level", "1");
        var verdicts = await AssertIsBoundedAsync(photo, photo);
        Assert.All(verdicts, verdict => Assert.Equal(PhotoFault.Blurred, verdict.Fault));
    }

    // What they claim is set aside for them before it turns out that they do not hold it.
    [Theory]
    [InlineData("progressive.jpg")]
    [InlineData("interlaced.png")]
    public async Task Pictures_that_claim_fifty_megapixels_cost_no_more(string file)
    {
        var photo = Claiming(MadePhoto.Sample(file), 7_100, 7_000);
        var verdicts = await AssertIsBoundedAsync(photo, photo);
        Assert.DoesNotContain(verdicts, verdict => verdict.Fault == PhotoFault.TooManyPixels);
    }

    [Fact]
    public async Task A_picture_that_would_need_more_than_there_is_is_called_too_large()
    {
        var photo = await MadePhoto.MakeAsync("color=c=red:size=7000x6000", "webp", "-lossless", "1");
        using var content = new MemoryStream(photo);
        Assert.Equal(PhotoFault.TooManyPixels, (await _check.CheckAsync(content, photo.Length, CancellationToken.None)).Fault);
    }

    // Each of a thousand scans goes through all pixels again.
    [Fact]
    public async Task A_picture_of_too_many_scans_is_called_too_large()
    {
        var photo = MadePhoto.Sample("progressive.jpg");
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0];
        byte[] many = [.. Claiming(photo, 6_000, 4_000)[..^2], .. Enumerable.Repeat(scan, 1_000).SelectMany(part => part), 0xFF, 0xD9];
        using var content = new MemoryStream(many);
        Assert.Equal(PhotoFault.TooManyPixels, (await _check.CheckAsync(content, many.Length, CancellationToken.None)).Fault);
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

    private async Task<PhotoVerdict[]> AssertIsBoundedAsync(params byte[][] photos)
    {
        GC.Collect();
        var rest = Environment.WorkingSet;
        using var ended = new CancellationTokenSource();
        var most = WatchAsync(ended.Token);
        var verdicts = await Task.WhenAll(photos.Select(photo => Task.Run(async () =>
        {
            using var content = new MemoryStream(photo);
            return await _check.CheckAsync(content, photo.Length, CancellationToken.None);
        })));
        await ended.CancelAsync();
        Assert.InRange((await most - rest) >> 20, long.MinValue, MostMegabytes);
        return verdicts;
    }

    private static Task<long> WatchAsync(CancellationToken ended) => Task.Run(async () =>
    {
        long most = 0;
        while (!ended.IsCancellationRequested)
        {
            most = Math.Max(most, Environment.WorkingSet);
            await Task.Delay(5, CancellationToken.None);
        }

        return most;
    });

    private static byte[] Claiming(byte[] photo, int width, int height)
    {
        var claiming = photo.ToArray();
        if (photo[0] == 0xFF)
        {
            var frame = claiming.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]);
            BinaryPrimitives.WriteUInt16BigEndian(claiming.AsSpan(frame + 5), (ushort)height);
            BinaryPrimitives.WriteUInt16BigEndian(claiming.AsSpan(frame + 7), (ushort)width);
            return claiming;
        }

        BinaryPrimitives.WriteInt32BigEndian(claiming.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(claiming.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(claiming.AsSpan(29), PngCrc.Of(claiming.AsSpan(12, 17)));
        return claiming;
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
    private static readonly uint[] _table = [.. Enumerable.Range(0, 256).Select(index =>
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    })];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = _table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }
}
