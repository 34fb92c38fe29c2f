using System.Buffers.Binary;
using System.Text;
using Moq;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;
using WhatsAppBots.Unit.Tests.Photos;

namespace WhatsAppBots.Unit.Tests.Media;

/// <summary>Films and HEIC pictures are kept without what they tell beside the picture, and stay as long as they are.</summary>
public sealed class PlainBoxTests
{
    private const string Place = "+51.5007-000.1246/";

    [Theory]
    [InlineData("mp4")]
    [InlineData("mov")]
    public async Task Place_AndTime_OfAFilm_Go_AndThePictureStays(string extension)
    {
        var film = await MadePhoto.MakeAsync(
            "testsrc2=size=64x48", extension, "-metadata", $"location={Place}", "-metadata", "creation_time=2026-01-02T03:04:05Z",
            "-metadata", "title=At the bridge", "-movflags", "+use_metadata_tags");
        Assert.True(Holds(film, Place));
        var plain = await PlainAsync(film);
        Assert.False(Holds(plain, Place) || Holds(plain, "At the bridge"));
        Assert.Equal(film.Length, plain.Length);
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(plain.AsSpan().IndexOf("mvhd"u8) + 8)));
        Assert.NotEqual(0u, BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(film.AsSpan().IndexOf("mvhd"u8) + 8)));
        Assert.Equal(await MadePhoto.ConvertAsync(film, "null", "bmp"), await MadePhoto.ConvertAsync(plain, "null", "bmp"));
        Assert.Equal(plain, await PlainAsync(plain));
        for (var piece = 1; piece < 40; piece += 7) Assert.Equal(plain, await PlainAsync(film, piece));
    }

    // A browser records films whose end it does not know.
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public async Task TitleTimeAndTags_OfAWebM_Go_AndThePictureStays(string live)
    {
        var film = await MadePhoto.MakeAsync(
            "testsrc2=size=64x48:rate=5:duration=1", "webm", "-frames:v", "5", "-metadata", $"location={Place}", "-metadata", "title=At the bridge",
            "-metadata", "creation_time=2026-01-02T03:04:05Z", "-live", live);
        Assert.True(Holds(film, Place) && Holds(film, "At the bridge"));
        var plain = await PlainAsync(film);
        Assert.False(Holds(plain, Place) || Holds(plain, "At the bridge"));
        Assert.Equal(film.Length, plain.Length);
        Assert.Equal(-1, plain.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x44, 0x61, 0x88]));
        Assert.Equal(await MadePhoto.ConvertAsync(film, "null", "bmp"), await MadePhoto.ConvertAsync(plain, "null", "bmp"));
        Assert.Equal(plain, await PlainAsync(plain));
        for (var piece = 1; piece < 40; piece += 7) Assert.Equal(plain, await PlainAsync(film, piece));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Exif_OfAHeic_Goes_WhereverItLies_AndThePictureStays(int method)
    {
        var picture = Enumerable.Range(0, 200_000).Select(n => (byte)n).ToArray();
        var (file, at) = Heic(picture, Encoding.ASCII.GetBytes("Exif " + Place), method);
        Assert.True(Holds(file, Place));
        var plain = await PlainAsync(file);
        Assert.False(Holds(plain, Place));
        Assert.Equal(file.Length, plain.Length);
        Assert.Equal(picture, plain[at..(at + picture.Length)]);
        for (var piece = 1; piece < 4_000; piece += 999) Assert.Equal(plain, await PlainAsync(file, piece));
    }

    [Fact]
    public async Task Files_ThatAreBrokenOrTellNothing_PassAsTheyAre()
    {
        var heic = MadePhoto.Sample("iphone.heic");
        byte[][] files =
        [
            heic, heic[..100], heic[..300], [0, 0, 0, 8, .. "ftyp"u8, 0, 0, 0, 1], [0, 0, 0, 16, .. "ftyp"u8, .. "heic"u8, 0, 0, 0, 0, 0, 0, 0, 3, .. "meta"u8],
            [0, 0, 0, 0, .. "ftyp"u8, .. new byte[300_000]], [0, 0, 0, 1, .. "moov"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3],
            [0, 0, 0, 12, .. "ftyp"u8, .. "heic"u8, 0, 0, 0, 40, .. "meta"u8, 0, 0, 0, 0, 0, 0, 0, 24, .. "iloc"u8, 9, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, .. new byte[8]],
        ];
        foreach (var file in files) Assert.Equal(file, await PlainAsync(file));
    }

    // As releases before stored it.
    [Theory]
    [InlineData("video/mp4")]
    [InlineData("application/octet-stream")]
    public async Task Film_KeptAsItCame_IsOpenedWithoutWhatItTells(string type)
    {
        byte[] film = [0, 0, 0, 12, .. "ftyp"u8, .. "isom"u8, 0, 0, 0, 34, .. "moov"u8, 0, 0, 0, 26, .. "udta"u8, .. Encoding.ASCII.GetBytes(Place), 0, 0, 0, 9, .. "mdat"u8, 7];
        var key = MediaKeys.New("mp4");
        var store = new Mock<IMediaStore>();
        store.Setup(media => media.OpenAsync(key, It.IsAny<CancellationToken>())).ReturnsAsync(() => new MediaFile(new MemoryStream(film), type, film.Length));
        await using var file = await store.Object.OpenPlainAsync(key, CancellationToken.None);
        Assert.Equal((film.Length, film.Length), (file!.Length, file.Content.Length));
        using var all = new MemoryStream();
        await file.Content.CopyToAsync(all);
        Assert.False(Holds(all.ToArray(), Place));
        Assert.EndsWith("mdat\u0007", Encoding.Latin1.GetString(all.ToArray()), StringComparison.Ordinal);
    }

    private static (byte[] File, int PictureAt) Heic(byte[] picture, byte[] exif, int method)
    {
        byte[] ftyp = [.. Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1"u8])];
        var length = Meta(0, 0).Length;
        var at = ftyp.Length + length + 8;
        byte[] content = method == 0 ? [.. picture, .. exif] : picture;
        return ([.. ftyp, .. Meta(at, at + picture.Length), .. Box("mdat", content)], at);

        byte[] Meta(int pictureAt, int exifAt) => Box("meta", [0, 0, 0, 0,
            .. Box("iinf", [0, 0, 0, 0, 0, 2, .. Box("infe", [2, 0, 0, 0, 0, 1, 0, 0, .. "hvc1"u8, 0]), .. Box("infe", [2, 0, 0, 0, 0, 2, 0, 0, .. "Exif"u8, 0])]),
            .. Box("iloc", [1, 0, 0, 0, 0x44, 0x00, 0, 2,
                0, 1, 0, 0, 0, 0, 0, 1, .. Big(pictureAt), .. Big(picture.Length),
                0, 2, 0, (byte)method, 0, 0, 0, 1, .. Big(method == 0 ? exifAt : 0), .. Big(exif.Length)]),
            .. method == 1 ? Box("idat", exif) : []]);
    }

    private static byte[] Box(string kind, byte[] content) => [.. Big(content.Length + 8), .. Encoding.ASCII.GetBytes(kind), .. content];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static bool Holds(byte[] file, string text) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static async Task<byte[]> PlainAsync(byte[] file, int piece = 4096)
    {
        await using var plain = new PlainPhotoStream(new Dripping(file, piece));
        using var copy = new MemoryStream();
        await plain.CopyToAsync(copy);
        return copy.ToArray();
    }
}
