using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Security headers of every response. They are set before a function runs, so that streamed, refused and failed responses have them too; a
/// function that serves a page may replace them.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>Content policy for JSON, files and plain text: nothing is loaded, framed or posted.</summary>
    public const string ContentPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A year, as browsers' preload lists ask at least. Not for subdomains: they may be somebody else's.
    private const string Transport = "max-age=31536000";

    /// <summary>Sets the headers of a response that has not started.</summary>
    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.CacheControl = "no-store";
        if (CameByTls(context.Request)) headers.StrictTransportSecurity = Transport;
    }

    // A proxy in front of the host says so; the first value is the caller's own protocol. Browsers heed the header over TLS alone, so a
    // forged value does no harm.
    private static bool CameByTls(HttpRequest request) => request.IsHttps
        || request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim().Equals("https", StringComparison.OrdinalIgnoreCase);
}
