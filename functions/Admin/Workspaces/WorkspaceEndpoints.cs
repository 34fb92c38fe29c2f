using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Auth;
using WhatsAppBots.Admin.Http;

namespace WhatsAppBots.Admin.Workspaces;

/// <summary>Workspace to make.</summary>
internal sealed record WorkspaceRequest(string? Name);

/// <summary>Workspace that was made; the caller owns it.</summary>
internal sealed record MadeWorkspace(long Id, string Name);

/// <summary>What the workspace asks of its people.</summary>
/// <param name="NeedsSecondFactor">A session without a second factor may then only set one up; keys go on.</param>
internal sealed record PolicyRequest(bool? NeedsSecondFactor);

/// <summary>Endpoints of workspaces.</summary>
internal sealed class WorkspaceEndpoints : IFeature
{
    private const int LongestName = 100;

    /// <inheritdoc/>
    public static string Name => "Workspaces";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services)
    {
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("workspaces", MakeAsync).WithName("CreateWorkspace").WithSummary("Makes a workspace, which the caller owns")
            .NeedsConfirmed(Permission.WorkspacesWrite);
        api.MapPost("workspaces/{id:long}/enter",
            EnterAsync).WithName("EnterWorkspace").WithSummary("Lets the session go on in another workspace")
            .Needs(Permission.Self);
        api.MapPut("policy", SetPolicyAsync).WithName("SetPolicy").WithSummary("Says whether everybody needs a second factor")
            .NeedsConfirmed(Permission.PolicyWrite);
    }

    private static async Task<Results<Created<MadeWorkspace>, Wrong, Conflicting>> MakeAsync(
        WorkspaceRequest request, WorkspaceStore workspaces, CancellationToken cancellationToken)
    {
        if (request.Name?.Trim() is not { Length: >= 1 and <= LongestName } name)
        {
            return new Wrong($"name is missing, or longer than {LongestName} characters.");
        }

        return await workspaces.MakeAsync(name, cancellationToken) is { } id
            ? TypedResults.Created((string?)null, new MadeWorkspace(id, name)) : new Conflicting("There is a workspace of this name.");
    }

    /// <param name="id">Id of the workspace.</param>
    private static async Task<Results<NoContent, Missing>> EnterAsync(
        long id, Person person, WorkspaceStore workspaces, SessionCookie cookie, HttpContext context)
    {
        // The provider of one workspace says nothing in another.
        if (person.CheckedAt is not null && id != person.Workspace)
        {
            return new Missing("You signed in by your organisation, for this workspace alone: sign in by password to go to another.");
        }

        if (await workspaces.EnterAsync(person, id, context.RequestAborted) is not { } token)
        {
            return new Missing($"You are in no workspace {id}.");
        }

        cookie.Set(context, token);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Wrong>> SetPolicyAsync(
        PolicyRequest request, WorkspaceStore workspaces, CancellationToken cancellationToken)
    {
        if (request.NeedsSecondFactor is not { } needs) return new Wrong("needsSecondFactor is missing.");
        await workspaces.SetPolicyAsync(needs, cancellationToken);
        return TypedResults.NoContent();
    }
}
