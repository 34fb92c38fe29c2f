using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>Finds the conversation of a telephone with a business number, or begins one with somebody who never wrote.</summary>
public sealed class ConversationOpening
{
    private readonly Database _database;
    private readonly ErasedPeople _erased;
    private readonly TimeProvider _time;

    internal ConversationOpening(Database database, ErasedPeople erased, TimeProvider time) =>
        (_database, _erased, _time) = (database, erased, time);

    /// <summary>Finds or begins it, as a webhook's arrival would: under the same locks.</summary>
    /// <param name="phone">International, digits only.</param>
    /// <returns>The conversation's id; null: somebody with this telephone was erased and has not written since.</returns>
    public async Task<long?> OpenAsync(long workspace, string number, string phone, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var arrival = new Arrival(
            new ReceivedMessage(
                new IncomingMessage("", now, number, new Sender(phone, null, null), new TextContent("") { Type = "text" }), ""),
                    workspace, null);
        await using var connection = await _database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await IdentityResolver.OpenForAsync(
            connection, arrival, async () => !await _erased.IsErasedAsync(connection, workspace, phone, cancellationToken), now,
                cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return arrival.ConversationId;
    }
}
