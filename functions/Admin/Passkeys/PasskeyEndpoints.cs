using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Auth;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Passkeys;

/// <summary>What an authenticator is asked.</summary>
/// <param name="Challenge">To send back with its answer; good once, for five minutes.</param>
/// <param name="Options">For <c>navigator.credentials</c>.</param>
internal sealed record ChallengeView(string Challenge, JsonElement Options);

/// <summary>What an authenticator answered.</summary>
/// <param name="Name">What the person calls a new passkey.</param>
/// <param name="Response">From <c>navigator.credentials</c>, as JSON.</param>
internal sealed record PasskeyRequest(string? Challenge, string? Name, JsonElement? Response);

/// <summary>Endpoints of passkeys.</summary>
internal sealed class PasskeyEndpoints : IFeature
{
    private const int LongestName = 100;

    /// <inheritdoc/>
    public static string Name => "Passkeys";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddSingleton<Authenticators>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("auth/passkey/challenge", Ask).WithName("AskForPasskey").WithSummary("What an authenticator is asked, to sign in")
            .NeedsNothing();
        api.MapPost("auth/passkey",
            EnterAsync).WithName("SignInByPasskey").WithSummary("Signs in by a passkey; it counts as a second factor")
            .NeedsNothing();
        api.MapGet("me/passkeys",
            ListAsync).WithName("ListPasskeys").WithSummary("The person's passkeys, newest first").Needs(Permission.Self);
        api.MapPost("me/passkeys/challenge", AskForNewAsync).WithName("AskForNewPasskey")
            .WithSummary("What an authenticator is asked, to make a passkey").NeedsConfirmed(Permission.Self);
        api.MapPost("me/passkeys", AddAsync).WithName("AddPasskey").WithSummary("Adds a passkey").NeedsConfirmed(Permission.Self);
        api.MapDelete("me/passkeys/{id:long}", RemoveAsync).WithName("RemovePasskey").WithSummary("Removes a passkey")
            .NeedsConfirmed(Permission.Self);
    }

    private static Ok<ChallengeView> Ask(Authenticators authenticators) => TypedResults.Ok(authenticators.Ask());

    private static async Task<Results<NoContent, SignInFirst, Waiting>> EnterAsync(
        PasskeyRequest request, Authenticators authenticators, PasskeyStore passkeys, Throttle throttle, CallContext call,
            SessionCookie cookie,
        HttpContext context)
    {
        if (await throttle.TryAsync(call.Ip ?? "", "passkey", context.RequestAborted) is { } left) return new Waiting(left);
        if (request.Response is not { } response
            || await authenticators.ReadAsync(request.Challenge ?? "", response, context.RequestAborted) is not { } read
            || await passkeys.EnterAsync(read.Passkey, read.Count, call, context.RequestAborted) is not { } token)
        {
            return new SignInFirst("This passkey is not known here, or its answer is no good.");
        }

        cookie.Set(context, token);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<PasskeyView>>> ListAsync(Person person, PasskeyStore passkeys, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<PasskeyView>(await passkeys.ListAsync(person.Id, cancellationToken), null));

    private static async Task<Ok<ChallengeView>> AskForNewAsync(
        Person person, Authenticators authenticators, CancellationToken cancellationToken) =>
        TypedResults.Ok(await authenticators.AskForNewAsync(person, cancellationToken));

    private static async Task<Results<Created<PasskeyView>, Wrong, Conflicting>> AddAsync(
        PasskeyRequest request, Person person, Authenticators authenticators, PasskeyStore passkeys, Workspace workspace, AuditLog audit,
        CancellationToken cancellationToken)
    {
        if (request.Name?.Trim() is not { Length: >= 1 and <= LongestName } name)
        {
            return new Wrong($"name is missing, or longer than {LongestName} characters.");
        }

        if (request.Response is not { } response
            || await authenticators.ReadNewAsync(person, request.Challenge ?? "", response, cancellationToken) is not { } made)
        {
            return new Wrong("The authenticator's answer is no good, or too late: ask anew.");
        }

        return await passkeys.AddAsync(workspace, audit, made, name, cancellationToken) is { } added
            ? TypedResults.Created((string?)null, added)
            : new Conflicting($"This passkey is there already, or you have {PasskeyStore.Most}.");
    }

    /// <param name="id">Id of the passkey.</param>
    private static async Task<Results<NoContent, Missing>> RemoveAsync(
        long id, Person person, Workspace workspace, AuditLog audit, CancellationToken cancellationToken) =>
        await PasskeyStore.RemoveAsync(workspace, audit, id, person.Id, cancellationToken)
            ? TypedResults.NoContent() : new Missing($"You have no passkey {id}.");
}
