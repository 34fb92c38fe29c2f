using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Media;

namespace WhatsAppBots.Unit.Tests.Media;

/// <summary>Health says that files cannot be stored before people notice.</summary>
public sealed class MediaProbeTests
{
    private readonly Mock<IMediaStore> _store = new();
    private byte[] _written = [];
    private string _key = "";

    public MediaProbeTests()
    {
        _store.Setup(store => store.WriteAsync(It.IsAny<string>(), It.IsAny<Stream>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns(async (string key, Stream content, string _, CancellationToken _) =>
            {
                using var copy = new MemoryStream();
                await content.CopyToAsync(copy, CancellationToken.None);
                (_key, _written) = (key, copy.ToArray());
            });
        Keeps(content => content);
    }

    [Fact]
    public async Task Store_ThatKeepsWhatItIsGiven_IsSoundAndKeepsNothingOfTheProbe()
    {
        Assert.Equal("written and read", await CheckAsync());
        Assert.True(_written.Length > 4096);
        _store.Verify(store => store.DeleteAsync(_key, It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task DiskThatIsFull_IsSaid()
    {
        _store.Setup(store => store.WriteAsync(It.IsAny<string>(), It.IsAny<Stream>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("No space left on device"));
        Assert.Contains("No space", (await Assert.ThrowsAsync<IOException>(CheckAsync)).Message, StringComparison.Ordinal);
        _store.Verify(store => store.DeleteAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task FileThatIsCutOff_OrChanged_OrGone_IsSaid()
    {
        Keeps(content => content[..^1]);
        await Assert.ThrowsAsync<IOException>(CheckAsync);
        Keeps(content => [.. content[..^1], (byte)(content[^1] ^ 1)]);
        await Assert.ThrowsAsync<IOException>(CheckAsync);
        Keeps(content => [.. content, 0]);
        await Assert.ThrowsAsync<IOException>(CheckAsync);
        Keeps(_ => null);
        await Assert.ThrowsAsync<IOException>(CheckAsync);
    }

    private Task<string> CheckAsync() =>
        new MediaProbe(_store.Object, Options.Create(new MediaOptions())).CheckAsync(CancellationToken.None);

    private void Keeps(Func<byte[], byte[]?> kept) =>
        _store.Setup(store => store.OpenAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => kept(_written) is { } content ? new MediaFile(new MemoryStream(content), "application/octet-stream", content.Length) : null);
}
