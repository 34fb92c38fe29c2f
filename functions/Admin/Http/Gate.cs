using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;

namespace WhatsAppBots.Admin.Http;

/// <summary>
/// Stands before every operation: finds out who calls, decides whether they may, and sees to it that each write and each refusal has a row
/// in the
/// audit log.
/// </summary>
internal sealed partial class Gate(RequestDelegate next, ICallerFinder credentials, CallRates rates, ApiOptions options, TimeProvider time,
    ILogger<Gate> logger)
{
    private const int LongestAgent = 200;

    /// <summary>Answers a refusal, or runs the operation.</summary>
    public async Task InvokeAsync(HttpContext context, CallContext call)
    {
        // Outside the API nothing depends on who calls: an address that nothing answers on is told so.
        if (context.GetEndpoint() is null && !context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }

        (call.Address, call.Agent) = (AddressOf(context), Cut(context.Request.Headers.UserAgent.ToString()));
        var proof = await credentials.FindAsync(context, call.Address);
        (call.Caller, call.IsToken) = (proof.Caller, proof.IsToken);
        if (proof.Caller is { } known && rates.Count(known) is { } left)
        {
            await new Waiting(left).ExecuteAsync(context);
            return;
        }

        var endpoint = context.GetEndpoint();
        if (Refusal(context, proof, Decision.Of(proof.Caller, EndpointNeeds.Of(endpoint), time.GetUtcNow(), proof.IsToken)) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            await NoteAsync(context, call, endpoint);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception e) when (IsWrite(context.Request))
        {
            var status = e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            if (!context.Response.HasStarted) context.Response.StatusCode = status;
            await NoteAsync(context, call, endpoint);
            throw;
        }

        if (IsWrite(context.Request)) await NoteAsync(context, call, endpoint);
    }

    private ProblemAnswer? Refusal(HttpContext context, Proof proof, Decision decision)
    {
        // A page of another site can have a browser send the cookie along with a form.
        if (IsWrite(context.Request) && !IsOfThisSite(context.Request, isProofNeeded: proof.IsCookie))
        {
            return new Refusal(
                "A write with a session's cookie must come from a page of this site: its Origin, or Sec-Fetch-Site, says so. "
                + "Programs bring a key or a token instead.", "origin");
        }

        return decision switch
        {
            Decision.Allowed => null,
            Decision.SignIn => new SignInFirst(proof.IsBrought ? "This session, key or token is no good, or has ended."
                : "Sign in, or bring a key."),
            Decision.SecondFactor => new Refusal("Your workspace asks for a second factor: set one up first.", "second-factor"),
            Decision.Confirm => new Refusal("Confirm who you are first: POST /api/auth/confirm.", "confirm"),
            Decision.Refused refused => new Refusal(refused.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Of nobody there is no workspace whose log it would be.
    private async Task NoteAsync(HttpContext context, CallContext call, Endpoint? endpoint)
    {
        if (call.IsAudited || call.Caller is null) return;
        var name = endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "Unknown";
        var about = string.Join(", ", context.Request.RouteValues.Select(value => $"{value.Key} {value.Value}"));
        var status = context.Response.StatusCode;
        var outcome = status < 400 ? AuditEntry.Done : status < 500 ? AuditEntry.Refused : AuditEntry.Failed;
        try
        {
            // The caller may have gone; the row is written all the same.
            await context.RequestServices.GetRequiredService<AuditLog>()
                .AddAsync(new AuditEntry(name, about.Length == 0 ? null : about, Outcome: outcome), CancellationToken.None);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException)
        {
            Log.NotNoted(logger, e, name, status);
        }
    }

    private static bool IsWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    // Browsers say where a page is from that has them call; other programs say nothing.
    private bool IsOfThisSite(HttpRequest request, bool isProofNeeded)
    {
        var origin = request.Headers.Origin.ToString();
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none" || IsAllowed(origin);
        }

        if (origin.Length == 0) return !isProofNeeded;
        return IsAllowed(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && (from.Authority == request.Host.Value || from.Authority == options.Url.At("").Authority));

        bool IsAllowed(string given) => !isProofNeeded && options.AllowedOrigins.Contains(given.ToLowerInvariant());
    }

    private IPAddress? AddressOf(HttpContext context)
    {
        if (options.ProxiesInFront == 0) return context.Connection.RemoteIpAddress;
        var told = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
        var at = told.Length - options.ProxiesInFront;
        return at >= 0 && IPEndPoint.TryParse(told[at], out var address) ? address.Address : context.Connection.RemoteIpAddress;
    }

    private static string? Cut(string agent) => agent.Length == 0 ? null : agent.Length > LongestAgent ? agent[..LongestAgent] : agent;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The audit log has no row of {Operation}, which was answered {Status}")]
        public static partial void NotNoted(ILogger logger, Exception e, string operation, int status);
    }
}
