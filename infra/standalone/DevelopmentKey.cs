using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;

namespace WhatsAppBots.Standalone;

/// <summary>
/// Key of a developer's machine, in a file that its owner alone reads: <c>post</c> and the shell call the API with it. Each data folder has
/// one of its
/// own, made at random; production has none.
/// </summary>
internal static class DevelopmentKey
{
    private const string File = "api.key";
    private const string Name = "development";
    private const int LongestKey = 200;

    /// <summary>Path of the file.</summary>
    public static string PathOf(IConfiguration configuration) => Path.Combine(Settings.DataFolder(configuration), File);

    /// <summary>Makes the key where there is none that the database knows.</summary>
    public static async Task EnsureAsync(OwnerTools tools, KeyStore keys, IConfiguration configuration)
    {
        var path = PathOf(configuration);
        if (Read(configuration) is { } text && KeyToken.Read(text) is { } known
            && await keys.FindAsync(known, null, CancellationToken.None) is not null) return;
        var made = await tools.KeyAsync(Name, Permissions.Scopes, CancellationToken.None);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, options);
        await file.WriteAsync(made.ToString());
    }

    /// <summary>The key; null where there is none.</summary>
    public static string? Read(IConfiguration configuration)
    {
        var file = new FileInfo(PathOf(configuration));
        return file is { Exists: true, Length: <= LongestKey } ? System.IO.File.ReadAllText(file.FullName).Trim() : null;
    }
}
