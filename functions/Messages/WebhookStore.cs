using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Inbox;

namespace WhatsAppBots.Messages;

/// <summary>Stores what a webhook brought, and says whether it is to come again.</summary>
public sealed partial class WebhookStore(IInbox inbox, ILogger<WebhookStore> logger)
{
    /// <summary>Stores all of it, in one transaction or, where it is much, in several.</summary>
    /// <param name="read">What is to be stored; it may ask the database. Null: nothing is.</param>
    /// <param name="stored">The answer to a webhook that is stored. Else it is 503.</param>
    public async Task<IResult> StoreAsync(Func<Task<Delivery?>> read, IResult stored, CancellationToken cancellationToken)
    {
        try
        {
            if (await read() is not { } delivery) return stored;
            await inbox.StoreAsync(delivery, cancellationToken);
            return stored;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OverloadedException or System.Net.Sockets.SocketException)
        {
            // Not stored, or not surely: it is sent again, and what was stored is recognised.
            Log.NotStored(logger, e.Message);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A webhook was not stored: {Reason}")]
        public static partial void NotStored(ILogger logger, string reason);
    }
}
