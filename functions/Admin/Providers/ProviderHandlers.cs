using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using WhatsAppBots.Access.Providers;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Providers;

/// <summary>
/// The framework's handler of OpenID Connect for the provider of a workspace: authorization code with PKCE, nonce and correlation.
/// Providers are rows that change while the host runs, so the handler is made for each request; what costs (metadata, keys) is kept.
/// </summary>
internal sealed class ProviderHandlers(IDataProtectionProvider protection, ILoggerFactory logs, ApiOptions api)
{
    /// <summary>Item of the state: the person is to prove anew who they are.</summary>
    public const string ConfirmItem = "confirm";

    /// <summary>Item of the state: id of the account that the person at the provider is connected to.</summary>
    public const string ConnectItem = "connect";

    // Items that the callback's own steps hand on.
    private const string SessionItem = "sid";
    private const string AuthenticatedItem = "auth_time";
    private const string RefreshItem = "refresh";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<long, (long Version, OpenIdConnectOptions Options)> _known = [];

    /// <summary>Path of the callback: what the provider must know as a redirect address.</summary>
    public static string CallbackOf(long workspace) => FormattableString.Invariant($"/api/auth/oidc/{workspace}/callback");

    /// <summary>The framework's options for a provider, with its metadata and keys once they were asked for.</summary>
    public OpenIdConnectOptions OptionsOf(SignInProvider provider)
    {
        var known = _known.AddOrUpdate(
            provider.Workspace, _ => (provider.Version, Make(provider)),
            (_, old) => old.Version == provider.Version ? old : (provider.Version, Make(provider)));
        return known.Options;
    }

    /// <summary>Makes the handler for a request.</summary>
    /// <param name="received">What is done with a person who signed in.</param>
    public async Task<OpenIdConnectHandler> MakeAsync(
        SignInProvider provider, HttpContext context, Func<ProviderPerson, AuthenticationProperties, Task> received,
        Func<string, Exception?, Task> failed)
    {
        var handler = new OpenIdConnectHandler(
            new Fixed(OptionsOf(provider)), logs, HtmlEncoder.Default, UrlEncoder.Default);
        context.Items[typeof(Steps)] = new Steps(provider, received, failed);
        await handler.InitializeAsync(new AuthenticationScheme(SchemeOf(provider), null, typeof(OpenIdConnectHandler)), context);
        return handler;
    }

    // The state that a browser brings back is good for the workspace it was made for.
    private static string SchemeOf(SignInProvider provider) => FormattableString.Invariant($"provider {provider.Workspace}");

    private OpenIdConnectOptions Make(SignInProvider provider)
    {
        var options = new OpenIdConnectOptions
        {
            Authority = provider.Issuer, ClientId = provider.ClientId, ClientSecret = provider.ClientSecret,
            ResponseType = OpenIdConnectResponseType.Code, ResponseMode = OpenIdConnectResponseMode.Query, UsePkce = true,
            CallbackPath = CallbackOf(provider.Workspace), SignInScheme = "none", MapInboundClaims = false, DisableTelemetry = true,
            GetClaimsFromUserInfoEndpoint = true, SaveTokens = false,

            // A provider on this machine is a developer's.
            RequireHttpsMetadata = !new Uri(provider.Issuer).IsLoopback,
            Backchannel = new HttpClient { Timeout = _patience, MaxResponseContentBufferSize = BoundedContent.JsonLimit },
        };
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) options.Scope.Add(scope);
        options.ClaimActions.MapJsonKey(provider.GroupsClaim, provider.GroupsClaim);
        options.ClaimActions.MapJsonKey("email_verified", "email_verified");

        // The answer comes by a link, with which browsers send these cookies.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            (cookie.SameSite, cookie.SecurePolicy) =
                (SameSiteMode.Lax, api.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None);
        }

        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = Ask,
            OnTokenValidated = Keep,
            OnTicketReceived = Receive,
            OnAccessDenied = context => Fail(context, context.HttpContext, null),
            OnRemoteFailure = context => Fail(context, context.HttpContext, context.Failure),
        };
        new OpenIdConnectPostConfigureOptions(protection).PostConfigure(SchemeOf(provider), options);
        return options;
    }

    private Task Ask(RedirectContext context)
    {
        var message = context.ProtocolMessage;
        message.RedirectUri = AddressOf(context.HttpContext, context.Options.CallbackPath);
        if (!context.Properties.Items.ContainsKey(ConfirmItem)) return Task.CompletedTask;
        (message.Prompt, message.MaxAge) = ("login", "0");
        return Task.CompletedTask;
    }

    // Behind a proxy the request does not know its own address; on a developer's machine the page may be at localhost.
    private string AddressOf(HttpContext context, string path)
    {
        var own = api.Url.At(path.TrimStart('/'));
        return own.IsLoopback ? $"{own.Scheme}://{context.Request.Host}{path}" : own.AbsoluteUri;
    }

    // Of the ID token, before the framework lets go of these claims.
    private static Task Keep(TokenValidatedContext context)
    {
        var (token, items) = (context.SecurityToken, context.Properties!.Items);
        if (token.Payload.TryGetValue("sid", out var session)) items[SessionItem] = session?.ToString();
        if (token.Payload.TryGetValue("auth_time", out var at))
            items[AuthenticatedItem] = Convert.ToString(at, CultureInfo.InvariantCulture);
        if (context.TokenEndpointResponse?.RefreshToken is { Length: > 0 } refresh) items[RefreshItem] = refresh;
        return Task.CompletedTask;
    }

    private static async Task Receive(TicketReceivedContext context)
    {
        context.HandleResponse();

        // The framework has taken it out of the state by now.
        context.Properties!.RedirectUri = context.ReturnUri;
        var steps = (Steps)context.HttpContext.Items[typeof(Steps)]!;
        var (principal, items) = (context.Principal!, context.Properties.Items);
        if (principal.FindFirstValue("sub") is not { Length: > 0 and <= 255 } subject)
        {
            await steps.Failed(ProviderFaults.Failed, null);
            return;
        }

        var isVerified = !string.Equals(principal.FindFirstValue("email_verified"), "false", StringComparison.OrdinalIgnoreCase);
        var told = items.TryGetValue(AuthenticatedItem, out var item) ? item : null;
        var at = long.TryParse(told, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : (DateTimeOffset?)null;
        await steps.Received(
            new ProviderPerson(
                subject, isVerified ? principal.FindFirstValue("email") : null, principal.FindFirstValue("name"),
                [.. principal.FindAll(steps.Provider.GroupsClaim).Select(claim => claim.Value).Distinct()],
                items.TryGetValue(SessionItem, out var session) ? session : null, at,
                items.TryGetValue(RefreshItem, out var refresh) ? refresh : null),
            context.Properties);
    }

    private static Task Fail(HandleRequestContext<RemoteAuthenticationOptions> context, HttpContext http, Exception? failure)
    {
        context.HandleResponse();
        return ((Steps)http.Items[typeof(Steps)]!).Failed(ProviderFaults.Failed, failure);
    }

    private sealed record Steps(
        SignInProvider Provider, Func<ProviderPerson, AuthenticationProperties, Task> Received, Func<string, Exception?, Task> Failed);

    private sealed class Fixed(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }
}
