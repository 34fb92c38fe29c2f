using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Desk.Sending;

/// <summary>Idempotency keys: a request that comes again under the same key of the same caller takes effect once.</summary>
internal static class RequestKeys
{
    private const string TakeSql =
        """
        insert into desk.requests (workspace_id, caller, key, fingerprint, conversation_id)
        values (@workspace, @by, @key, @fingerprint, @conversation)
        on conflict (workspace_id, caller, key) do nothing returning id
        """;

    private const string FindSql =
        "select id, fingerprint from desk.requests where workspace_id = @workspace and caller = @by and key = @key";

    /// <summary>Takes a key in the caller's transaction. Another request with the key waits for its end.</summary>
    /// <param name="content">All that the request asks for: another content under the same key is another request.</param>
    /// <param name="conversation">Where it goes, so that an erasure finds it; null: it is not known yet.</param>
    /// <returns>The request's id, and whether it is new.</returns>
    /// <exception cref="DeskConflictException">The key was used for another request; the code is <c>key_reused</c>.</exception>
    public static async Task<(long Id, bool IsNew)> TakeAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, SecretKey secret, long workspace, string by, string key, string content,
        long? conversation, CancellationToken cancellationToken)
    {
        // It may outlive an erasure, and what is asked for may name a number.
        var fingerprint = secret.Hash(content);
        var taken = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            TakeSql, new { workspace, by, key, fingerprint, conversation }, transaction, cancellationToken: cancellationToken));
        if (taken is { } fresh) return (fresh, true);
        var (id, before) = await connection.QuerySingleAsync<(long, byte[])>(new CommandDefinition(
            FindSql, new { workspace, by, key }, transaction, cancellationToken: cancellationToken));
        if (secret.IsHash(content, before) || IsPlain(before, content)) return (id, false);
        throw new DeskConflictException(
            AgentDesk.KeyReused, "The Idempotency-Key was used for another request. Take a new one for each request.");
    }

    // As the release before kept it, for a week.
    private static bool IsPlain(byte[] before, string content) =>
        before.AsSpan().SequenceEqual(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
