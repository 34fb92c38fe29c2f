using Npgsql;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data;

namespace WhatsAppBots.Desk.Search;

/// <summary>Writes the words of messages to be searched for.</summary>
internal static class SearchWords
{
    /// <summary>Messages that share one block, and are looked into together.</summary>
    public const int Block = 100_000;

    // 'simple' cuts words and makes them small, in any language. The text is kept well below what a tsvector can hold.
    private const string AddSql =
        """
        insert into desk.search (message_id, workspace_id, conversation_id, stored_at, words)
        select m.id, m.workspace_id, m.conversation_id, m.stored_at,
               to_tsvector('simple', m.text) || array_to_tsvector(array['#b' || m.id / 100000])
        from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::timestamptz[], $5::text[])
          as m(id, workspace_id, conversation_id, stored_at, text)
        on conflict (message_id) do nothing
        """;

    public static async Task AddAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0) return;
        NewMessage[] rows = [.. messages];
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Add(AddSql)
            .With(Array.ConvertAll(rows, row => row.Id))
            .With(Array.ConvertAll(rows, row => row.Workspace))
            .With(Array.ConvertAll(rows, row => row.Conversation))
            .With(Array.ConvertAll(rows, row => row.StoredAt.UtcDateTime))
            .WithTexts(Array.ConvertAll(rows, row => row.Text));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
