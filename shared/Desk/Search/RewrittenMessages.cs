using Dapper;
using Npgsql;

namespace WhatsAppBots.Desk.Search;

/// <summary>Messages to others that told of somebody who is erased: what the desk has of their words is what is left of them.</summary>
public static class RewrittenMessages
{
    private const string Sql =
        """
        update desk.search s
        set words = to_tsvector('simple', left(u.summary, 4000)) || array_to_tsvector(array['#b' || s.message_id / 100000])
        from unnest(@ids, @summaries) as u(id, summary) where s.message_id = u.id;
        update desk.threads t set last_text = left(u.summary, 200)
        from unnest(@ids, @summaries) as u(id, summary) where t.last_id = u.id;
        """;

    /// <summary>Writes them anew, in the transaction that rewrites the messages.</summary>
    /// <param name="ids">Ids of the messages.</param>
    /// <param name="summaries">Their texts now, in the order of the ids.</param>
    public static Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long[] ids, string[] summaries) =>
        ids.Length == 0 ? Task.CompletedTask : connection.ExecuteAsync(Sql, new { ids, summaries }, transaction, commandTimeout: 60);
}
