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

    private const string HoldOffAllSql =
        "select pg_advisory_xact_lock_shared(hashtextextended('erasure:' || id, 0)) from unnest(@conversations) as e(id)";

    private const string TakeSql = "select pg_advisory_xact_lock(hashtextextended('erasure:' || id, 0)) from unnest(@conversations) as e(id)";

    /// <summary>Until this transaction ends the conversation is not erased; one that is being erased is gone when this returns.</summary>
    public static Task HoldOffAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long conversation, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(HoldOffSql, new { conversation }, transaction, cancellationToken: cancellationToken));

    /// <summary>The same for many conversations at once.</summary>
    /// <param name="conversations">In order of their ids.</param>
    public static Task HoldOffAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long[] conversations, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(HoldOffAllSql, new { conversations }, transaction, cancellationToken: cancellationToken));

    /// <summary>The same lock, taken for an erasure, before any statement that erases.</summary>
    /// <param name="conversations">In order of their ids.</param>
    public static Task TakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long[] conversations, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(TakeSql, new { conversations }, transaction, cancellationToken: cancellationToken));
}
