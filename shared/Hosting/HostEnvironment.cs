using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>
/// The one place that decides what ENVIRONMENT is. Development opens doors for everybody who can reach the host, so it must be said, or be
/// certain: the host listens on this machine alone and holds no real credential.
/// </summary>
public static class HostEnvironment
{
    private const string Name = "ENVIRONMENT";
    private const string Production = "production";
    private const string Development = "development";
    private const string DefaultUrl = "http://127.0.0.1:7070";

    /// <summary>True in production, and wherever development is neither said nor certain.</summary>
    public static bool IsProduction(IConfiguration configuration) => Said(configuration) switch
    {
        Development => false,
        null => Exposures(configuration).Any(),
        _ => true,
    };

    /// <summary>What keeps the host from knowing which it is; null where it knows.</summary>
    public static string? Fault(IConfiguration configuration) => Said(configuration) switch
    {
        Production or Development => null,
        null => Exposures(configuration).ToList() is { Count: > 0 } reasons ? Unsaid(reasons) : null,
        _ => $"{Name} is \"{configuration[Name]!.Trim()}\"; it takes {Development} or {Production}.",
    };

    /// <summary>What keeps an app on the Azure Functions host from knowing: everybody can reach that, so it must be said.</summary>
    public static string? FaultUnlessSaid(IConfiguration configuration) =>
        Fault(configuration) ?? (Said(configuration) is null ? Unsaid(["it runs on the Azure Functions host"]) : null);

    /// <summary>Warning of a host that is development because it was said to be, and yet looks like more; null where there is none.</summary>
    public static string? Warning(IConfiguration configuration) =>
        Said(configuration) == Development && Exposures(configuration).ToList() is { Count: > 0 } reasons
            ? $"{Name} is {Development}, where keys and secrets are known to everybody, and yet {string.Join("; ", reasons)}. "
                + $"Set {Name}={Production} where others can reach this host."
            : null;

    // An address is no secret; of a credential the name alone is told.
    private static IEnumerable<string> Exposures(IConfiguration configuration)
    {
        var urls = Given("ASPNETCORE_URLS") ?? Given("URLS") ?? (Given("PORT") is { } port ? $"http://0.0.0.0:{port}" : DefaultUrl);
        foreach (var url in urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsElsewhere(url)) yield return $"it listens on {url}";
        }

        if (IsElsewhere(Given("SIMULATOR_URL"))) yield return $"its simulator listens on {Given("SIMULATOR_URL")}";
        if (IsElsewhere(Given("PUBLIC_URL"))) yield return "PUBLIC_URL is an address of other machines too";
        foreach (var name in DevelopmentValues.RealCredentials(configuration)) yield return $"{name} is set";

        string? Given(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;
    }

    private static bool IsElsewhere(string? url) => url is not null && !DevelopmentValues.IsHere(url);

    private static string Unsaid(IEnumerable<string> reasons) =>
        $"{Name} is not set, and this is not certain to be a development machine: {string.Join("; ", reasons)}. "
        + $"Set {Name}={Production}; or {Name}={Development}, where keys and secrets are known to everybody, if nobody else can reach it.";

    private static string? Said(IConfiguration configuration) =>
        configuration[Name]?.Trim() is { Length: > 0 } said ? said.ToLowerInvariant() : null;
}
