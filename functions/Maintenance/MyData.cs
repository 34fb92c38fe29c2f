using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Maintenance.People;

namespace WhatsAppBots.Maintenance;

/// <summary>What is kept about a person, for that person.</summary>
public sealed class MyData(IServiceProvider services)
{
    /// <summary>A ZIP, or 404 where the link is no longer good.</summary>
    [Function("MyData")]
    public async Task<IResult> Download(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my-data/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var export = services.GetRequiredService<PersonExport>();
        if (await export.PersonOfAsync(token, cancellationToken) is not { } person) return Results.NotFound();

        // An archive writes the few bytes behind each entry synchronously, whichever way it is closed.
        if (request.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } control) control.AllowSynchronousIO = true;
        return Results.Stream(body => export.WriteAsync(body, person, cancellationToken), "application/zip", "my-data.zip");
    }
}
