using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Rules for the settings of every app in production: no secret that everybody knows or that can be guessed, and no address that others
/// can't reach or trust.
/// </summary>
public static class ProductionSettings
{
    /// <summary>Minimum of random bytes in FUNCTION_KEY.</summary>
    public const int FunctionKeyBytes = 16;

    /// <summary>Minimum of random bytes in SECRET_KEY.</summary>
    public const int SecretKeyBytes = 32;

    private const string SecretKeyName = "SECRET_KEY";
    private const string FunctionKeyName = "FUNCTION_KEY";

    private static readonly string[] _own = [SecretKeyName, FunctionKeyName];

    /// <summary>
    /// Faults, each with the name of its setting and never with its value. Missing settings are not reported here: which are needed depends
    /// on the app.
    /// </summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        if (!HostEnvironment.IsProduction(configuration)) yield break;
        foreach (var name in DevelopmentValues.Credentials.Select(each => each.Name).Concat(_own))
        {
            if (DevelopmentValues.IsIn(configuration[name])) yield return HasDevelopmentValue(name);
        }

        if (WeakKey(configuration, SecretKeyName, SecretKeyBytes) is { } secretKey) yield return secretKey;
        if (WeakKey(configuration, FunctionKeyName, FunctionKeyBytes) is { } functionKey) yield return functionKey;
        foreach (var name in DevelopmentValues.Credentials.Select(each => each.Url).Distinct())
        {
            if (IsSimulator(configuration[name])) yield return $"{name} is the simulator's address.";
        }

        if (PublicUrl.Fault(configuration) is { } publicUrl) yield return publicUrl;
    }

    /// <summary>Fault of a setting with a value that everybody knows.</summary>
    public static string HasDevelopmentValue(string name) => $"{name} has its development value.";

    /// <summary>Fault of a key that can be guessed; null where the key is strong enough, or missing.</summary>
    public static string? WeakKey(IConfiguration configuration, string name, int bytes) =>
        ChangingSecret.Read(configuration[name] ?? "").Any(key => !DevelopmentValues.IsIn(key) && !KeyStrength.Holds(key, bytes))
            ? $"{name} can be guessed: each key must hold at least {bytes} random bytes (openssl rand -hex {bytes})."
            : null;

    private static bool IsSimulator(string? address) =>
        DevelopmentValues.IsHere(address) && new Uri(address!.Trim()).Port == new Uri(DevelopmentValues.SimulatorUrl).Port;
}
