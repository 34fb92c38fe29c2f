using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.People;
using WhatsAppBots.Media;

namespace WhatsAppBots.Maintenance;

/// <summary>What is kept about a person, for that person.</summary>
public sealed class MyData(PersonExport export)
{
    /// <summary>A ZIP; 404 where the link is no longer good, 503 where it cannot be built now.</summary>
    [Function("MyData")]
    public async Task<IResult> Download(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my-data/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        try
        {
            return await export.OpenAsync(token, cancellationToken) is { } file
                ? Results.File(file, "application/zip", "my-data.zip")
                : Results.NotFound();
        }
        catch (ArchiveBusyException)
        {
            return new LaterResult(LaterResult.Soon);
        }
    }
}
