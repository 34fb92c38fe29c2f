using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Hosting;

/// <summary>
/// What every answer says to browsers and caches between. Set before a function runs, so that answers that are streamed, refused
/// or failed have them too; a function that serves a page may say otherwise.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>Nothing is loaded, framed or posted: right for JSON, files and plain answers.</summary>
    public const string ContentPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A year, as browsers' preload lists ask at least. Not for subdomains: they may be somebody else's.
    private const string Transport = "max-age=31536000";

    /// <summary>Sets them on a response that has not started.</summary>
    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.CacheControl = "no-store";
        if (CameByTls(context.Request)) headers.StrictTransportSecurity = Transport;
    }

    // What stands before the host tells it; the first is what the caller used. Browsers take the header by TLS alone, so that
    // it does no harm where somebody makes it up.
    private static bool CameByTls(HttpRequest request) => request.IsHttps
        || request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim().Equals("https", StringComparison.OrdinalIgnoreCase);
}
