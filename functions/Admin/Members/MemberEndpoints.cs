using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Members;

/// <summary>Invitation to make.</summary>
/// <param name="Role"><c>owner</c>, <c>admin</c>, <c>finance</c>, <c>agent</c>, <c>reviewer</c> or <c>viewer</c>.</param>
/// <param name="Numbers">Business numbers whose conversations they will see; null: all.</param>
internal sealed record InviteRequest(string? Email, string? Role, IReadOnlyList<string>? Numbers);

/// <summary>Invitation that was made.</summary>
/// <param name="Link">For the person who is invited; it is shown this once.</param>
/// <param name="Token">The same, for who calls <c>POST /api/auth/accept</c>.</param>
internal sealed record InvitedView(long Id, string Link, string Token);

/// <summary>Change of a member; what is left out stays as it is.</summary>
/// <param name="State"><c>active</c> or <c>inactive</c>.</param>
/// <param name="Numbers">Business numbers whose conversations they see; empty: all.</param>
internal sealed record MemberRequest(string? Role, string? State, IReadOnlyList<string>? Numbers);

/// <summary>Endpoints of members and invitations.</summary>
internal sealed class MemberEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Members";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services)
    {
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("members", ListAsync).WithName("ListMembers").WithSummary("Members, newest first").Needs(Permission.MembersRead);
        api.MapPatch("members/{id:long}", ChangeAsync).WithName("ChangeMember")
            .WithSummary("Changes a member's role, numbers or state; it holds from their next call on")
            .NeedsConfirmed(Permission.MembersWrite);
        api.MapGet("members/{id:long}/sessions", SessionsAsync).WithName("ListSessions").WithSummary("A member's sessions, newest first")
            .Needs(Permission.MembersRead);
        api.MapDelete("members/{id:long}/sessions/{session:long}", EndAsync).WithName("EndSession").WithSummary("Ends a member's session")
            .Needs(Permission.MembersWrite);
        api.MapGet("invitations",
            InvitationsAsync).WithName("ListInvitations").WithSummary("Invitations, newest first").Needs(Permission.MembersRead);
        api.MapPost("invitations", InviteAsync).WithName("Invite").WithSummary("Invites somebody; the link is good once, for 72 hours")
            .NeedsConfirmed(Permission.MembersWrite);
        api.MapDelete("invitations/{id:long}", WithdrawAsync).WithName("WithdrawInvitation").WithSummary("Takes an invitation back")
            .Needs(Permission.MembersWrite);
    }

    private static async Task<Results<Ok<Page<MemberView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, MemberStore members, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await members.ListAsync(page, cancellationToken)) : refusal;

    /// <param name="id">Id of the member.</param>
    private static async Task<Results<Ok<MemberView>, Wrong, Missing, Conflicting>> ChangeAsync(
        long id, MemberRequest request, Person person, MemberStore members, CancellationToken cancellationToken)
    {
        var role = Roles.Read(request.Role);
        if (request.Role is not null && role is null) return new Wrong(NoRole);
        if (request.State is not (null or "active" or "inactive")) return new Wrong("state is active or inactive.");
        if (NumberList.Fault(request.Numbers) is { } fault) return new Wrong(fault);
        var numbers = request.Numbers is { Count: > 0 } ? request.Numbers : null;
        return await members.ChangeAsync(person, id, new MemberChange(role, request.State, request.Numbers is not null, numbers),
            cancellationToken) switch
        {
            ChangeOutcome.Done done => TypedResults.Ok(done.Member),
            ChangeOutcome.Refused refused => new Conflicting(refused.Why),
            _ => new Missing($"There is no member {id}."),
        };
    }

    /// <param name="id">Id of the member.</param>
    private static async Task<Results<Ok<Page<SessionView>>, Missing>> SessionsAsync(
        long id, MemberStore members, SessionStore sessions, Workspace workspace, CancellationToken cancellationToken) =>
        await members.IsOneAsync(id, cancellationToken)
            ? TypedResults.Ok(new Page<SessionView>(await sessions.ListAsync(id, null, workspace.View.Workspace, cancellationToken), null))
            : new Missing($"There is no member {id}.");

    /// <param name="id">Id of the member.</param>
    /// <param name="session">Id of the session.</param>
    private static async Task<Results<NoContent, Missing>> EndAsync(
        long id, long session, MemberStore members, SessionStore sessions, Workspace workspace, AuditLog audit,
        CancellationToken cancellationToken) =>
        await members.IsOneAsync(id, cancellationToken) && await sessions.EndAsync(workspace, audit, session, id, cancellationToken)
            ? TypedResults.NoContent() : new Missing($"Member {id} has no session {session}.");

    private static async Task<Results<Ok<Page<InvitationView>>, ValidationProblem>> InvitationsAsync(
        [AsParameters] PageQuery query, MemberStore members, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await members.InvitationsAsync(page, cancellationToken)) : refusal;

    private static async Task<Results<Created<InvitedView>, Wrong, Conflicting>> InviteAsync(
        InviteRequest request, Person person, MemberStore members, ApiOptions options, CancellationToken cancellationToken)
    {
        if (Email.Read(request.Email) is not { } email) return new Wrong("email is no address.");
        if (Roles.Read(request.Role) is not { } role) return new Wrong(NoRole);
        if (NumberList.Fault(request.Numbers) is { } fault) return new Wrong(fault);
        if (!person.Role.MayGive(role)) return new Conflicting("Only an owner makes owners.");
        var numbers = request.Numbers is { Count: > 0 } ? request.Numbers : null;
        if (NumberList.Beyond(person, numbers) is { } beyond) return new Conflicting(beyond);
        if (await members.InviteAsync(email, role, numbers,
            cancellationToken) is not { } made) return new Conflicting($"{email} is a member.");
        var link = options.Url.At($"accept?token={made.Token}").ToString();
        return TypedResults.Created($"/api/invitations/{made.Id}", new InvitedView(made.Id, link, made.Token));
    }

    /// <param name="id">Id of the invitation.</param>
    private static async Task<Results<NoContent, Missing>> WithdrawAsync(
        long id, MemberStore members, CancellationToken cancellationToken) =>
        await members.WithdrawAsync(id, cancellationToken) ? TypedResults.NoContent() : new Missing($"There is no open invitation {id}.");

    private static readonly string NoRole = $"role is one of {string.Join(", ", Roles.All.Select(each => each.Name()))}.";
}
