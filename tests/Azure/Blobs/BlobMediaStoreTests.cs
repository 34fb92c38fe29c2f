using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using WhatsAppBots.Media;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Azure.Tests.Blobs;

/// <summary>Blobs by the real client, at Azurite.</summary>
public sealed class BlobMediaStoreTests(Azurite azurite) : MediaStoreContract, IClassFixture<Azurite>
{
    protected override IMediaStore Store { get; } = new BlobMediaStore(Container(azurite.ConnectionString));

    [Fact]
    public async Task Open_IsOneRequest()
    {
        var key = MediaKeys.New("jpg");
        await WriteAsync(key, "hello", "image/jpeg");
        var requests = new Requests();
        var options = new BlobClientOptions();
        options.AddPolicy(requests, HttpPipelinePosition.PerRetry);
        var store = new BlobMediaStore(new BlobContainerClient(azurite.ConnectionString, "media", options));
        await using (var file = await store.OpenAsync(key, CancellationToken.None)) await file!.Content.CopyToAsync(Stream.Null);
        Assert.Null(await store.OpenAsync(MediaKeys.New("jpg"), CancellationToken.None));
        Assert.Equal(["GET", "GET"], requests.Methods);
    }

    [Fact]
    public async Task Download_ThatBreaksOff_IsABrokenTransfer()
    {
        var broken = new BlobContent(new Failing(), 3);
        await Assert.ThrowsAsync<IOException>(async () => await broken.ReadExactlyAsync(new byte[3].AsMemory()));
        Assert.Throws<IOException>(() => broken.ReadByte());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/data/media")]
    [InlineData(".data/media")]
    public void Setting_ThatIsAFolder_IsNotForBlobs(string? store) => Assert.Null(BlobMedia.Read(Settings(store, "development")));

    [Fact]
    public void Setting_ThatIsAUrl_IsAContainer() =>
        Assert.Equal("pictures", BlobMedia.Read(Settings("https://account.blob.core.windows.net/pictures", "production"))!().Name);

    [Fact]
    public async Task Setting_ThatIsAConnectionString_MakesItsContainer_InDevelopmentAlone()
    {
        await BlobMedia.Read(Settings(azurite.ConnectionString, "development"))!().GetPropertiesAsync();
        Assert.NotNull(BlobMedia.Read(Settings("UseDevelopmentStorage=true", null)));
        var fault = Assert.Throws<InvalidOperationException>(() => BlobMedia.Read(Settings(azurite.ConnectionString, "production")));
        Assert.StartsWith("MEDIA_STORE", fault.Message, StringComparison.Ordinal);
    }

    private static BlobContainerClient Container(string connectionString) => BlobMedia.Read(Settings(connectionString, "development"))!();

    private static IConfiguration Settings(string? store, string? environment) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["MEDIA_STORE"] = store, ["ENVIRONMENT"] = environment }).Build();

    private sealed class Requests : HttpPipelineSynchronousPolicy
    {
        public List<string> Methods { get; } = [];

        public override void OnSendingRequest(HttpMessage message) => Methods.Add(message.Request.Method.ToString());
    }

    private sealed class Failing : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new global::Azure.RequestFailedException(412, "ConditionNotMet");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new global::Azure.RequestFailedException(412, "ConditionNotMet");
    }
}
