using System.Text;
using Moq;
using WhatsAppBots.Ai.Asking;
using WhatsAppBots.Images.Jobs;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;

namespace WhatsAppBots.Unit.Tests.Media;

/// <summary>Photos that releases before stored as they came leave the house without place and time.</summary>
public sealed class PlainPhotosTests
{
    private const string Secret = "51.5007N 0.1246W";

    private static readonly byte[] _plain =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. new byte[5000], 0xFF, 0xD9,
    ];

    private static readonly byte[] _told = [.. _plain[..2], 0xFF, 0xE1, 0, 24, .. "Exif\0\0"u8, .. Encoding.ASCII.GetBytes(Secret), .. _plain[2..]];

    private readonly string _key = MediaKeys.New("jpg");

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("application/octet-stream")]
    public async Task Photo_KeptAsItCame_IsOpenedWithoutWhatItTells(string type)
    {
        await using var file = await Store(_told, type).OpenPlainAsync(_key, CancellationToken.None);
        Assert.Equal(_plain.Length, file!.Length);
        Assert.Equal(_plain.Length, file.Content.Length);
        Assert.Equal(_plain, await AllOfAsync(file.Content));
    }

    [Theory]
    [InlineData("image/jpeg", true)]
    [InlineData("video/mp4", false)]
    public async Task OtherFiles_AreOpenedAsTheyAre(string type, bool isPhoto)
    {
        await using var file = await Store(isPhoto ? _plain : _told, type).OpenPlainAsync(_key, CancellationToken.None);
        Assert.IsType<MemoryStream>(file!.Content);
        Assert.Equal(isPhoto ? _plain : _told, await AllOfAsync(file.Content));
        Assert.Null(await Mock.Of<IMediaStore>().OpenPlainAsync(_key, CancellationToken.None));
    }

    [Fact]
    public async Task Providers_GetNoPhotoWithPlaceAndTime()
    {
        await using (var open = await OpenPhotos.OfAsync(Store(_told, "image/jpeg"), [_key], CancellationToken.None))
        {
            var photo = Assert.Single(open.Photos);
            Assert.Equal(_plain.Length, photo.Content.Length);
            Assert.Equal(_plain, await AllOfAsync(photo.Content));
        }

        Assert.Equal(_plain, Assert.Single((await Pictures.ReadAsync(Store(_told, "image/jpeg"), [_key], CancellationToken.None))!).Content);
    }

    [Fact]
    public void Folders_ThatWereLeft_AreSwept_AndThoseInUseAreNot()
    {
        var (left, young) = (Directory.CreateTempSubdirectory("sweep-test-"), Directory.CreateTempSubdirectory("sweep-test-"));
        File.WriteAllText(Path.Combine(left.FullName, "frame001.png"), "a face");
        File.WriteAllText(Path.Combine(young.FullName, "frame001.png"), "a face");
        File.SetLastWriteTimeUtc(Path.Combine(left.FullName, "frame001.png"), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        Directory.SetLastWriteTimeUtc(left.FullName, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        LeftFolders.Sweep("sweep-test-", TimeProvider.System);
        Assert.False(Directory.Exists(left.FullName));
        Assert.True(File.Exists(Path.Combine(young.FullName, "frame001.png")));
        young.Delete(recursive: true);
    }

    private IMediaStore Store(byte[] content, string type)
    {
        var store = new Mock<IMediaStore>();
        store.Setup(media => media.OpenAsync(_key, It.IsAny<CancellationToken>())).ReturnsAsync(() => new MediaFile(new MemoryStream(content), type, content.Length));
        return store.Object;
    }

    private static async Task<byte[]> AllOfAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
