using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone;

/// <summary>Where settings come from, and what the host fills in for development.</summary>
internal static class Settings
{
    /// <summary>Numbers that answer where none are configured.</summary>
    public const string DevelopmentNumbers = DevelopmentValues.WhatsAppNumbers;

    // Without them the bot could not be reached by the AI provider, or would have none.
    private static readonly string[] _ofPortraits = ["PUBLIC_URL", "ASTRIA_API_KEY"];

    /// <summary>local.settings.json, then the environment, then the command line; the last to speak wins.</summary>
    public static void Add(ConfigurationManager configuration, string[] args)
    {
        configuration.Sources.Clear();
        if (FindUpwards("local.settings.json") is { } file) configuration.AddInMemoryCollection(ReadValues(file));
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
        if (PortOfPlatform(configuration) is { } port && IsPort(port)) configuration["ASPNETCORE_URLS"] = $"http://0.0.0.0:{port}";
    }

    /// <summary>What is wrong with the host's own settings; in production also the secrets that are missing.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        // Whoever must say which it is need not be told what production lacks.
        if (HostEnvironment.Fault(configuration) is { } environment)
        {
            yield return environment;
            yield break;
        }

        if (configuration["LOG_LEVEL"] is { Length: > 0 } level && !(Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) && Enum.IsDefined(known)))
        {
            yield return $"LOG_LEVEL is \"{level}\"; it takes {string.Join(", ", Enum.GetNames<LogLevel>())}.";
        }

        if (PortOfPlatform(configuration) is { } port && !IsPort(port)) yield return $"PORT is \"{port}\"; it takes a number from 1 to 65535.";
        if (SecretKey.Fault(configuration) is { } secretKey) yield return secretKey;
        if (PublicUrl.Fault(configuration) is { } publicUrl) yield return publicUrl;
        if (!HostEnvironment.IsProduction(configuration)) yield break;
        foreach (var fault in ProductionSettings.Faults(configuration)) yield return fault;
        if (ChangingSecret.Newest(configuration["FUNCTION_KEY"]) is null) yield return "FUNCTION_KEY is missing.";
        if ($"{configuration["WHATSAPP_NUMBERS"]},{configuration["TWILIO_WHATSAPP_NUMBER"]}".Contains("=portraits", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var name in _ofPortraits.Where(name => configuration[name] is not { Length: > 0 }))
            {
                yield return $"{name} is missing: a number is mapped to portraits.";
            }
        }
    }

    /// <summary>FUNCTION_KEY, one key or several with commas between; in development it has a fixed value.</summary>
    public static string FunctionKey(IConfiguration configuration) =>
        ChangingSecret.Newest(configuration["FUNCTION_KEY"]) is null ? DevelopmentValues.FunctionKey : configuration["FUNCTION_KEY"]!;

    /// <summary>The data folder: DATA_FOLDER, or <c>.data</c> beside the solution.</summary>
    public static string DataFolder(IConfiguration configuration) =>
        Path.GetFullPath(configuration["DATA_FOLDER"] is { Length: > 0 } given
            ? given
            : Path.Combine(Path.GetDirectoryName(FindUpwards("WhatsAppBots.sln")) ?? Directory.GetCurrentDirectory(), ".data"));

    // PORT, where nobody says more exactly where to listen: what container platforms set.
    private static string? PortOfPlatform(IConfiguration configuration) =>
        configuration["PORT"] is { Length: > 0 } port && configuration["ASPNETCORE_URLS"] is not { Length: > 0 } && configuration["URLS"] is not { Length: > 0 }
            ? port
            : null;

    private static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

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
