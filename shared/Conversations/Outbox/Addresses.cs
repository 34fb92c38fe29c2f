using Dapper;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// Keeps a message from going where its person no longer is. An address read by a commit is used for a second; what waited longer,
/// or comes after another message, or may have been changed by this process, goes to what is looked up just before the request.
/// </summary>
internal sealed class Addresses(Database database, TimeProvider time)
{
    private static readonly TimeSpan _holds = TimeSpan.FromSeconds(1);

    // A conversation that was joined to another has the other's person.
    private const string FindSql =
        """
        with recursive c as (
          select person_id, merged_into from chat.conversations where id = @conversation
          union all
          select n.person_id, n.merged_into from c join chat.conversations n on n.id = c.merged_into
        )
        select p.phone, p.user_id from c join chat.people p on p.id = c.person_id where c.merged_into is null
        """;

    private static readonly ProviderError _none = new(0, "no address", "Neither a telephone nor a user id of this person is known any more.");

    /// <summary>Sees to it that the queue's address is the person's.</summary>
    /// <returns>What is to be written where none is known and nothing can be sent; null: the message may go.</returns>
    /// <exception cref="Npgsql.NpgsqlException">The database is not there.</exception>
    public async Task<SendMark?> MissingAsync(SendQueue queue, OutboxItem item, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (isKnown, readAt, mark) = queue.Addressed();
            if (isKnown && time.GetElapsedTime(readAt) < _holds) break;
            readAt = time.GetTimestamp();
            if (queue.Confirm(await FindAsync(queue.Target.ConversationId, cancellationToken), readAt, mark)) break;
        }

        return queue.Recipient is { Phone: null, UserId: null }
            ? new SendMark(queue.Target.ConversationId, item, MarkKind.Failed, null, _none, time.GetUtcNow()) { Failure = FailureKind.Recipient }
            : null;
    }

    private async Task<Recipient> FindAsync(long conversation, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var (phone, userId) = await connection.QuerySingleOrDefaultAsync<(string?, string?)>(
            new CommandDefinition(FindSql, new { conversation }, cancellationToken: cancellationToken));
        return new Recipient(phone, userId);
    }
}
