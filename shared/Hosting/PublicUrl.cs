using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>Address at which providers and people reach the host (PUBLIC_URL).</summary>
public sealed class PublicUrl
{
    private const string Name = "PUBLIC_URL";

    private readonly Uri _base;

    private PublicUrl(Uri url) => _base = url;

    /// <summary>Fault of the setting; null where there is none. Production takes https alone, and no address of this machine.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        if (configuration[Name]?.Trim() is not { Length: > 0 } given) return null;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return $"{Name} takes an address, https://bots.example.com.";
        }

        var isMore = url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0;
        if (isMore) return $"{Name} takes an address without a user, a query or a fragment.";
        if (!HostEnvironment.IsProduction(configuration)) return null;
        return url.Scheme != "https" ? $"{Name} is not https: links and callbacks could be read and changed on their way."
            : IsOwn(url) ? $"{Name} is this machine's own address: neither providers nor people reach it."
            : null;
    }

    /// <summary>Reads the setting; without it the address is the one the host listens on.</summary>
    /// <exception cref="FormatException">The setting is no address.</exception>
    public static PublicUrl Read(IConfiguration configuration)
    {
        if (Fault(configuration) is { } fault) throw new FormatException(fault);
        var given = configuration[Name]?.Trim() is { Length: > 0 } url ? url
            : configuration["ASPNETCORE_URLS"] is { Length: > 0 } own ? own.Split(';')[0]
            : DevelopmentValues.HostUrl;
        return new PublicUrl(new Uri(given.TrimEnd('/') + "/"));
    }

    /// <summary>Address that a request was sent to, exactly as a signature covers it.</summary>
    public string Of(HttpRequest request) => ToString() + request.Path.Value + request.QueryString.Value;

    /// <summary>The address, without a slash at its end.</summary>
    public override string ToString() => _base.AbsoluteUri.TrimEnd('/');

    /// <summary>An address below it.</summary>
    public Uri At(string path) => new(_base, path);

    private static bool IsOwn(Uri url) =>
        url.IsLoopback || url.Host is "0.0.0.0" or "[::]" || url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
