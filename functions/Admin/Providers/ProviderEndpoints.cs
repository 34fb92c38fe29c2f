using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Providers;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Auth;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Providers;

/// <summary>Identity provider of the workspace (OpenID Connect).</summary>
/// <param name="Issuer">Its address; <c>/.well-known/openid-configuration</c> below it must answer.</param>
/// <param name="ClientSecret">It is stored encrypted and never shown.</param>
/// <param name="Scopes">With spaces between; if left out: <c>openid profile email offline_access</c>.</param>
/// <param name="GroupsClaim">Claim that lists the person's groups; if left out: <c>groups</c>.</param>
/// <param name="Roles">Role of each group, such as <c>{"support": "agent"}</c>. A provider makes no owners.</param>
internal sealed record ProviderRequest(
    string? Issuer, string? ClientId, string? ClientSecret, string? Scopes, string? GroupsClaim,
    IReadOnlyDictionary<string, string>? Roles);

/// <summary>Identity provider, without its secret.</summary>
/// <param name="RedirectAddress">What the provider must know as a redirect address.</param>
/// <param name="LogOutAddress">Where the provider tells of people who signed out there (back-channel logout).</param>
/// <param name="SignInAddress">Where people of the workspace sign in.</param>
internal sealed record ProviderView(
    string Issuer, string ClientId, string Scopes, string GroupsClaim, IReadOnlyDictionary<string, string> Roles, string RedirectAddress,
    string LogOutAddress, string SignInAddress);

/// <summary>Address that the browser opens next.</summary>
internal sealed record AddressView(string Address);

/// <summary>Endpoints of signing in by an identity provider.</summary>
internal sealed partial class ProviderEndpoints : IFeature
{
    private const string Home = "/docs/";
    private const int MostGroups = 100;

