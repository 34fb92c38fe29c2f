using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>
/// What production refuses in the settings of every app: what everybody knows, what can be guessed, and addresses that others
/// cannot reach or trust.
/// </summary>
public static class ProductionSettings
{
    /// <summary>Random bytes that FUNCTION_KEY must hold at least.</summary>
    public const int FunctionKeyBytes = 16;

    /// <summary>Random bytes that SECRET_KEY must hold at least.</summary>
    public const int SecretKeyBytes = 32;

    private const string SecretKeyName = "SECRET_KEY";
    private const string FunctionKeyName = "FUNCTION_KEY";

    private static readonly string[] _own = [SecretKeyName, FunctionKeyName];

    /// <summary>
    /// What is wrong, each by the name of its setting and never by its value. What is missing is not told here: that depends on the app.
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

    /// <summary>The fault of a setting that has a value everybody knows.</summary>
    public static string HasDevelopmentValue(string name) => $"{name} has its development value.";

    /// <summary>The fault of a key that can be guessed; null where it may be as strong as it must be, or is not given.</summary>
    public static string? WeakKey(IConfiguration configuration, string name, int bytes) =>
        ChangingSecret.Read(configuration[name] ?? "").Any(key => !DevelopmentValues.IsIn(key) && !KeyStrength.Holds(key, bytes))
            ? $"{name} can be guessed: each key must hold at least {bytes} random bytes (openssl rand -hex {bytes})."
            : null;

    private static bool IsSimulator(string? address) =>
        DevelopmentValues.IsHere(address) && new Uri(address!.Trim()).Port == new Uri(DevelopmentValues.SimulatorUrl).Port;
}
