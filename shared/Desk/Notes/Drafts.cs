using Dapper;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Feed;

namespace WhatsAppBots.Desk.Notes;

/// <summary>What a user has begun to write to a person.</summary>
/// <param name="BaseMessageId">The newest message they had read when they wrote it.</param>
/// <param name="MovedOn">The person has written since: read it before you send.</param>
public sealed record DraftView(long User, string Body, long BaseMessageId, DateTimeOffset At, bool MovedOn);

/// <summary>Reads and writes drafts: one a user and conversation.</summary>
public sealed class Drafts(Workspace workspace, TimeProvider time)
{
    private const string ListSql =
        """
        select d.user_id as "User", d.body, d.base_message_id as Base, d.at, t.last_in_id > d.base_message_id as MovedOn
        from desk.drafts d join desk.threads t on t.conversation_id = d.conversation_id
        where d.conversation_id = @conversation order by d.at
        """;

    private const string SaveSql =
        """
        insert into desk.drafts (workspace_id, conversation_id, user_id, body, base_message_id, at)
        select workspace_id, conversation_id, @user, @body, @message, @now from desk.threads where conversation_id = @conversation
        on conflict (conversation_id, user_id) do update set body = excluded.body, base_message_id = excluded.base_message_id,
          at = excluded.at
        returning workspace_id
        """;

    private const string DropSql =
        "delete from desk.drafts where conversation_id = @conversation and user_id = @user returning workspace_id";

    /// <summary>Reads the drafts of a conversation, of all users: colleagues see who is writing.</summary>
    /// <returns>Null: there is no such thread.</returns>
    public Task<IReadOnlyList<DraftView>?> ListAsync(long conversation, CancellationToken cancellationToken) =>
        workspace.RunAsync<IReadOnlyList<DraftView>?>(
            async (connection, transaction) => !await ThreadThere.IsAsync(connection, transaction, conversation, cancellationToken) ? null :
            [
                .. (await connection.QueryAsync<(long User, string Body, long Base, DateTime At, bool MovedOn)>(
                    new CommandDefinition(ListSql, new { conversation }, transaction, cancellationToken: cancellationToken)))
                .Select(row => new DraftView(row.User, row.Body, row.Base, row.At, row.MovedOn)),
            ],
            cancellationToken);

    /// <summary>Keeps a user's draft in place of the one before.</summary>
    /// <param name="message">The newest message the user has read; beyond what is there nothing counts as read.</param>
    /// <returns>False: there is no such thread.</returns>
    public Task<bool> SaveAsync(long conversation, long user, string body, long message, CancellationToken cancellationToken) =>
        WriteAsync(SaveSql, conversation, user, body, message, cancellationToken);

    /// <summary>Drops a user's draft.</summary>
    /// <returns>False: there was none.</returns>
    public Task<bool> DropAsync(long conversation, long user, CancellationToken cancellationToken) =>
        WriteAsync(DropSql, conversation, user, null, 0, cancellationToken);

    private Task<bool> WriteAsync(
        string sql, long conversation, long user, string? body, long message, CancellationToken cancellationToken) => workspace.RunAsync(
            async (connection, transaction) =>
            {
                var now = time.GetUtcNow().UtcDateTime;
                if (message > 0)
                {
                    message = await MessageQueries.ReadUpToAsync(connection, transaction, conversation, message, cancellationToken);
                }

                var written = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
                    sql, new { conversation, user, body, message, now }, transaction, cancellationToken: cancellationToken));
                if (written is not { } of) return false;
                await FeedStatements.TellAsync(connection, transaction, of, "draft", conversation, user, cancellationToken);
                return true;
            },
            cancellationToken);
}
