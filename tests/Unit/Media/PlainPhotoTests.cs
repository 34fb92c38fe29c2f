using System.Buffers.Binary;
using System.Text;
using WhatsAppBots.Media.Photos;
using WhatsAppBots.Testing;
using WhatsAppBots.Unit.Tests.Photos;

namespace WhatsAppBots.Unit.Tests.Media;

/// <summary>Photos are kept without what their files tell beside the picture, and the picture is the same to the last pixel.</summary>
public sealed class PlainPhotoTests
{
    private const string Secret = "51.5007N 0.1246W";

    private static readonly byte[] _secret = Encoding.ASCII.GetBytes(Secret);

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task Metadata_goes_and_the_picture_stays(string extension)
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=640x480", extension);
        var told = extension switch
        {
            "jpg" => Jpeg(photo, (0xE1, "Exif\0\0"), (0xE1, "http://ns.adobe.com/xap/1.0/\0"), (0xED, "Photoshop 3.0\0"), (0xFE, ""), (0xE2, "MPF\0"), (0xEC, "")),
            "png" => Png(photo, "tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"),
            _ => WebP(photo, "EXIF", "XMP ", "junk"),
        };
        Assert.True(Holds(told));

        var plain = await PlainAsync(told);
        Assert.False(Holds(plain));
        await AssertSamePixelsAsync(photo, plain);
        Assert.Equal(plain, await PlainAsync(plain));
        for (var piece = 1; piece < 40; piece += 7) Assert.Equal(plain, await PlainAsync(told, piece));
    }

    [Fact]
    public async Task Comments_of_a_gif_go_and_all_its_pictures_stay()
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=64x48:rate=4:duration=1", "gif", "-frames:v", "4");
        byte[] block = [(byte)_secret.Length, .. _secret, 0];
        byte[] told =
        [
            .. photo[..GifStart(photo)], 0x21, 0xFE, .. block, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. block,
            0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x21, 0x01, 12, .. new byte[12], .. block, .. photo[GifStart(photo)..^1], 0x21, 0xFE, .. block, .. photo[^1..], .. _secret,
        ];
        var plain = await PlainAsync(told);
        Assert.False(Holds(plain));
        Assert.Equal(photo, plain);
        for (var piece = 1; piece < 40; piece += 7) Assert.Equal(plain, await PlainAsync(told, piece));
        Assert.Equal(photo, await PlainAsync(photo));

        // Behind the header and the table of colours.
        static int GifStart(byte[] gif) => 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task What_stands_behind_the_picture_goes(string extension)
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=64x48", extension);
        var plain = await PlainAsync([.. photo, .. new byte[200_000], .. _secret]);
        Assert.False(Holds(plain));
        await AssertSamePixelsAsync(photo, plain);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public async Task How_it_is_turned_stays(int orientation, bool isTurned)
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=640x480", "jpg");
        foreach (var isBig in new[] { true, false })
        {
            byte[] exif = [.. "Exif\0\0"u8, .. Tiff((byte)orientation, isBig), .. _secret];
            byte[] told = [.. photo[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. photo[2..]];
            var plain = await PlainAsync(told);
            Assert.False(Holds(plain));
            Assert.Equal(isTurned, plain.AsSpan().IndexOf("Exif\0\0"u8) > 0);
            await AssertSamePixelsAsync(told, plain);
        }
    }

    [Fact]
    public async Task A_preview_goes_and_colours_stay()
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=64x48", "jpg");
        byte[] preview = [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 40, 1, .. _secret, .. new byte[104]];
        byte[] told = [0xFF, 0xD8, 0xFF, 0xE0, 0, (byte)(preview.Length + 2), .. preview, .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7]), .. photo[20..]];
        var plain = await PlainAsync(told);
        Assert.False(Holds(plain));
        Assert.True(plain.AsSpan().IndexOf("ICC_PROFILE\0"u8) > 0);
        await AssertSamePixelsAsync(photo, plain);
    }

    // As a progressive picture has them: more tables and scans behind the first, and 0xFF in what is coded.
    [Fact]
    public async Task Pictures_of_many_scans_stay_whole()
    {
        byte[] scan = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, .. new byte[200_000], 0xFF, 0];
        byte[] whole = [0xFF, 0xD8, .. Segment(0xC2, new byte[9]), .. scan, .. Segment(0xC4, [1, 2]), .. scan, 0xFF, 0xD9];
        Assert.Equal(whole, await PlainAsync(whole));
        Assert.Equal(whole, await PlainAsync(whole, piece: 1_001));
        byte[] told = [.. whole[..^2], .. Segment(0xFE, _secret), .. whole[^2..]];
        Assert.Equal(whole, await PlainAsync(told));
    }

    [Fact]
    public async Task Other_files_pass_as_they_are()
    {
        foreach (var file in new byte[][] { [], [1], Encoding.ASCII.GetBytes("%PDF-1.7 " + Secret), new byte[300_000] }) Assert.Equal(file, await PlainAsync(file));
    }

    // Whatever is sent: it ends, it never throws, nothing is added, and it is read to its end.
    [Fact]
    public async Task Spoilt_files_neither_throw_nor_grow()
    {
        var random = new Random(11);
        foreach (var extension in new[] { "jpg", "png", "webp", "gif", "webm" })
        {
            var photo = await MadePhoto.MakeAsync("testsrc2=size=32x24", extension);
            for (var n = 0; n < 400; n++)
            {
                var spoilt = photo[..random.Next(1, photo.Length + 1)];
                for (var hit = 0; hit < 4; hit++) spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
                using var stream = new MemoryStream(spoilt);
                await using var plain = new PlainPhotoStream(stream);
                using var copy = new MemoryStream();
                await plain.CopyToAsync(copy);
                Assert.InRange(copy.Length, 0, spoilt.Length);
                Assert.Equal(spoilt.Length, stream.Position);
            }
        }
    }

    private static async Task<byte[]> PlainAsync(byte[] photo, int piece = 4096)
    {
        await using var plain = new PlainPhotoStream(new Dripping(photo, piece));
        using var copy = new MemoryStream();
        await plain.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static bool Holds(byte[] file) => file.AsSpan().IndexOf(_secret) >= 0;

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Jpeg(byte[] photo, params (int Marker, string Begins)[] segments) =>
    [
        .. photo[..2],
        .. segments.SelectMany(segment => Segment((byte)segment.Marker, [.. Encoding.Latin1.GetBytes(segment.Begins), .. _secret])),
        .. photo[2..],
    ];

    private static byte[] Png(byte[] photo, params string[] kinds) =>
        [.. photo[..33], .. kinds.SelectMany(kind => Chunk(kind, _secret)), .. photo[33..^12], .. Chunk("tEXt", _secret), .. photo[^12..]];

    private static byte[] Chunk(string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), PngCrc.Of(named));
        return chunk;
    }

    private static byte[] WebP(byte[] photo, params string[] kinds)
    {
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0x0C, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0];
        byte[] all = [.. "WEBP"u8, .. extended, .. photo[12..], .. kinds.SelectMany(kind => (byte[])[.. Encoding.ASCII.GetBytes(kind), (byte)_secret.Length, 0, 0, 0, .. _secret])];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, all.Length);
        return [.. "RIFF"u8, .. length, .. all];
    }

    private static byte[] Tiff(byte orientation, bool isBig) => isBig
        ? [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        : [.. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];

    // One program for both: to start it costs more than what it does.
    private static async Task AssertSamePixelsAsync(byte[] photo, byte[] other)
    {
        var (file, second) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await File.WriteAllBytesAsync(file, photo);
            await File.WriteAllBytesAsync(second, other);
            string[] sum = ["-frames:v", "1", "-pix_fmt", "rgb24", "-f", "md5", "-"];
            var sums = await Command.RunAsync(
                "ffmpeg", ["-v", "error", "-nostdin", "-i", file, "-i", second, "-map", "0:v", .. sum, "-map", "1:v", .. sum]);
            var lines = sums.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(lines.Length == 2, sums.Output + sums.Error);
            Assert.StartsWith("MD5=", lines[0], StringComparison.Ordinal);
            Assert.Equal(lines[0], lines[1]);
        }
        finally
        {
            File.Delete(file);
            File.Delete(second);
        }
    }
}

/// <summary>A stream that gives little at a time.</summary>
internal sealed class Dripping(byte[] content, int piece) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
}
