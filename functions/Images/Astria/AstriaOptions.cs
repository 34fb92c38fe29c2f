using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Images.Astria;

/// <summary>How Astria is reached.</summary>
internal sealed record AstriaOptions(Uri Url, string Key)
{
    /// <summary>ASTRIA_API_URL and ASTRIA_API_KEY. Without a key there is nobody to ask, and requests are refused by Astria itself.</summary>
    public static AstriaOptions Read(IConfiguration configuration) => new(
        new Uri((configuration["ASTRIA_API_URL"] is { Length: > 0 } url ? url : "https://api.astria.ai").TrimEnd('/') + "/"),
        configuration["ASTRIA_API_KEY"] ?? "");
}
