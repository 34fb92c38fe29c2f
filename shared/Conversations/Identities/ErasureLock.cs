using Dapper;
using Npgsql;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>
/// Keeps an erasure and what other apps tell of the same conversation apart: news come before it, and go with the rest, or after it, and
/// find nobody. An advisory lock, since the engine skips conversations whose rows are locked.
/// </summary>
public static class ErasureLock
{
    private const string HoldOffSql = "select pg_advisory_xact_lock_shared(hashtextextended('erasure:' || @conversation, 0))";

    /// <summary>The same lock, taken for an erasure; to be the first statement of its transaction. <c>erased</c> holds the conversations' ids.</summary>
    public const string TakeSql = "select pg_advisory_xact_lock(hashtextextended('erasure:' || id, 0)) from (select id from erased order by id) e;";

    /// <summary>Until this transaction ends the conversation is not erased; one that is being erased is gone when this returns.</summary>
    public static Task HoldOffAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long conversation, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(HoldOffSql, new { conversation }, transaction, cancellationToken: cancellationToken));
}
