using System.Text.Json;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Desk.Sending;

/// <summary>Message that is on its way to somebody who need not have written before.</summary>
/// <param name="Request">Its id.</param>
/// <param name="Origin">What the message carries as <c>origin</c> in the history of the conversation it goes to.</param>
public sealed record StartedRequest(long Request, string Origin);

/// <summary>
/// Takes messages for people who need not have written. The Messages app finds or makes the person and the conversation; the event that
/// asks it to is kept in the same transaction as the request.
/// </summary>
public sealed class Outreach(Workspace workspace, EventPublisher events, IOptions<SecretKey> secret, TimeProvider time)
{
    /// <summary>Takes a message.</summary>
    /// <param name="by">The caller: <c>agent:7</c>, <c>key:3</c>.</param>
    /// <param name="key">The caller's key of this request: sent again, it takes effect once.</param>
    /// <param name="asked">Its origin is set here.</param>
    /// <returns>Null: the workspace has no such number, or the caller may not see it.</returns>
    /// <exception cref="DeskConflictException">The key was used for another request.</exception>
    public async Task<StartedRequest?> StartAsync(string by, string key, OutreachAsked asked, CancellationToken cancellationToken)
    {
        if (workspace.View.Numbers?.Contains(asked.Number) == false) return null;
        var content = JsonSerializer.Serialize(asked, ContractsJson.Default.OutreachAsked);
        CloudEvent? told = null;
        var started = await workspace.RunAsync(
            async (connection, transaction) =>
            {
                if (!await NumberQueries.ExistsAsync(connection, transaction, asked.Number, cancellationToken)) return null;
                var of = workspace.View.Workspace;
                var (id, isNew) = await RequestKeys.TakeAsync(
                    connection, transaction, secret.Value, of, by, key, content, null, cancellationToken);
                var origin = $"{by}/{id}";
                if (!isNew) return new StartedRequest(id, origin);
                told = new CloudEvent
                {
                    Id = $"request:{id}", Source = "/" + Apps.Admin, Type = EventTypes.OutreachAsked, Workspace = of,
                    Time = time.GetUtcNow(),
                    TraceParent = System.Diagnostics.Activity.Current?.Id,
                    Data = JsonSerializer.SerializeToElement(asked with { Origin = origin }, ContractsJson.Default.OutreachAsked),
                };
                await events.WriteAsync(connection, transaction, told, cancellationToken);
                return new StartedRequest(id, origin);
            },
            cancellationToken);
        if (told is not null) events.Ring(told);
        return started;
    }
}
