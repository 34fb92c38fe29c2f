using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WhatsAppBots.Access;

namespace WhatsAppBots.Admin.Http;

/// <summary>
/// What an endpoint asks of its caller, declared where it is mapped. Each endpoint has one of these; without one the API does not start. An
/// endpoint
/// may take a <see cref="Caller"/> (or a <see cref="Person"/>, where no key may call) as a parameter; its queries see the caller's rows
/// alone.
/// </summary>
internal static class EndpointNeeds
{
    /// <summary>The caller's role, or the key's scopes, must have the permission: infra/routes.md has the table.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(permission));

    /// <summary>The same, and who calls must have proved who they are within ten minutes: for money, keys, roles and erasure.</summary>
    public static TBuilder NeedsConfirmed<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(permission, IsConfirmed: true));

    /// <summary>Anybody may call: the operation looks after itself, by a password or a link.</summary>
    public static TBuilder NeedsNothing<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(null));

    /// <summary>What an endpoint needs; who is somebody may hear that there is none.</summary>
    public static Need Of(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<Need>() ?? new Need(Permission.Anybody);

    /// <summary>Refuses endpoints that do not say what they need.</summary>
    /// <exception cref="InvalidOperationException">There are some; the message names them.</exception>
    public static void Check(IEnumerable<Endpoint> endpoints)
    {
        var without = endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<Need>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText).ToList();
        if (without.Count == 0) return;
        throw new InvalidOperationException(
            $"These endpoints do not say what they need of their caller (.Needs(…)): {string.Join(", ", without)}.");
    }
}
