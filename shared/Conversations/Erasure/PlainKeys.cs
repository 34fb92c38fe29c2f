using Dapper;
using Npgsql;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Conversations.Erasure;

/// <summary>
/// Gives the secret to keys of <c>chat.heard</c> that the release before hashed without one, so that nobody finds a number by trying all.
/// </summary>
public static class PlainKeys
{
    private const int AtOnce = 5_000;

    private const string FindSql =
        """
        select key from chat.heard
        where key like 'update:%' and key not like 'update:k:%' or key like 'step:%' and key not like 'step:k:%'
           or key like 'gone:%' and key not like 'gone:k:%' or key like 'gone-id:%' and key not like 'gone-id:k:%'
        limit @AtOnce
        """;

    private const string WriteSql =
        """
        with old as (
          delete from chat.heard h using unnest(@before, @after) as u(before, after) where h.key = u.before
          returning u.after, h.workspace_id, h.at
        )
        insert into chat.heard as h (key, workspace_id, at) select after, workspace_id, at from old order by after
        on conflict (key) do update set at = greatest(h.at, excluded.at)
        """;

    /// <summary>Hashes them all, in statements of bounded size.</summary>
    public static async Task HashAsync(NpgsqlConnection connection, SecretKey secret, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = (await connection.QueryAsync<string>(Command(FindSql, new { AtOnce }))).ToArray();
            var after = Array.ConvertAll(before, key => HeardKeys.Rekeyed(secret, key)!);
            if (before.Length > 0) await connection.ExecuteAsync(Command(WriteSql, new { before, after }));
            if (before.Length < AtOnce) return;
        }

        CommandDefinition Command(string sql, object parameters) =>
            new(sql, parameters, commandTimeout: 60, cancellationToken: cancellationToken);
    }
}
