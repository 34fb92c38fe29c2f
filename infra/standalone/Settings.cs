using System.Text.Json;

namespace WhatsAppBots.Standalone;

/// <summary>Where settings come from, and what the host fills in for development.</summary>
internal static class Settings
{
    /// <summary>Numbers that answer where none are configured.</summary>
    public const string DevelopmentNumbers = "100000000000001=hub,100000000000002=echo";

    /// <summary>local.settings.json, then the environment, then the command line; the last to speak wins.</summary>
    public static void Add(ConfigurationManager configuration, string[] args)
    {
        configuration.Sources.Clear();
        if (FindUpwards("local.settings.json") is { } file) configuration.AddInMemoryCollection(ReadValues(file));
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    public static bool IsProduction(IConfiguration configuration) =>
        string.Equals(configuration["ENVIRONMENT"], "production", StringComparison.OrdinalIgnoreCase);

    /// <summary>The data folder: DATA_FOLDER, or <c>.data</c> beside the solution.</summary>
    public static string DataFolder(IConfiguration configuration) =>
        Path.GetFullPath(configuration["DATA_FOLDER"] is { Length: > 0 } given
            ? given
            : Path.Combine(Path.GetDirectoryName(FindUpwards("WhatsAppBots.sln")) ?? Directory.GetCurrentDirectory(), ".data"));

    private static string? FindUpwards(string name)
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, name);
            if (File.Exists(file)) return file;
        }

        return null;
    }

    // The file Azure's tools read, so both hosts share one: {"Values": {"NAME": "value"}}.
    private static Dictionary<string, string?> ReadValues(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
            });
            return document.RootElement.TryGetProperty("Values", out var values)
                ? values.EnumerateObject().ToDictionary(
                    value => value.Name.Replace("__", ":", StringComparison.Ordinal), value => (string?)value.Value.ToString())
                : [];
        }
        catch (JsonException e)
        {
            throw new StartException($"{file} is not JSON: {e.Message}");
        }
    }
}

/// <summary>The host cannot start. The message is for the person who started it.</summary>
public sealed class StartException(string message) : Exception(message);
