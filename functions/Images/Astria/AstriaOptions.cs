using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Images.Astria;

/// <summary>How Astria is reached.</summary>
public sealed record AstriaOptions(Uri Url, string Key)
{
    /// <summary>ASTRIA_API_URL and ASTRIA_API_KEY. Without a key there is nobody to ask, and requests are refused by Astria itself.</summary>
    /// <exception cref="FormatException">The address is none; the message names the setting.</exception>
    public static AstriaOptions Read(IConfiguration configuration)
    {
        var given = configuration["ASTRIA_API_URL"] is { Length: > 0 } url ? url : "https://api.astria.ai";
        return Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            ? new(address, configuration["ASTRIA_API_KEY"] ?? "")
            : throw new FormatException("ASTRIA_API_URL takes an address, https://api.astria.ai.");
    }
}
