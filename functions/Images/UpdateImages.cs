using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Images.Packs;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images;

/// <summary>Reads the packs anew and has the example video of each made.</summary>
public sealed class UpdateImages(PackCatalog catalog, Database database, EventPublisher events, TimeProvider time)
{
    /// <summary>Answers 202 with how many videos are to be made.</summary>
    [Function("UpdateImages")]
    public async Task<IResult> Update(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "update-images")] HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await catalog.RefreshAsync(TimeSpan.Zero, cancellationToken);
        }
        catch (AstriaException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status502BadGateway);
        }

        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var packs = (await connection.QueryAsync<long>("select id from images.packs where is_listed")).ToList();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var asked = packs.Select(pack => CloudEvent.Of(
            FormattableString.Invariant($"pack-video:{pack}:{now.ToUnixTimeMilliseconds()}"), Apps.Images, EventTypes.PackVideoRequested,
            Workspaces.Default, null, null, now, new(pack), ContractsJson.Default.PackVideoRequested)).ToList();
        foreach (var each in asked) await events.WriteAsync(connection, transaction, each, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var each in asked) events.Ring(each);
        return Results.Accepted(value: new { packs = packs.Count });
    }
}
