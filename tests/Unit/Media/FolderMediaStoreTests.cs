using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsAppBots.Media;
using WhatsAppBots.Unit.Tests.WhatsApp.Files;
using WhatsAppBots.Unit.Tests.WhatsApp.Sending;

namespace WhatsAppBots.Unit.Tests.Media;

public sealed class FolderMediaStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "media-" + Path.GetRandomFileName());

    [Fact]
    public async Task Write_ThenOpen_GivesContentTypeAndLength()
    {
        var (store, key) = (Store(), MediaKeys.New("ogg"));
        await Write(store, key, "hello", "audio/ogg; codecs=opus");
        await using var file = await store.OpenAsync(key, CancellationToken.None);
        Assert.Equal(("audio/ogg; codecs=opus", 5L), (file!.ContentType, file.Length));
        using var reader = new StreamReader(file.Content);
        Assert.Equal("hello", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Write_Again_Replaces()
    {
        var (store, key) = (Store(), MediaKeys.New("txt"));
        await Write(store, key, "first", "text/plain");
        await Write(store, key, "second!", "text/csv");
        await using var file = await Store().OpenAsync(key, CancellationToken.None);
        Assert.Equal(("text/csv", 7L), (file!.ContentType, file.Length));
    }

    [Fact]
    public async Task Write_ContentThrows_LeavesNothing()
    {
        var (store, key) = (Store(), MediaKeys.New("jpg"));
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(key, new BrokenStream(), "image/jpeg", CancellationToken.None));
        Assert.Null(await store.OpenAsync(key, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Write_ContentThrowsOverAnOldFile_KeepsTheOldOne()
    {
        var (store, key) = (Store(), MediaKeys.New("jpg"));
        await Write(store, key, "old", "image/png");
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(key, new BrokenStream(), "image/jpeg", CancellationToken.None));
        await using var file = await store.OpenAsync(key, CancellationToken.None);
        Assert.Equal(("image/png", 3L), (file!.ContentType, file.Length));
    }

    [Fact]
    public async Task Delete_File_IsGoneWithItsType()
    {
        var (store, key) = (Store(), MediaKeys.New("jpg"));
        await Write(store, key, "x", "image/jpeg");
        Assert.True(await store.DeleteAsync(key, CancellationToken.None));
        Assert.False(await store.DeleteAsync(key, CancellationToken.None));
        Assert.Null(await store.OpenAsync(key, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("abcd/efgh")]
    [InlineData("abcd\\efgh")]
    [InlineData("abcdef.jpg.exe")]
    [InlineData("abcdef\n")]
    [InlineData("ABCDEF")]
    [InlineData("abc")]
    [InlineData("")]
    public async Task AnyUse_KeyThatIsNone_Throws(string key)
    {
        var store = Store();
        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync(key, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync(key, Stream.Null, "x/y", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(key, CancellationToken.None));
    }

    [Fact]
    public void New_Store_SweepsWhatADeadProcessLeft()
    {
        Store();
        var (old, young) = (Path.Combine(_folder, ".unfinished", "old.tmp"), Path.Combine(_folder, ".unfinished", "young.tmp"));
        File.WriteAllText(old, "x");
        File.WriteAllText(young, "x");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
        Store();
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Theory]
    [InlineData("jpg", ".jpg")]
    [InlineData(".PNG", ".png")]
    [InlineData("../x", "")]
    [InlineData(null, "")]
    public void NewKey_Extension_IsKeptWhereItIsFit(string? extension, string end)
    {
        var key = MediaKeys.New(extension);
        Assert.True(MediaKeys.IsValid(key));
        Assert.Equal(end, Path.GetExtension(key));
        Assert.NotEqual(key, MediaKeys.New(extension));
    }

    [Fact]
    public void AddMedia_BlobContainer_IsAFaultThatNamesTheSetting()
    {
        var services = new ServiceCollection();
        services.AddMedia(Configuration("https://account.blob.core.windows.net/media"));
        using var provider = services.BuildServiceProvider();
        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IMediaStore>());
        Assert.StartsWith("MEDIA_STORE", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddMedia_StoreIsThereAlready_IsKept()
    {
        var services = new ServiceCollection();
        var store = new MemoryStore();
        services.AddSingleton<IMediaStore>(store).AddMedia(Configuration("https://account.blob.core.windows.net/media"));
        using var provider = services.BuildServiceProvider();
        Assert.Same(store, provider.GetRequiredService<IMediaStore>());
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private FolderMediaStore Store() => new(Options.Create(new MediaOptions { Folder = _folder }), TimeProvider.System);

    private static Task Write(FolderMediaStore store, string key, string text, string type) =>
        store.WriteAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(text)), type, CancellationToken.None);

    private static IConfigurationRoot Configuration(string store) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["MEDIA_STORE"] = store }).Build();
}
