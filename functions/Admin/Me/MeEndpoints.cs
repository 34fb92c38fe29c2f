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

namespace WhatsAppBots.Admin.Me;

/// <summary>Who calls.</summary>
/// <param name="Kind"><c>person</c> or <c>key</c>.</param>
/// <param name="Workspace">Id of the workspace the calls are about.</param>
/// <param name="Workspaces">Those a person may go to.</param>
/// <param name="Permissions">What the caller may do.</param>
/// <param name="Numbers">Business numbers whose conversations the caller sees; null: all.</param>
/// <param name="NeedsSecondFactor">True: nothing else is answered before a second factor is set up.</param>
internal sealed record MeView(
    string Kind, long Id, string Name, string? Email, string? Role, long Workspace, IReadOnlyList<WorkspaceMembership> Workspaces,
    IReadOnlyList<string> Permissions, IReadOnlyList<string>? Numbers, bool HasSecondFactor, bool NeedsSecondFactor);

/// <summary>Second factor that was prepared.</summary>
/// <param name="Secret">To type into an authenticator app.</param>
/// <param name="Address">The same for a QR code.</param>
internal sealed record PreparedFactor(string Secret, string Address);

/// <summary>A code of six digits.</summary>
internal sealed record CodeRequest(string? Code);

/// <summary>Recovery codes: each gets somebody in once who has lost their phone. They are shown this once.</summary>
internal sealed record RecoveryCodesView(IReadOnlyList<string> RecoveryCodes);

/// <summary>Change of the password.</summary>
internal sealed record PasswordRequest(string? Old, string? New);

/// <summary>Endpoints of what is the caller's own.</summary>
internal sealed class MeEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Me";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services)
    {
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("me", ReadAsync).WithName("ReadMe").WithSummary("Who calls, and what they may do").Needs(Permission.Anybody);
        api.MapGet("me/sessions",
            SessionsAsync).WithName("ListMySessions").WithSummary("The person's sessions, newest first").Needs(Permission.Self);
        api.MapDelete("me/sessions/{id:long}",
            EndAsync).WithName("EndMySession").WithSummary("Ends one of the person's sessions").Needs(Permission.Self);
        api.MapPost("me/password", PasswordAsync).WithName("ChangePassword")
            .WithSummary("Changes the password; the person's other sessions end").Needs(Permission.Self);
        api.MapPost("me/second-factor", PrepareAsync).WithName("PrepareSecondFactor")
            .WithSummary("Prepares a second factor; it is on once a code of it is confirmed").NeedsConfirmed(Permission.Self);
        api.MapPut("me/second-factor", TurnOnAsync).WithName("TurnOnSecondFactor")
            .WithSummary("Turns the second factor on by a code of it; tells ten recovery codes, once").NeedsConfirmed(Permission.Self);
        api.MapDelete("me/second-factor", TurnOffAsync).WithName("TurnOffSecondFactor").WithSummary("Turns the second factor off")
            .NeedsConfirmed(Permission.Self);
    }

    private static async Task<Ok<MeView>> ReadAsync(Caller caller, WorkspaceStore workspaces, CancellationToken cancellationToken)
    {
        var person = caller as Person;
        return TypedResults.Ok(new MeView(
            person is null ? "key" : "person", person?.Id ?? caller.KeyId!.Value, caller.Name, person?.Email, person?.Role.Name(),
                caller.Workspace,
            person is null ? [] : await workspaces.ListAsync(person.Id, cancellationToken),
            [.. Enum.GetValues<Permission>().Where(caller.May).Select(permission => permission.Name())], caller.Numbers,
            person?.HasSecondFactor ?? false, person is { NeedsSecondFactor: true, SecondFactorAt: null }));
    }

    private static async Task<Ok<Page<SessionView>>> SessionsAsync(Person person, SessionStore sessions,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<SessionView>(await sessions.ListAsync(person.Id, person.Session, null, cancellationToken), null));

    /// <param name="id">Id of the session.</param>
    private static async Task<Results<NoContent, Missing>> EndAsync(
        long id, Person person, SessionStore sessions, Workspace workspace, AuditLog audit, CancellationToken cancellationToken) =>
        await sessions.EndAsync(workspace, audit, id, person.Id, cancellationToken) ? TypedResults.NoContent()
            : new Missing($"There is no session {id}.");

    private static async Task<Results<NoContent, Wrong, Refusal, Waiting>> PasswordAsync(
        PasswordRequest request, Person person, Accounts accounts, AuditLog audit, Throttle throttle, CallContext call,
            SessionCookie cookie,
        HttpContext context)
    {
        if (await throttle.TryAsync(call.Ip ?? "", person.Email, context.RequestAborted) is { } left) return new Waiting(left);
        if (Passwords.Fault(request.New, person.Email) is { } weak) return new Wrong(weak);
        if (await accounts.ChangePasswordAsync(person, audit, request.Old ?? "", request.New!, context.RequestAborted) is not { } token)
        {
            await throttle.FailedAsync(person.Email, context.RequestAborted);
            return new Refusal("The old password is wrong.");
        }

        cookie.Set(context, token);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PreparedFactor>, Conflicting>> PrepareAsync(
        Person person, SecondFactors factors, Workspace workspace, CancellationToken cancellationToken) =>
        await factors.PrepareAsync(workspace, person.Id, cancellationToken) is { } secret
            ? TypedResults.Ok(new PreparedFactor(SecondFactor.Text(secret), SecondFactor.Address(secret, person.Email)))
            : new Conflicting("You have a second factor: turn it off first.");

    private static async Task<Results<Ok<RecoveryCodesView>, Wrong, Waiting>> TurnOnAsync(
        CodeRequest request, Person person, SecondFactors factors, Workspace workspace, AuditLog audit, SessionStore sessions,
            Throttle throttle,
        CallContext call, SessionCookie cookie, HttpContext context)
    {
        if (await throttle.TryAsync(call.Ip ?? "", person.Email, context.RequestAborted) is { } left) return new Waiting(left);
        if (await factors.TurnOnAsync(workspace, audit, sessions, person, request.Code ?? "", context.RequestAborted) is not { } done)
        {
            return new Wrong("The code is not one of the second factor that you prepared, or you have one already.");
        }

        cookie.Set(context, done.Token);
        return TypedResults.Ok(new RecoveryCodesView(done.Codes));
    }

    private static async Task<NoContent> TurnOffAsync(Person person, Workspace workspace, AuditLog audit,
        CancellationToken cancellationToken)
    {
        await SecondFactors.TurnOffAsync(workspace, audit, person, cancellationToken);
        return TypedResults.NoContent();
    }
}
