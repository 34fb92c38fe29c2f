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
    [InlineData("testsrc2=size=1200x900,lutyuv=y=val*0.05", PhotoFault.TooDark)]
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

    [Fact]
    public async Task Bomb_OfAHundredMegapixels_IsRefusedByItsHeader()
    {
        var bomb = await MadePhoto.MakeAsync("color=c=black:size=10000x10000", "png");

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
