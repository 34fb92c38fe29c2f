using Microsoft.AspNetCore.Http;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;

namespace WhatsAppBots.Admin.Auth;

/// <summary>
/// Cookie of a session. Over HTTPS its name begins with <c>__Host-</c>, so that no other host of the domain can set it; over plain HTTP on
/// a
/// developer's machine browsers would not keep such a one.
/// </summary>
internal sealed class SessionCookie(ApiOptions options)
{
    private const int LongestToken = 100;

    /// <summary>Name of the cookie.</summary>
    public string Name => options.IsSecure ? "__Host-s" : "s";

    /// <summary>The token a request brings; null: none.</summary>
    public string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var token) && token.Length is > 0 and <= LongestToken ? token : null;

    /// <summary>Gives the browser a token.</summary>
    public void Set(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Options(SessionStore.Longest));

    /// <summary>Takes it from the browser.</summary>
    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(TimeSpan? lives) => new()
    {
        HttpOnly = true, Secure = options.IsSecure, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lives, IsEssential = true,
    };
}
