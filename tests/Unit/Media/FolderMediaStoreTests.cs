using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsAppBots.Media;
using WhatsAppBots.Testing;
using WhatsAppBots.Unit.Tests.WhatsApp.Files;
using WhatsAppBots.Unit.Tests.WhatsApp.Sending;

namespace WhatsAppBots.Unit.Tests.Media;

public sealed class FolderMediaStoreTests : MediaStoreContract, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "media-" + Path.GetRandomFileName());

    public FolderMediaStoreTests() => Store = Open();

    protected override IMediaStore Store { get; }

    [Fact]
    public async Task Files_ThatFailedOrAreGone_LeaveNothingInTheFolder()
    {
        var key = MediaKeys.New("jpg");
        await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(key, new BrokenStream(), "image/jpeg", CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        await WriteAsync(key, "x", "image/jpeg");
        await Store.DeleteAsync(key, CancellationToken.None);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void New_Store_SweepsWhatADeadProcessLeft()
    {
        Open();
        var (old, young) = (Path.Combine(_folder, ".unfinished", "old.tmp"), Path.Combine(_folder, ".unfinished", "young.tmp"));
        File.WriteAllText(old, "x");
        File.WriteAllText(young, "x");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
        Open();
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

    private FolderMediaStore Open() => new(Options.Create(new MediaOptions { Folder = _folder }), TimeProvider.System);

    private static IConfigurationRoot Configuration(string store) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["MEDIA_STORE"] = store }).Build();
}
