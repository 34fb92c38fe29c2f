using System.Text.Json;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messaging;

/// <summary>Writes of events.queue in the transaction of the change the events tell of.</summary>
public static class EventStatements
{
    public const string PublishSql =
        """
        insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
        select u.event_id, u.receiver, u.type, u.workspace_id, u.body, u.not_before, u.created_at
        from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[], $7::timestamptz[])
          as u(event_id, receiver, type, workspace_id, body, not_before, created_at)
        order by u.event_id, u.receiver
        on conflict do nothing
        """;

    public static void Publish(NpgsqlBatch batch, IReadOnlyList<CloudEvent> events, EventRouting routing)
    {
        var rows = events.SelectMany(e => routing.ReceiversOf(e.Type).Select(receiver => (Event: e, Receiver: receiver))).ToArray();
        if (rows.Length == 0) return;
        batch.Add(PublishSql)
            .With(Array.ConvertAll(rows, row => row.Event.Id))
            .With(Array.ConvertAll(rows, row => row.Receiver))
            .With(Array.ConvertAll(rows, row => row.Event.Type))
            .With(Array.ConvertAll(rows, row => row.Event.Workspace))
            .With(Array.ConvertAll(rows, row => JsonSerializer.Serialize(row.Event, ContractsJson.Default.CloudEvent)))
            .With(Array.ConvertAll(rows, row => row.Event.Time.UtcDateTime))
            .With(Array.ConvertAll(rows, row => row.Event.Time.UtcDateTime));
    }
}

/// <summary>Where published events go: a row for each app that receives the type, or one for the bus.</summary>
public sealed class EventRouting(bool overBus)
{
    /// <summary>The receiver of rows that a relay takes to the bus.</summary>
    public const string Bus = "bus";

    /// <summary>Receivers of a type.</summary>
    /// <exception cref="InvalidOperationException">The type is not in <see cref="EventTypes.Receivers"/>.</exception>
    public IReadOnlyList<string> ReceiversOf(string type) =>
        !EventTypes.Receivers.TryGetValue(type, out var receivers)
            ? throw new InvalidOperationException($"The event type {type} is not in EventTypes.Receivers.")
            : overBus ? [Bus] : receivers;
}
