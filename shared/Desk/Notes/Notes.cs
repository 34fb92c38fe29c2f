using Dapper;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Feed;

namespace WhatsAppBots.Desk.Notes;

/// <summary>Note of an agent on a conversation. The person never sees it.</summary>
/// <param name="User">Id of the user who wrote it.</param>
public sealed record NoteView(long Id, long User, string Body, DateTimeOffset At);

/// <summary>Reads and writes notes, oldest first.</summary>
public sealed class Notes(Workspace workspace, TimeProvider time)
{
    /// <summary>Longest note, in UTF-16 units.</summary>
    public const int Longest = 4000;

    private const string ListSql =
        """
        select id, user_id as "User", body, at from desk.notes
        where conversation_id = @conversation and (@After::bigint is null or id > @After) order by id limit @Limit
        """;

    private const string AddSql =
        """
        insert into desk.notes (workspace_id, conversation_id, user_id, body, at)
        select workspace_id, conversation_id, @user, @body, @now from desk.threads where conversation_id = @conversation
        returning id, workspace_id as Workspace
        """;

    /// <summary>Reads a page of a conversation's notes.</summary>
    /// <returns>Null: there is no such thread.</returns>
    public Task<Page<NoteView>?> ListAsync(long conversation, PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync<Page<NoteView>?>(
            async (connection, transaction) =>
            {
                if (!await ThreadThere.IsAsync(connection, transaction, conversation, cancellationToken)) return null;
                var rows = (await connection.QueryAsync<(long Id, long User, string Body, DateTime At)>(new CommandDefinition(
                    ListSql, new { conversation, page.After, page.Limit }, transaction, cancellationToken: cancellationToken))).ToList();
                return page.Cut([.. rows.Select(row => new NoteView(row.Id, row.User, row.Body, row.At))], note => note.Id);
            },
            cancellationToken);

    /// <summary>Adds a note.</summary>
    /// <returns>Null: there is no such thread.</returns>
    public Task<NoteView?> AddAsync(long conversation, long user, string body, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var now = time.GetUtcNow();
            var added = (await connection.QueryAsync<(long Id, long Workspace)>(new CommandDefinition(
                AddSql, new { conversation, user, body, now = now.UtcDateTime }, transaction,
                    cancellationToken: cancellationToken))).ToList();
            if (added is not [var (id, of)]) return null;
            await FeedStatements.TellAsync(connection, transaction, of, "note", conversation, id, cancellationToken);
            return new NoteView(id, user, body, now);
        },
        cancellationToken);
}
