using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messaging;

/// <summary>Stores a received event in events.queue; a duplicate is ignored.</summary>
internal sealed class HeardEvents(Database database, TimeProvider time)
{
    // While the database is away the broker would redeliver the event at once, and dead-letter it after a few deliveries. So the call waits, for
    // less time than an invocation may last.
    private static readonly TimeSpan _storeAtMost = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _storeAgain = TimeSpan.FromSeconds(1);

    private const string HearSql =
        """
        insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
        select @Id, @receiver, @Type, @Workspace, @body, @now, @now
        where not exists (select 1 from events.consumed where event_id = @Id and receiver = @receiver)
        on conflict do nothing
        """;

    private const string UnreadableSql =
        """
        insert into events.dead_letters (workspace_id, source, receiver, cause, payload, error, attempts, died_at)
        values (@workspace, 'event', @receiver, 'unreadable', @body, @error, 1, @now)
        """;

    /// <returns>The type of an event that only wakes; null for one that was stored.</returns>
    /// <exception cref="Npgsql.NpgsqlException">The database is not there, and did not come back in time.</exception>
    public async Task<string?> StoreAsync(string receiver, string body, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await StoreOnceAsync(receiver, body, cancellationToken);
            }
            catch (Exception e) when (Failures.IsInfrastructure(e) && !cancellationToken.IsCancellationRequested && time.GetElapsedTime(began) < _storeAtMost)
            {
                await Task.Delay(_storeAgain, time, cancellationToken);
            }
        }
    }

    private async Task<string?> StoreOnceAsync(string receiver, string body, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        try
        {
            var e = JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent) ?? throw new JsonException("null");
            if (EventTypes.Wakes(e.Type)) return e.Type;
            await connection.ExecuteAsync(new CommandDefinition(
                HearSql, new { e.Id, receiver, e.Type, e.Workspace, body, now }, cancellationToken: cancellationToken));
        }
        catch (JsonException e)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                UnreadableSql,
                new { workspace = Workspaces.Default, receiver, body = body.Replace('\0', '\uFFFD'), error = e.Message, now },
                cancellationToken: cancellationToken));
        }

        return null;
    }
}
