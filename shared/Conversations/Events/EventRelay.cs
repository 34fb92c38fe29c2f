using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Events;

/// <summary>The bus between apps that run apart (Service Bus). At least once, in any order.</summary>
public interface IEventBus
{
    /// <summary>Publishes; what it returns from without an exception is with the bus.</summary>
    Task PublishAsync(IReadOnlyList<CloudEvent> events, CancellationToken cancellationToken);
}

/// <summary>Takes rows that wait for the bus to the bus. A row goes once the bus has it; until then it is tried again.</summary>
public sealed class EventRelay(Database database, IEventBus bus, TimeProvider time)
{
    private const int Most = 100;

    private static readonly TimeSpan _claim = TimeSpan.FromSeconds(30);

    private const string ClaimSql =
        """
        update events.queue set not_before = @until, attempts = attempts + 1
        where id in (select id from events.queue where receiver = @Bus and not_before <= @now
                     order by id limit @Most for update skip locked)
        returning id, body
        """;

    /// <summary>Relays all that is ready. Safe in any number of processes at once.</summary>
    /// <returns>How many events went.</returns>
    public async Task<int> RelayAsync(CancellationToken cancellationToken)
    {
        var relayed = 0;
        while (true)
        {
            var now = time.GetUtcNow();
            await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
            var rows = (await connection.QueryAsync<(long Id, string Body)>(new CommandDefinition(
                ClaimSql, new { now = now.UtcDateTime, until = (now + _claim).UtcDateTime, Bus = EventRouting.Bus, Most },
                cancellationToken: cancellationToken))).ToList();
            if (rows.Count == 0) return relayed;
            await bus.PublishAsync(
                [.. rows.Select(row => JsonSerializer.Deserialize(row.Body, ContractsJson.Default.CloudEvent)!)], cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(
                "delete from events.queue where id = any(@ids)", new { ids = rows.Select(row => row.Id).ToArray() },
                cancellationToken: cancellationToken));
            relayed += rows.Count;
        }
    }
}
