using System.Globalization;
using Microsoft.Extensions.Configuration;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Http;

/// <summary>Settings of the API.</summary>
/// <param name="Url">Address at which people reach it.</param>
/// <param name="IsSecure">Whether its cookie is for HTTPS alone; over plain HTTP on a developer's machine it could not be set then.</param>
/// <param name="AllowedOrigins">Origins whose pages may call it with a bearer token.</param>
/// <param name="FilesUrl">Address of the app that has the files people sent.</param>
/// <param name="CallsPerKey">Calls a minute a key may make.</param>
/// <param name="CallsPerSession">The same for a session: a page that is open asks often.</param>
/// <param name="ProxiesInFront">How many proxies add to <c>X-Forwarded-For</c>; 0: the connection's address is the caller's.</param>
public sealed record ApiOptions(PublicUrl Url, bool IsSecure, Uri FilesUrl, IReadOnlyList<string> AllowedOrigins, int CallsPerKey,
    int CallsPerSession,
    int ProxiesInFront)
{
    private const string OriginsName = "ALLOWED_ORIGINS";
    private const string FilesName = "FILES_URL";
    private const string KeyName = "KEY_CALLS_A_MINUTE";
    private const string SessionName = "SESSION_CALLS_A_MINUTE";
    private const string ProxiesName = "PROXIES_IN_FRONT";
    private const int MostProxies = 9;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">One of them has another form; the message names it.</exception>
    public static ApiOptions Read(IConfiguration configuration)
    {
        var url = PublicUrl.Read(configuration);
        var isSecure = HostEnvironment.IsProduction(configuration) || url.ToString().StartsWith("https:", StringComparison.Ordinal);
        return new ApiOptions(
            url, isSecure, Files(configuration[FilesName], url), Origins(configuration[OriginsName] ?? ""),
            Calls(configuration, KeyName, 60), Calls(configuration, SessionName, 1200), Proxies(configuration[ProxiesName] ?? ""));
    }

    /// <summary>Faults of the settings, each a sentence.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        try
        {
            Files(configuration[FilesName], PublicUrl.Read(configuration));
            Origins(configuration[OriginsName] ?? "");
            Calls(configuration, KeyName, 1);
            Calls(configuration, SessionName, 1);
            Proxies(configuration[ProxiesName] ?? "");
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    // Where each app has an address of its own, files are at another than the API.
    private static Uri Files(string? setting, PublicUrl own) => setting is not { Length: > 0 } ? own.At("")
        : Uri.TryCreate(setting.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
        : throw new FormatException($"{FilesName} takes an address, https://images.example.com.");

    private static List<string> Origins(string setting) => [.. setting
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(origin => Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase)
                ? origin.ToLowerInvariant()
                : throw new FormatException(
                    $"{OriginsName} is \"{setting}\"; it takes origins such as https://desk.example.com, with commas between."))];

    private static int Calls(IConfiguration configuration, string name, int otherwise) =>
        configuration[name] is not { Length: > 0 } setting ? otherwise
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls is >= 1 and <= 1_000_000 ? calls
        : throw new FormatException($"{name} is \"{setting}\"; it takes a number of calls a minute, from 1 to 1000000.");

    private static int Proxies(string setting) => setting.Length == 0 ? 0
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostProxies ? count
        : throw new FormatException($"{ProxiesName} is \"{setting}\"; it takes a number from 0 to {MostProxies}.");
}