    /// <inheritdoc/>
    public static string Name => "Sign-in provider";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ProviderStore>().AddScoped<ProviderSignIn>();
        services.AddSingleton<ProviderHandlers>().AddSingleton<ProviderChecks>();
        services.AddSingleton<ISessionCheck>(all => all.GetRequiredService<ProviderChecks>());
        services.AddDataProtection().SetApplicationName("WhatsAppBots");
        services.AddOptions<KeyManagementOptions>().Configure<Database, IOptions<SecretKey>, TimeProvider>(
            (options, database, secret, time) => options.XmlRepository = new ProtectionKeys(database, secret.Value, time));
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("auth/oidc/{id:long}", BeginAsync).WithName("BeginProviderSignIn")
            .WithSummary("Sends the browser to the workspace's identity provider").NeedsNothing();
        api.MapGet("auth/oidc/{id:long}/callback", EndAsync).WithName("EndProviderSignIn").WithMetadata(new TakesAnyParameter())
            .WithSummary("Where the provider sends the browser back; sets the session's cookie").NeedsNothing();
        api.MapPost("auth/oidc/{id:long}/logout", LogOutAsync).WithName("EndProviderSessions").DisableAntiforgery()
            .WithSummary("Where the provider tells of people who signed out there (back-channel logout)").NeedsNothing();
        api.MapGet("sign-in-provider", ReadAsync).WithName("GetSignInProvider")
            .WithSummary("The workspace's identity provider").Needs(Permission.PolicyWrite);
        api.MapPut("sign-in-provider", SetAsync).WithName("SetSignInProvider")
            .WithSummary("Sets the workspace's identity provider; it is asked for its metadata first")
            .NeedsConfirmed(Permission.PolicyWrite);
        api.MapDelete("sign-in-provider", RemoveAsync).WithName("RemoveSignInProvider")
            .WithSummary("Takes the provider away; sessions that began there end").NeedsConfirmed(Permission.PolicyWrite);
        api.MapPost("me/sign-in-provider", ConnectAsync).WithName("ConnectSignInProvider")
            .WithSummary("Connects the caller's account with theirs at the provider: open the address that it answers")
            .NeedsConfirmed(Permission.Self);
    }

    /// <param name="id">Id of the workspace.</param>
    private static async Task<Results<EmptyHttpResult, RedirectHttpResult, Missing>> BeginAsync(
        long id, [FromQuery(Name = "confirm"), Description("True: the person proves anew who they are, for ten minutes.")] bool? confirm,
        [FromQuery(Name = "returnTo"), Description("Path of the page that is opened afterwards.")] string? returnTo,
        ProviderStore providers, ProviderHandlers handlers, ILogger<ProviderEndpoints> logger, HttpContext context)
    {
        if (await providers.FindAsync(id, context.RequestAborted) is not { } provider) return None(id);
        var properties = new AuthenticationProperties { RedirectUri = IsOwnPath(returnTo) ? returnTo : Home };
        if (confirm == true) properties.Items[ProviderHandlers.ConfirmItem] = "";
        return await ChallengeAsync(handlers, provider, properties, logger, context)
            ? TypedResults.Empty : TypedResults.Redirect(PageOf(ProviderFaults.Failed));
    }

    /// <param name="id">Id of the workspace.</param>
    private static async Task<Results<EmptyHttpResult, Missing>> EndAsync(
        long id, ProviderStore providers, ProviderHandlers handlers, ProviderSignIn signIn, SessionStore sessions, SessionCookie cookie,
        ILogger<ProviderEndpoints> logger, HttpContext context)
    {
        if (await providers.FindAsync(id, context.RequestAborted) is not { } provider) return None(id);
        var handler = await handlers.MakeAsync(provider, context, ReceiveAsync, FailAsync);
        if (!await handler.HandleRequestAsync()) await FailAsync(ProviderFaults.Failed, null);
        return TypedResults.Empty;

        async Task ReceiveAsync(ProviderPerson person, AuthenticationProperties properties)
        {
            long? account = null;
            if (properties.Items.TryGetValue(ProviderHandlers.ConnectItem, out var told))
            {
                // Only the browser in which the person asked for it.
                account = long.Parse(told!, CultureInfo.InvariantCulture);
                var here = cookie.Read(context.Request) is { } brought ? await sessions.FindAsync(brought, context.RequestAborted) : null;
                if (here?.Id != account)
                {
                    await FailAsync(ProviderFaults.Failed, null);
                    return;
                }
            }

            switch (await signIn.EnterAsync(provider, person, account, context.RequestAborted))
            {
                case ProviderOutcome.Done done:
                    cookie.Set(context, done.Token);
                    context.Response.Redirect(properties.RedirectUri ?? Home);
                    break;
                case ProviderOutcome.Refused refused:
                    context.Response.Redirect(PageOf(refused.Code));
                    break;
            }
        }

        Task FailAsync(string code, Exception? failure)
        {
            Log.Failed(logger, failure, provider.Issuer);
            context.Response.Redirect(PageOf(code));
            return Task.CompletedTask;
        }
    }

    /// <param name="id">Id of the workspace.</param>
    private static async Task<Results<Ok, Wrong, Missing>> LogOutAsync(
        long id, [FromForm(Name = "logout_token")] string? token, ProviderStore providers, ProviderChecks checks, ProviderSignIn signIn,
        CancellationToken cancellationToken)
    {
        if (await providers.FindAsync(id, cancellationToken) is not { } provider) return None(id);
        if (token is null || await checks.ReadLogOutAsync(provider, token, cancellationToken) is not { } who)
        {
            return new Wrong("logout_token is none of this provider.");
        }

        await signIn.LogOutAsync(provider, who.Subject, who.Session, cancellationToken);
        return TypedResults.Ok();
    }

    private static async Task<Results<Ok<ProviderView>, NoContent>> ReadAsync(
        Person person, ProviderStore providers, ApiOptions api, CancellationToken cancellationToken) =>
        await providers.FindAsync(person.Workspace, cancellationToken) is { } provider
            ? TypedResults.Ok(View(provider, api)) : TypedResults.NoContent();

    private static async Task<Results<Ok<ProviderView>, Wrong>> SetAsync(
        ProviderRequest request, Person person, ProviderStore providers, ProviderHandlers handlers, Workspace workspace, AuditLog audit,
        ApiOptions api, CancellationToken cancellationToken)
    {
        if (ReadRequest(request, person.Workspace, api, out var fault) is not { } provider) return new Wrong(fault!);
        try
        {
            // Under a version that no row has: what is asked here is not kept.
            var metadata = await handlers.OptionsOf(provider).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            if (metadata.Issuer.TrimEnd('/') != provider.Issuer.TrimEnd('/'))
            {
                return new Wrong($"The provider calls itself {metadata.Issuer}: give that as the issuer.");
            }

            provider = provider with { Issuer = metadata.Issuer };
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var address = provider.Issuer.TrimEnd('/') + "/.well-known/openid-configuration";
            return new Wrong($"{address} does not answer with a provider's metadata.");
        }

        await providers.SetAsync(workspace, audit, provider, cancellationToken);
        return TypedResults.Ok(View(provider, api));
    }

    private static async Task<NoContent> RemoveAsync(
        Workspace workspace, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        await ProviderStore.RemoveAsync(workspace, audit, time.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<AddressView>, Conflicting>> ConnectAsync(
        Person person, ProviderStore providers, ProviderHandlers handlers, ILogger<ProviderEndpoints> logger, HttpContext context)
    {
        if (await providers.FindAsync(person.Workspace, context.RequestAborted) is not { } provider)
        {
            return new Conflicting("The workspace has no sign-in provider.");
        }

        var properties = new AuthenticationProperties { RedirectUri = Home };
        properties.Items[ProviderHandlers.ConnectItem] = person.Id.ToString(CultureInfo.InvariantCulture);
        if (!await ChallengeAsync(handlers, provider, properties, logger, context))
        {
            return new Conflicting("The sign-in provider does not answer.", ProviderFaults.Failed);
        }

        // The page opens the address itself: a script's call does not follow it to another site.
        var address = context.Response.Headers.Location.ToString();
        context.Response.Headers.Remove("Location");
        context.Response.StatusCode = StatusCodes.Status200OK;
        return TypedResults.Ok(new AddressView(address));
    }

    private static async Task<bool> ChallengeAsync(
        ProviderHandlers handlers, SignInProvider provider, AuthenticationProperties properties, ILogger logger, HttpContext context)
    {
        try
        {
            var handler = await handlers.MakeAsync(provider, context, (_, _) => Task.CompletedTask, (_, _) => Task.CompletedTask);
            await handler.ChallengeAsync(properties);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException
            || (e is OperationCanceledException && !context.RequestAborted.IsCancellationRequested))
        {
            Log.Failed(logger, e, provider.Issuer);
            return false;
        }
    }

    private static SignInProvider? ReadRequest(ProviderRequest request, long workspace, ApiOptions api, out string? fault)
    {
        var roles = new Dictionary<string, Role>();
        foreach (var (group, name) in request.Roles ?? new Dictionary<string, string>())
        {
            if (Roles.Read(name) is { } role and not Role.Owner && group.Length is > 0 and <= 200) roles[group] = role;
            else roles[""] = Role.Owner;
        }

        var isAddress = Uri.TryCreate(request.Issuer, UriKind.Absolute, out var issuer) && issuer.Query.Length == 0
            && issuer.Fragment.Length == 0 && issuer.UserInfo.Length == 0 && request.Issuer!.Length <= 500
            && (issuer.Scheme == "https" || (issuer.Scheme == "http" && issuer.IsLoopback && !api.IsSecure));
        fault = !isAddress ? "issuer is no https address of a provider."
            : request.ClientId?.Trim() is not { Length: >= 1 and <= 500 } ? "clientId is missing."
            : request.ClientSecret is not { Length: >= 1 and <= 500 } ? "clientSecret is missing."
            : request.Scopes is { } scopes && (scopes.Length > 500 || !scopes.Split(' ').Contains("openid"))
                ? "scopes must have openid in it."
            : request.GroupsClaim is { Length: 0 or > 200 } ? "groupsClaim is no name of a claim."
            : roles.Count is 0 or > MostGroups || roles.ContainsKey("")
                ? $"roles names 1 to {MostGroups} groups, each with admin, finance, agent, reviewer or viewer."
            : null;
        return fault is not null ? null : new SignInProvider(
            workspace, request.Issuer!, request.ClientId!.Trim(), request.ClientSecret!, request.Scopes ?? SignInProvider.DefaultScopes,
            request.GroupsClaim ?? SignInProvider.DefaultGroupsClaim, roles, -1 - Environment.TickCount64);
    }

    private static ProviderView View(SignInProvider provider, ApiOptions api)
    {
        var begin = FormattableString.Invariant($"api/auth/oidc/{provider.Workspace}");
        return new ProviderView(
            provider.Issuer, provider.ClientId, provider.Scopes, provider.GroupsClaim,
            provider.Roles.ToDictionary(pair => pair.Key, pair => pair.Value.Name()), api.Url.At($"{begin}/callback").AbsoluteUri,
            api.Url.At($"{begin}/logout").AbsoluteUri, api.Url.At(begin).AbsoluteUri);
    }

    private static string PageOf(string fault) => "/sign-in?fault=" + fault;

    private static bool IsOwnPath(string? path) => path is { Length: > 0 and <= 500 } && path[0] == '/'
        && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);

    private static Missing None(long workspace) => new($"The workspace {workspace} has no sign-in provider.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Signing in by the provider {Issuer} failed")]
        public static partial void Failed(ILogger logger, Exception? e, string issuer);
    }
}
