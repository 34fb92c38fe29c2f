using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;

namespace WhatsAppBots.Admin.Auth;

/// <summary>
/// Reads who calls: a key or a token of ten minutes in <c>Authorization: Bearer</c>, or else the session's cookie. Each is looked up at
/// each call, so
/// that what is revoked, ended or changed holds at once.
/// </summary>
internal sealed class Credentials(
    KeyStore keys, SessionStore sessions, SessionCookie cookie, ISessionCheck checks, TimeProvider time) : ICallerFinder
{
    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    public async Task<Proof> FindAsync(HttpContext context, IPAddress? address)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var token = header[Bearer.Length..].Trim();
            return token.StartsWith(KeyToken.Prefix, StringComparison.Ordinal)
                ? new Proof(await OfKeyAsync(context, token, address), true, false)
                : new Proof(await OfTokenAsync(context, address), true, false, IsToken: true);
        }

        return cookie.Read(context.Request) is { } session
            ? new Proof(await CheckAsync(await sessions.FindAsync(session, context.RequestAborted), context), true, true)
            : new Proof(null, header.Length > 0, false);
    }

    private async Task<Caller?> OfKeyAsync(HttpContext context, string token, IPAddress? address) =>
        KeyToken.Read(token) is { } key ? await keys.FindAsync(key, address, context.RequestAborted) : null;

    private async Task<Caller?> OfTokenAsync(HttpContext context, IPAddress? address)
    {
        var result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);

        // The framework reads a token once a request; a stream asks again after the token has ended.
        if (result.Properties?.ExpiresUtc <= time.GetUtcNow()) return null;
        return result.Principal?.FindFirst(ShortTokens.Subject)?.Value.Split(' ') switch
        {
            ["session", var id] => await CheckAsync(
                await sessions.FindAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), context.RequestAborted), context),
            ["key", var id] => await keys.FindAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), address,
                context.RequestAborted),
            _ => null,
        };
    }

    private Task<Person?> CheckAsync(Person? person, HttpContext context) =>
        checks.CheckAsync(person, context.RequestServices, context.RequestAborted);
}
