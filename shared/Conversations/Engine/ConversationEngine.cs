using Dapper;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>Works conversations: handles what waits in their inboxes and sends what waits in their outboxes.</summary>
public sealed class ConversationEngine : IBell
{
    // Whatever was left lying: by a process that died, by a bell that was lost, by a lease that ran out.
    private const string SweepSql =
        """
        (select conversation_id from chat.inbox
         where received_at < @before and (not_before is null or not_before <= @now) order by received_at limit @Most)
        union
        (select o.conversation_id from chat.outbox o join chat.conversations c on c.id = o.conversation_id
         where o.stored_at < @before and (c.sender is null or c.lease_until < clock_timestamp()) limit @Most)
        """;

    private const int Most = 1000;

    private static readonly TimeSpan _left = TimeSpan.FromSeconds(5);

    private readonly WorkList _work;
    private readonly OutboxSender _sender;
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ConversationEngine(WorkList work, OutboxSender sender, Database database, TimeProvider time) =>
        (_work, _sender, _database, _time) = (work, sender, database, time);

    /// <inheritdoc/>
    public ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken)
    {
        if (conversations.Count > 0) _work.Ring(conversations);
        return ValueTask.CompletedTask;
    }

    /// <summary>Works these conversations and returns when they have nothing left to do in this process.</summary>
    public async Task WorkAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken)
    {
        _work.Ring(conversations);
        await _work.WhenIdleAsync(_sender, conversations, cancellationToken);
    }

    /// <summary>Returns when this process has nothing left to do.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => _work.WhenIdleAsync(_sender, cancellationToken);

    /// <summary>Conversations with rows left lying for 5 s.</summary>
    public async Task<IReadOnlyList<long>> FindLeftAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await using var connection = await _database.General.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            SweepSql, new { now = now.UtcDateTime, before = (now - _left).UtcDateTime, Most },
            cancellationToken: cancellationToken))).ToList();
    }

    /// <summary>Renews the leases of conversations whose messages take long to go.</summary>
    internal void RenewLeases()
    {
        foreach (var conversation in _sender.Ageing()) _ = _work.RenewAsync(conversation);
    }
}
