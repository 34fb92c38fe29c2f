using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images.Jobs;

namespace WhatsAppBots.Images;

/// <summary>
/// Astria says that something became ready. It signs nothing, so nothing it says is believed: the token tells which order is
/// meant, and the order is looked up at Astria.
/// </summary>
public sealed partial class AstriaCallback(Database database, SignedTokens tokens, TimeProvider time, ILogger<AstriaCallback> logger)
{
    /// <summary>A callback.</summary>
    [Function("PackTuneReceived")]
    public async Task<IResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "pack-tune-received")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (JobTokens.Read(tokens, JobWorker.CallbackPurpose, request.Query["token"]) is not { } job)
        {
            Log.Forged(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        await database.UseAsync(connection => JobRows.DueAsync(connection, job.Order, job.Attempt, time.GetUtcNow()), cancellationToken);
        return Results.Ok();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A callback with an invalid or expired token was refused")]
        public static partial void Forged(ILogger logger);
    }
}
