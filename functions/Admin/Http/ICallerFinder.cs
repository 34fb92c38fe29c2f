using System.Net;
using Microsoft.AspNetCore.Http;
using WhatsAppBots.Access;

namespace WhatsAppBots.Admin.Http;

/// <summary>What a call proves of who makes it.</summary>
/// <param name="Caller">Null: nobody that is known.</param>
/// <param name="IsBrought">Whether it brings anything at all.</param>
/// <param name="IsCookie">Whether it is the cookie, which a browser sends by itself.</param>
/// <param name="IsToken">Whether it is a token of ten minutes, made from a session or a key.</param>
internal sealed record Proof(Caller? Caller, bool IsBrought, bool IsCookie, bool IsToken = false);

/// <summary>Finds out who calls.</summary>
internal interface ICallerFinder
{
    /// <summary>Reads what a call brings, and looks it up.</summary>
    /// <param name="address">Where the call comes from.</param>
    Task<Proof> FindAsync(HttpContext context, IPAddress? address);
}
