using Npgsql;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone;

/// <summary>Link that the host prints as long as it has no owner: it makes the first one, once, within half an hour.</summary>
internal static class FirstOwner
{
    /// <summary>Lines to print; none where there is an owner.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(OwnerTools tools, IConfiguration configuration)
    {
        try
        {
            return await tools.FirstOwnerAsync(CancellationToken.None) is { } token ? Lines(token, "setup", configuration) : [];
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // The host's login owns nothing: whoever migrates makes the link, by `admin setup`.
            return [];
        }
    }

    /// <summary>A link, and the command that does the same.</summary>
    /// <param name="purpose"><c>setup</c> or <c>reset</c>.</param>
    public static IReadOnlyList<string> Lines(string token, string purpose, IConfiguration configuration)
    {
        var url = Url(configuration);
        var rest = purpose == "setup" ? ",\"email\":\"you@example.com\",\"name\":\"You\",\"password\":\"…\"" : ",\"password\":\"…\"";
        return
        [
            $"{url}/{purpose}?token={token}",
            $"good once, until {OwnerTools.LinkLives.TotalMinutes} minutes from now; from the shell:",
            $"curl {url}/api/auth/{purpose} -H 'Content-Type: application/json' -d '{{\"token\":\"{token}\"{rest}}}'",
        ];
    }

    // Passkeys refuse addresses of numbers.
    private static string Url(IConfiguration configuration) => (configuration["PUBLIC_URL"] is { Length: > 0 }
        ? PublicUrl.Read(configuration).ToString() : Settings.OwnUrl(configuration)).Replace("//127.0.0.1", "//localhost",
            StringComparison.Ordinal);
}
