using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Keys;

/// <summary>Key to make.</summary>
/// <param name="Scopes">What it may do, such as <c>conversations:read</c>.</param>
/// <param name="Numbers">Business numbers whose conversations it sees; null: all.</param>
/// <param name="IpList">Addresses or networks that may use it; null: any.</param>
/// <param name="ExpiresAt">When it ends; null: when it is revoked.</param>
internal sealed record KeyRequest(
    string? Name, IReadOnlyList<string>? Scopes, IReadOnlyList<string>? Numbers, IReadOnlyList<string>? IpList, DateTimeOffset? ExpiresAt);

/// <summary>Key that was made.</summary>
/// <param name="Key">For <c>Authorization: Bearer</c>; it is shown this once.</param>
internal sealed record MadeKey(long Id, string Key);

/// <summary>Endpoints of service keys.</summary>
internal sealed class KeyEndpoints : IFeature
{
    private const int LongestName = 100;

    /// <inheritdoc/>
    public static string Name => "Keys";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services)
    {
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("keys", ListAsync).WithName("ListKeys").WithSummary("Keys, newest first, without their secrets")
            .Needs(Permission.KeysRead);
        api.MapPost("keys", MakeAsync).WithName("CreateKey").WithSummary("Makes a key for a program; its secret is shown once")
            .NeedsConfirmed(Permission.KeysWrite);
        api.MapDelete("keys/{id:long}",
            RevokeAsync).WithName("RevokeKey").WithSummary("Revokes a key, at once").Needs(Permission.KeysWrite);
    }

    private static async Task<Results<Ok<Page<KeyView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, Workspace workspace, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await KeyStore.ListAsync(workspace, page, cancellationToken))
            : refusal;

    private static async Task<Results<Created<MadeKey>, Wrong, Conflicting>> MakeAsync(
        KeyRequest request, Caller caller, KeyStore keys, Workspace workspace, AuditLog audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (Fault(request, time.GetUtcNow()) is { } fault) return new Wrong(fault);
        var numbers = request.Numbers is { Count: > 0 } ? request.Numbers : null;
        if (NumberList.Beyond(caller, numbers) is { } beyond) return new Conflicting(beyond);
        var made = await keys.MakeAsync(
            workspace, audit,
            new NewKey(
                request.Name!.Trim(), request.Scopes!, numbers, request.IpList is { Count: > 0 } ? request.IpList : null, request.ExpiresAt),
            cancellationToken);
        return TypedResults.Created($"/api/keys/{made.Id}", new MadeKey(made.Id, made.ToString()));
    }

    /// <param name="id">Id of the key.</param>
    private static async Task<Results<NoContent, Missing>> RevokeAsync(
        long id, KeyStore keys, Workspace workspace, AuditLog audit, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(workspace, audit, id, cancellationToken) ? TypedResults.NoContent()
            : new Missing($"There is no key {id} that is good.");

    private static string? Fault(KeyRequest request, DateTimeOffset now) =>
        request.Name?.Trim() is not { Length: >= 1 and <= LongestName } ? $"name is missing, or longer than {LongestName} characters."
        : request.Scopes is not { Count: > 0 } ? $"scopes is empty; there are {string.Join(", ", Permissions.Scopes)}."
        : request.Scopes.FirstOrDefault(scope => !Permissions.Scopes.Contains(scope)) is { } unknown
            ? $"There is no scope {unknown}; there are {string.Join(", ", Permissions.Scopes)}."
        : NumberList.Fault(request.Numbers) is { } numbers ? numbers
        : request.IpList is { Count: > AddressList.Most } ? $"ipList has more than {AddressList.Most} entries."
        : AddressList.Wrong(request.IpList ?? []) is { } address
            ? $"ipList: {address} is neither an address nor a network such as 10.1.0.0/16."
        : request.ExpiresAt <= now ? "expiresAt is past."
        : null;
}
