using System.Buffers.Binary;
using WhatsAppBots.Images.Photos;

namespace WhatsAppBots.Unit.Tests.Photos;

public sealed class PhotoCheckTests : IDisposable
{
    // Edges, colours and grain, as a photo has them.
    private const string Scene = "testsrc2=size=1200x900,noise=alls=12:allf=t";
    private const string OtherScene = "mandelbrot=size=1200x900:maxiter=200";

    private readonly PhotoCheck _check = new();

    public void Dispose() => _check.Dispose();

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task Photo_ThatIsSound_HasNoFault(string extension) =>
        Assert.Null((await CheckAsync(await MadePhoto.MakeAsync(Scene, extension))).Fault);

    [Theory]
    [InlineData("testsrc2=size=1200x900,format=gbrp,colorlevels=romax=0.15:gomax=0.15:bomax=0.15", PhotoFault.TooDark)]
    [InlineData("testsrc2=size=1200x900,lutyuv=y=240:u=128:v=128", PhotoFault.TooBright)]
    [InlineData("testsrc2=size=1200x900,gblur=sigma=40", PhotoFault.Blurred)]
    [InlineData("testsrc2=size=1200x500", PhotoFault.TooSmall)]
    [InlineData("testsrc2=size=320x2000", PhotoFault.TooSmall)]
    public async Task Photo_ThatCannotBeUsed_HasItsFault(string source, object fault) =>
        Assert.Equal(fault, (await CheckAsync(await MadePhoto.MakeAsync(source, "jpg"))).Fault);

    [Theory]
    [InlineData("jpg", 0.5)]
    [InlineData("png", 0.5)]
    [InlineData("webp", 0.5)]
    [InlineData("jpg", 0.1)]
    public async Task Photo_CutOff_IsDamaged(string extension, double share)
    {
        var photo = await MadePhoto.MakeAsync(Scene, extension);

        Assert.Equal(PhotoFault.Damaged, (await CheckAsync(photo[..(int)(photo.Length * share)])).Fault);
    }

    [Theory]
    [InlineData("png", "rgba64be")]
    [InlineData("png", "gray")]
    [InlineData("png", "gray16be")]
    [InlineData("png", "ya8")]
    [InlineData("png", "pal8")]
    [InlineData("png", "monob")]
    [InlineData("jpg", "yuvj444p")]
    [InlineData("jpg", "gray")]
    [InlineData("webp", "bgra")]
    public async Task Photo_OfAnyKind_LooksAsItDoesElsewhere(string extension, string pixels)
    {
        var photo = await MadePhoto.MakeAsync(Scene, "png", "-pix_fmt", "rgb24");
        var other = await MadePhoto.ConvertAsync(photo, $"format={pixels}", extension);
        var (look, same) = ((await CheckAsync(other)), (await CheckAsync(photo)));

        Assert.Null(look.Fault);
        Assert.True(pixels == "monob" || look.Look!.Value.LooksLike(same.Look!.Value));
    }

    [Theory]
    [InlineData("progressive.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("interlaced.png")]
    [InlineData("animated.webp")]
    public async Task Photo_OfARareKind_IsReadAsWell(string file)
    {
        var verdict = await CheckAsync(MadePhoto.Sample(file));

        Assert.Null(verdict.Fault);
        Assert.True(verdict.Look!.Value.LooksLike((await CheckAsync(await MadePhoto.MakeAsync("mandelbrot=size=640x560:maxiter=100", "png"))).Look!.Value));
    }

    [Fact]
    public async Task Photo_OfAnIPhonesOwnFormat_IsNoPhotoWeRead() =>
        Assert.Equal(PhotoFault.NoPhoto, (await CheckAsync(MadePhoto.Sample("iphone.heic"))).Fault);

    // As of a passport's picture that was cut out: what is seen through is paper, not night.
    [Fact]
    public async Task Ground_ThatIsSeenThrough_IsWhite()
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=900x900,format=rgba,geq=r='r(X,Y)*gt(X,200)':g='g(X,Y)*gt(X,200)':b='b(X,Y)*gt(X,200)':a='255*gt(X,450)'", "png", "-pix_fmt", "rgba");
        var onWhite = await MadePhoto.ConvertAsync(photo, "split[a][b];[a]drawbox=t=fill:c=white[w];[w][b]overlay", "png");
        var (verdict, white) = (await CheckAsync(photo), await CheckAsync(onWhite));

        Assert.Null(verdict.Fault);
        Assert.InRange(verdict.Look!.Value.Brightness, 128, 235);
        Assert.True(verdict.Look.Value.LooksLike(white.Look!.Value));
    }

    // How a telephone was held is no difference: as ffmpeg turns it, so do we.
    [Fact]
    public async Task Photo_ThatIsTurnedByItsMetadata_LooksAsItIsMeant()
    {
        var filters = new[] { "null", "hflip", "hflip,vflip", "vflip", "transpose=0", "transpose=1", "transpose=3", "transpose=2" };
        var photo = await MadePhoto.MakeAsync(OtherScene.Replace("1200x900", "1200x700", StringComparison.Ordinal) + ",noise=alls=12", "jpg");
        var look = (await CheckAsync(photo)).Look!.Value;
        var turned = await MadePhoto.ConvertAsync(photo, filters, "png");
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, (byte)orientation, 0, 0, 0, 0, 0, 0];
            byte[] told = [.. photo[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. photo[2..]];
            var seen = (await CheckAsync(told)).Look!.Value;

            Assert.True(seen.LooksLike((await CheckAsync(turned[orientation - 1])).Look!.Value), $"{orientation}");
            if (orientation > 1) Assert.False(seen.LooksLike(look), $"{orientation}");
        }
    }

