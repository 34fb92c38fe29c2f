using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Decides whether this is development or production (ENVIRONMENT), for all hosts and apps. In development everybody knows the keys, so it
/// has to be set, or to be certain: the host listens on this machine alone and has no real credential.
/// </summary>
public static class HostEnvironment
{
    private const string Name = "ENVIRONMENT";
    private const string Production = "production";
    private const string Development = "development";

    /// <summary>Tells production, and anything that is not certain to be development.</summary>
    public static bool IsProduction(IConfiguration configuration) => Said(configuration) switch
    {
        Development => false,
        null => Exposures(configuration).Any(),
        _ => true,
    };

    /// <summary>Fault of ENVIRONMENT; null where the environment is known.</summary>
    public static string? Fault(IConfiguration configuration) => Said(configuration) switch
    {
        Production or Development => null,
        null => Exposures(configuration).ToList() is { Count: > 0 } reasons ? NotSet(reasons) : null,
        _ => $"{Name} is \"{configuration[Name]!.Trim()}\"; it takes {Development} or {Production}.",
    };

    /// <summary>Fault of ENVIRONMENT for an app on the Azure Functions host, which others can reach: there it must be set.</summary>
    public static string? FaultUnlessSaid(IConfiguration configuration) =>
        Fault(configuration) ?? (Said(configuration) is null ? NotSet(["it runs on the Azure Functions host"]) : null);

    /// <summary>Warning about a host that is set to development and looks like production; null where there is none.</summary>
    public static string? Warning(IConfiguration configuration) =>
        Said(configuration) == Development && Exposures(configuration).ToList() is { Count: > 0 } reasons
            ? $"{Name} is {Development}, where keys and secrets are known to everybody, and yet {string.Join("; ", reasons)}. "
                + $"Set {Name}={Production} where others can reach this host."
            : null;

    // An address is no secret; a credential is named and not shown.
    private static IEnumerable<string> Exposures(IConfiguration configuration)
    {
        var urls = Given("ASPNETCORE_URLS") ?? Given("URLS")
            ?? (Given("PORT") is { } port ? $"http://0.0.0.0:{port}" : DevelopmentValues.HostUrl);
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

    private static string NotSet(IEnumerable<string> reasons) =>
        $"{Name} is not set, and this is not certain to be a development machine: {string.Join("; ", reasons)}. "
        + $"Set {Name}={Production}; or {Name}={Development}, where keys and secrets are known to everybody, if nobody else can reach it.";

    private static string? Said(IConfiguration configuration) =>
        configuration[Name]?.Trim() is { Length: > 0 } said ? said.ToLowerInvariant() : null;
}
