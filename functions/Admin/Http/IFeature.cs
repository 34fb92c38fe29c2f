using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsAppBots.Admin.Http;

/// <summary>Feature of the API: the endpoints of one folder.</summary>
internal interface IFeature
{
    /// <summary>Heading of its operations in the OpenAPI document.</summary>
    static abstract string Name { get; }

    /// <summary>Registers what its endpoints take: query classes of the tables' owners, and operations of its own.</summary>
    static abstract void Add(IServiceCollection services);

    /// <summary>Maps its endpoints; addresses are relative to <c>/api</c>. Each has a name, which is the operation's id, and a
    /// summary.</summary>
    static abstract void Map(IEndpointRouteBuilder api);
}
