using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Messaging;

/// <summary>What events hold about people: those that wait, and those that were given up.</summary>
internal sealed class EventData : IPersonData, IRetention
{
    private const string ReplayedSql = "delete from events.dead_letters where died_at < @before and replayed_at is not null";

    private const string OldSql = "delete from events.dead_letters where died_at < @before";

    private const string OpenSql = "select count(*) from events.dead_letters where replayed_at is null";

    private static readonly TimeSpan _deadLettersKept = TimeSpan.FromDays(90);

    // Work about what a person sent, which finds nobody any more. What concerns money or erases goes on.
    private static readonly string[] _endsWithPerson =
        [EventTypes.UserMediaReceived, EventTypes.MediaStored, EventTypes.ImageProcessed, EventTypes.AiAsked, EventTypes.AiAnswered];

    private static readonly string _eraseSql =
        $"""
        delete from events.dead_letters where conversation_id = any(@Conversations);
        delete from events.queue
        where type in ({string.Join(", ", _endsWithPerson.Select(type =>
            $"'{type}'"))}) and body::jsonb ->> 'subject' = any(@Conversations::text[]);
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables => ["events.dead_letters"];

    /// <inheritdoc/>
    public string EraseSql => _eraseSql;

    /// <inheritdoc/>
    public IReadOnlyList<string> BusyTables => ["events.queue"];

    /// <inheritdoc/>
    public IReadOnlyList<RetentionCount> Counts => [new("deadLetters", OpenSql)];

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) =>
    [
        new("deadLettersDeleted", ReplayedSql, kept.Updates),
        new("deadLettersDeleted", OldSql, kept.Updates > _deadLettersKept ? kept.Updates : _deadLettersKept),
    ];
}
