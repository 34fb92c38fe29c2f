using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Desk.Feed;

/// <summary>Change that the feed tells of.</summary>
/// <param name="Seq">Numbers of a workspace rise by one, in the order in which changes can be seen.</param>
/// <param name="Kind">
/// <c>thread</c>, <c>status</c> (a message of an agent or a program was sent, delivered, read, or failed), <c>note</c>, <c>draft</c>,
/// <c>snippet</c>, <c>duty</c>, <c>seen</c>, or <c>gone</c>: the person was erased, forget the conversation.
/// </param>
/// <param name="Number">The conversation's business number; null where it has none any more.</param>
/// <param name="Reference">What has changed besides the conversation: id of a message, a note, a snippet or a user.</param>
public sealed record Change(long Seq, string Kind, string? Number, long? ConversationId, long? Reference, DateTimeOffset At);

/// <summary>Part of the feed.</summary>
/// <param name="Last">Number of the newest change there is; 0: there was none yet.</param>
/// <param name="IsWhole">False: changes in between are no longer kept. Read everything anew, and follow from <paramref
/// name="Last"/>.</param>
public sealed record ChangePart(IReadOnlyList<Change> Changes, long Last, bool IsWhole);

/// <summary>Reads the feed of changes. Changes are kept for an hour.</summary>
public sealed class Changes(Workspace workspace)
{
    /// <summary>Rows read at once.</summary>
    public const int Most = 500;

    private const string LastSql = "select coalesce((select last_seq from desk.feeds), 0)";

    private const string FirstSql = "select min(seq) from desk.changes";

    private const string ListSql =
        """
        select seq, kind, number_id as Number, conversation_id as ConversationId, ref as Reference, at from desk.changes
        where seq > @after order by seq limit 500
        """;

    /// <summary>Reads changes after a number, at most <see cref="Most"/>.</summary>
    /// <param name="after">Null: none, just where the feed stands.</param>
    public Task<ChangePart> ReadAsync(long? after, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            // Before the rows: a change that comes in between is in the rows, and not beyond what is said to be last.
            var last = await connection.QuerySingleAsync<long>(new CommandDefinition(LastSql, transaction: transaction,
                cancellationToken: cancellationToken));
            if (after is not { } from || from == last) return new ChangePart([], last, true);
            var rows = (await connection.QueryAsync<Row>(
                new CommandDefinition(ListSql, new { after = from }, transaction, cancellationToken: cancellationToken))).ToList();

            // An erasure takes changes out, so a hole between rows says nothing. Before the oldest that is kept there may have been more.
            var first = await connection.QuerySingleAsync<long?>(
                new CommandDefinition(FirstSql, transaction: transaction, cancellationToken: cancellationToken));
            var isWhole = from < last && first is { } oldest && oldest <= from + 1;
            return new ChangePart(
                [.. rows.Select(row => new Change(row.Seq, row.Kind, row.Number, row.ConversationId, row.Reference, row.At))], last,
                    isWhole);
        },
        cancellationToken);

    private sealed record Row(long Seq, string Kind, string? Number, long? ConversationId, long? Reference, DateTime At);
}
