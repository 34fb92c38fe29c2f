using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Threads;
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
public sealed class Outreach(Workspace workspace, EventPublisher events, TimeProvider time)
{
    private const string TakeSql =
        """
        insert into desk.requests (workspace_id, caller, key, fingerprint) values (@workspace, @by, @key, @fingerprint)
        on conflict (workspace_id, caller, key) do nothing returning id
        """;

    private const string FindSql =
        "select id, fingerprint from desk.requests where workspace_id = @workspace and caller = @by and key = @key";

    /// <summary>Takes a message.</summary>
    /// <param name="by">The caller: <c>agent:7</c>, <c>key:3</c>.</param>
    /// <param name="key">The caller's key of this request: sent again, it takes effect once.</param>
    /// <param name="asked">Its origin is set here.</param>
    /// <returns>Null: the workspace has no such number, or the caller may not see it.</returns>
    /// <exception cref="DeskConflictException">The key was used for another request.</exception>
    public async Task<StartedRequest?> StartAsync(string by, string key, OutreachAsked asked, CancellationToken cancellationToken)
    {
        if (workspace.View.Numbers?.Contains(asked.Number) == false) return null;
        var fingerprint = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(asked, ContractsJson.Default.OutreachAsked));
        CloudEvent? told = null;
        var started = await workspace.RunAsync(
            async (connection, transaction) =>
            {
                if (!await NumberQueries.ExistsAsync(connection, transaction, asked.Number, cancellationToken)) return null;
                var of = workspace.View.Workspace;
                var id = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
                    TakeSql, new { workspace = of, by, key, fingerprint }, transaction, cancellationToken: cancellationToken));
                if (id is not { } fresh)
                {
                    var before = await connection.QuerySingleAsync<(long Id, byte[] Fingerprint)>(new CommandDefinition(
                        FindSql, new { workspace = of, by, key }, transaction, cancellationToken: cancellationToken));
                    if (before.Fingerprint.AsSpan().SequenceEqual(fingerprint)) return new StartedRequest(before.Id, $"{by}/{before.Id}");
                    throw new DeskConflictException(
                        AgentDesk.KeyReused, "The Idempotency-Key was used for another request. Take a new one for each request.");
                }

                var origin = $"{by}/{fresh}";
                told = new CloudEvent
                {
                    Id = $"request:{fresh}", Source = "/" + Apps.Admin, Type = EventTypes.OutreachAsked, Workspace = of,
                    Time = time.GetUtcNow(),
                    TraceParent = System.Diagnostics.Activity.Current?.Id,
                    Data = JsonSerializer.SerializeToElement(asked with { Origin = origin }, ContractsJson.Default.OutreachAsked),
                };
                await events.WriteAsync(connection, transaction, told, cancellationToken);
                return new StartedRequest(fresh, origin);
            },
            cancellationToken);
        if (told is not null) events.Ring(told);
        return started;
    }
}
