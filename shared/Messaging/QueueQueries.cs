using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Messaging;

/// <summary>Events of a workspace that wait, and what was given up.</summary>
/// <param name="Events">Number of events by the app that is to work them.</param>
/// <param name="DeadLetters">Dead letters that nobody has replayed.</param>
public sealed record QueueView(IReadOnlyDictionary<string, long> Events, long DeadLetters);

/// <summary>Reads how long the queues of events are.</summary>
public sealed class QueueQueries(Workspace workspace)
{
    private const string EventsSql = "select receiver, count(*) from events.queue group by receiver order by receiver";
    private const string LettersSql = "select count(*) from events.dead_letters where replayed_at is null";

    /// <summary>Reads it.</summary>
    public Task<QueueView> ReadAsync(CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var events = await connection.QueryAsync<(string Receiver, long Count)>(
                new CommandDefinition(EventsSql, transaction: transaction, cancellationToken: cancellationToken));
            var letters = await connection.QuerySingleAsync<long>(
                new CommandDefinition(LettersSql, transaction: transaction, cancellationToken: cancellationToken));
            return new QueueView(events.ToDictionary(row => row.Receiver, row => row.Count), letters);
        },
        cancellationToken);
}
