using System.Collections.Concurrent;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Transport;

/// <summary>Handles one type for one app: its effect is a row in the table <c>effects</c>.</summary>
public sealed class Effects(string app, string type) : IEventHandler
{
    private const string EffectSql = "insert into effects (app, event_id) values ($1, $2)";

    /// <summary>Called before the effect, with the event's id; a throw is a failed try.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Ids of events as they were begun.</summary>
    public ConcurrentQueue<string> Begun { get; } = new();

    /// <inheritdoc/>
    public string Receiver => app;

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        Begun.Enqueue(e.Id);
        await Before(e.Id, cancellationToken);
        return new EventOutcome(async (connection, transaction, token) =>
        {
            await using var command = new Npgsql.NpgsqlCommand(EffectSql, connection, transaction);
            command.Parameters.AddWithValue(app);
            command.Parameters.AddWithValue(e.Id);
            await command.ExecuteNonQueryAsync(token);
        });
    }
}