    // A telephone writes depth maps and its own edits before the picture; they are left out before it is kept, and are no reason here either.
    [Fact]
    public async Task Photo_WithMegabytesOfMetadata_IsReadAsWithout()
    {
        var photo = await MadePhoto.MakeAsync(Scene, "jpg");
        byte[] extended = [0xFF, 0xE1, 0xFF, 0xFF, .. "http://ns.adobe.com/xmp/extension/\0"u8, .. new byte[65_498]];

        Assert.Equal(await CheckAsync(photo), await CheckAsync([.. photo[..2], .. Enumerable.Repeat(extended, 33).SelectMany(part => part), .. photo[2..]]));
    }

    [Fact]
    public async Task Strips_OfALargePicture_MakeOneCopy()
    {
        var small = await MadePhoto.MakeAsync(OtherScene, "png", "-pix_fmt", "rgb24");
        var large = await MadePhoto.ConvertAsync(small, "scale=5000:4000:flags=neighbor", "png");
        var (one, other) = ((await CheckAsync(small)).Look!.Value, (await CheckAsync(large)).Look!.Value);

        Assert.True(one.LooksLike(other));
        Assert.Equal(one.Brightness, other.Brightness, 1.0);
    }

    [Fact]
    public async Task Bomb_OfAHundredMegapixels_IsRefusedByItsHeader()
    {
        var bomb = MadePhoto.Plain(10_000, 10_000, 0, 0, 0);

        var verdict = await CheckAsync(bomb);
        Assert.Equal(PhotoFault.TooManyPixels, verdict.Fault);
        Assert.Null(verdict.Look);
    }

    // Its header says 600 by 600, its content is what it is: it does not decode to what it says.
    [Fact]
    public async Task Header_ThatLies_IsDamaged()
    {
        var photo = await MadePhoto.MakeAsync("testsrc2=size=1200x900", "png");
        BinaryPrimitives.WriteInt32BigEndian(photo.AsSpan(16), 600);
        BinaryPrimitives.WriteInt32BigEndian(photo.AsSpan(20), 600);

        Assert.Equal(PhotoFault.Damaged, (await CheckAsync(photo)).Fault);
    }

    [Fact]
    public async Task File_ThatIsNoPhoto_IsRefusedWhateverItIsCalled()
    {
        Assert.Equal(PhotoFault.NoPhoto, (await CheckAsync("MZ this is a program"u8.ToArray())).Fault);
        Assert.Equal(PhotoFault.NoPhoto, (await CheckAsync([])).Fault);
    }

    [Fact]
    public async Task File_LargerThanAPhoto_IsNotRead()
    {
        using var photo = new MemoryStream();

        Assert.Equal(PhotoFault.TooLarge, (await _check.CheckAsync(photo, PhotoCheck.MaxBytes + 1, CancellationToken.None)).Fault);
    }

    [Theory]
    [InlineData("scale=700:525", "jpg")]
    [InlineData("eq=brightness=0.06", "jpg")]
    [InlineData("scale=1000:750", "webp")]
    public async Task Photo_SentAgain_LooksTheSame(string filters, string extension)
    {
        foreach (var scene in new[] { Scene, OtherScene })
        {
            var photo = await MadePhoto.MakeAsync(scene, "png");
            var again = await MadePhoto.ConvertAsync(photo, filters, extension);

            Assert.True((await CheckAsync(photo)).Look!.Value.LooksLike((await CheckAsync(again)).Look!.Value));
        }
    }

    [Fact]
    public async Task Photos_OfDifferentThings_LookDifferent()
    {
        var one = (await CheckAsync(await MadePhoto.MakeAsync(Scene, "png"))).Look!.Value;
        var other = (await CheckAsync(await MadePhoto.MakeAsync(OtherScene, "png"))).Look!.Value;
        var turned = (await CheckAsync(await MadePhoto.MakeAsync(Scene + ",transpose=1", "png"))).Look!.Value;

        Assert.False(one.LooksLike(other));
        Assert.False(one.LooksLike(turned));
    }

    private async Task<PhotoVerdict> CheckAsync(byte[] photo)
    {
        using var content = new MemoryStream(photo);
        return await _check.CheckAsync(content, photo.Length, CancellationToken.None);
    }
}
