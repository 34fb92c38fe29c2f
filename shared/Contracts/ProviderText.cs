using System.Text.RegularExpressions;

namespace WhatsAppBots.Contracts;

/// <summary>
/// What a provider says of a request that it refuses, fit to be logged and shown: it may repeat what it was sent, and that holds a
/// key, a callback's token or a person's number.
/// </summary>
public static partial class ProviderText
{
    private const int Most = 500;

    /// <summary>The beginning of it without all that.</summary>
    /// <param name="secrets">Keys that the request went with.</param>
    public static string Quote(string body, params ReadOnlySpan<string> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Length > 0) body = body.Replace(secret, "…", StringComparison.Ordinal);
        }

        var said = Number().Replace(Credential().Replace(body, "$1…"), "…$1");
        return said.Length <= Most ? said : said[..Most];
    }

    [GeneratedRegex("""(?i)((?:bearer|basic)\s+|token=)[^\s"'&<]+""")]
    private static partial Regex Credential();

    // As long as numbers of phones are; the last four are enough to tell them apart.
    [GeneratedRegex("""(?<![A-Za-z0-9_])\+?[0-9]{4,11}([0-9]{4})(?![A-Za-z0-9_])""")]
    private static partial Regex Number();
}
