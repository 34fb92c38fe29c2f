using System.Globalization;
using Microsoft.Extensions.Configuration;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Http;

/// <summary>Settings of the API.</summary>
/// <param name="Url">Address at which people reach it.</param>
/// <param name="IsSecure">Whether its cookie is for HTTPS alone; over plain HTTP on a developer's machine it could not be set then.</param>
/// <param name="AllowedOrigins">Origins whose pages may call it with a bearer token.</param>
/// <param name="ProxiesInFront">How many proxies add to <c>X-Forwarded-For</c>; 0: the connection's address is the caller's.</param>
public sealed record ApiOptions(PublicUrl Url, bool IsSecure, IReadOnlyList<string> AllowedOrigins, int ProxiesInFront)
{
    private const string OriginsName = "ALLOWED_ORIGINS";
    private const string ProxiesName = "PROXIES_IN_FRONT";
    private const int MostProxies = 9;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">One of them has another form; the message names it.</exception>
    public static ApiOptions Read(IConfiguration configuration)
    {
        var url = PublicUrl.Read(configuration);
        var isSecure = HostEnvironment.IsProduction(configuration) || url.ToString().StartsWith("https:", StringComparison.Ordinal);
        return new ApiOptions(url, isSecure, Origins(configuration[OriginsName] ?? ""), Proxies(configuration[ProxiesName] ?? ""));
    }

    /// <summary>Faults of the settings, each a sentence.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        try
        {
            Origins(configuration[OriginsName] ?? "");
            Proxies(configuration[ProxiesName] ?? "");
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private static List<string> Origins(string setting) => [.. setting
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(origin => Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase)
                ? origin.ToLowerInvariant()
                : throw new FormatException(
                    $"{OriginsName} is \"{setting}\"; it takes origins such as https://desk.example.com, with commas between."))];

    private static int Proxies(string setting) => setting.Length == 0 ? 0
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostProxies ? count
        : throw new FormatException($"{ProxiesName} is \"{setting}\"; it takes a number from 0 to {MostProxies}.");
}
