using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone;

/// <summary>Sources of the settings, and values that the host fills in for development.</summary>
internal static class Settings
{
    /// <summary>WHATSAPP_NUMBERS of development.</summary>
    public const string DevelopmentNumbers = DevelopmentValues.WhatsAppNumbers;

    // Portraits needs the AI provider, and the provider has to reach us.
    private static readonly string[] _ofPortraits = ["PUBLIC_URL", "ASTRIA_API_KEY"];

    private static readonly string[] _anyAddress = ["//0.0.0.0", "//[::]", "//*", "//+"];

    /// <summary>Adds local.settings.json, the environment and the command line; a later source overrides an earlier one.</summary>
    public static void Add(ConfigurationManager configuration, string[] args)
    {
        configuration.Sources.Clear();
        if (FindUpwards("local.settings.json") is { } file) configuration.AddInMemoryCollection(ReadValues(file));
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
        if (PortOfPlatform(configuration) is { } port && IsPort(port)) configuration["ASPNETCORE_URLS"] = $"http://0.0.0.0:{port}";
    }

    /// <summary>Faults of the host's own settings; in production also the secrets that are missing.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        // Without a known environment nobody knows whether production's rules apply.
        if (HostEnvironment.Fault(configuration) is { } environment)
        {
            yield return environment;
            yield break;
        }

        if (configuration["LOG_LEVEL"] is { Length: > 0 } level
            && !EnumNames.TryRead<LogLevel>(level, out _))
        {
            yield return $"LOG_LEVEL is \"{level}\"; it takes {string.Join(", ", Enum.GetNames<LogLevel>())}.";
        }

        if (PortOfPlatform(configuration) is { } port && !IsPort(port))
        {
            yield return $"PORT is \"{port}\"; it takes a number from 1 to 65535.";
        }

        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } collector && !Uri.TryCreate(collector, UriKind.Absolute, out _))
        {
            yield return "OTEL_EXPORTER_OTLP_ENDPOINT takes an address, http://127.0.0.1:4317.";
        }

        if (SecretKey.Fault(configuration) is { } secretKey) yield return secretKey;
        if (PublicUrl.Fault(configuration) is { } publicUrl) yield return publicUrl;
        if (!HostEnvironment.IsProduction(configuration)) yield break;
        foreach (var fault in ProductionSettings.Faults(configuration)) yield return fault;
        if (ChangingSecret.Newest(configuration["FUNCTION_KEY"]) is null) yield return "FUNCTION_KEY is missing.";
        var numbers = $"{configuration["WHATSAPP_NUMBERS"]},{configuration["TWILIO_WHATSAPP_NUMBER"]}";
        if (numbers.Contains("=portraits", StringComparison.OrdinalIgnoreCase))
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

    /// <summary>An address of the host that this machine reaches: the first it listens on.</summary>
    public static string OwnUrl(IConfiguration configuration)
    {
        var listens = configuration["ASPNETCORE_URLS"] is { Length: > 0 } urls ? urls
            : configuration["URLS"] is { Length: > 0 } own ? own
            : DevelopmentValues.HostUrl;
        return Here(listens.Split(';')[0].Trim().TrimEnd('/'));
    }

    /// <summary>An address as this machine reaches it: one that listens on all addresses is at 127.0.0.1.</summary>
    public static string Here(string url) =>
        _anyAddress.Aggregate(url, (here, any) => here.Replace(any, "//127.0.0.1", StringComparison.Ordinal));

    // Container platforms set PORT; an address that is set explicitly overrides it.
    private static string? PortOfPlatform(IConfiguration configuration) =>
        configuration["PORT"] is { Length: > 0 } port && string.IsNullOrEmpty(configuration["ASPNETCORE_URLS"] + configuration["URLS"])
            ? port
            : null;

    private static bool IsPort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static string? FindUpwards(string name)
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, name);
            if (File.Exists(file)) return file;
        }

        return null;
    }

    // The file of Azure's tools, so that both hosts share one: {"Values": {"NAME": "value"}}.
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

/// <summary>Signals that the host can't start, or a command can't run. The message is for the person who started it.</summary>
public sealed class StartException(string message) : Exception(message);
