using Dapper;
using Npgsql;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Feed;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Desk.Threads;

/// <summary>Signals a write that the present state of things does not allow.</summary>
/// <param name="code">A name for programs: <c>claimed</c>, <c>window_closed</c>, …</param>
public sealed class DeskConflictException(string code, string message) : Exception(message)
{
    /// <summary>A name for programs.</summary>
    public string Code => code;
}

/// <summary>What agents change of a thread. Each change is told to the feed in its transaction.</summary>
public sealed class ThreadChanges(Workspace workspace, IBell bell, TimeProvider time)
{
    private const string LockSql =
        """
        select workspace_id as Workspace, number_id as Number, assignee, status, version, handed_over as HandedOver from desk.threads
        where conversation_id = @conversation for no key update
        """;

    private const string AssignSql =
        """
        update desk.threads set assignee = @assignee, version = version + 1 where conversation_id = @conversation
        """;

    private const string StatusSql =
        """
        update desk.threads set status = @status, snoozed_until = @until, version = version + 1,
          -- What is resolved is as good as answered.
          last_agent_id = case when @status <> 'resolved' then last_agent_id else greatest(last_agent_id, last_in_id) end,
          waiting_id = case when @status <> 'resolved' then waiting_id end,
          waiting_since = case when @status <> 'resolved' then waiting_since end
        where conversation_id = @conversation
        """;

    private const string CrisisSql =
        "update desk.threads set crisis_seen_at = @now, version = version + 1 where conversation_id = @conversation";

    private const string SeenSql =
        """
        insert into desk.seen as s (workspace_id, user_id, conversation_id, message_id) values (@Workspace, @user, @conversation, @message)
        on conflict (user_id, conversation_id) do update set message_id = greatest(s.message_id, excluded.message_id)
        """;

    /// <summary>Claims a thread for a user. Of two at once one gets it.</summary>
    /// <param name="force">Takes it from the user who has it.</param>
    /// <returns>False: there is no such thread.</returns>
    /// <exception cref="DeskConflictException">Another user has it; the code is <c>claimed</c>.</exception>
    public Task<bool> ClaimAsync(long conversation, long user, bool force, CancellationToken cancellationToken) =>
        GiveAsync(
            conversation, user,
            thread => thread.Assignee is { } other && other != user && !force ? throw Claimed(other)
                : thread.Assignee == user ? null : (AssignSql, new { conversation, assignee = (long?)user }),
            cancellationToken);

    /// <summary>Gives a thread to a user, or to nobody.</summary>
    /// <param name="from">Who has it, as far as the caller knows.</param>
    /// <param name="numbers">Business numbers whose threads the user sees; null: all.</param>
    /// <returns><inheritdoc cref="ClaimAsync"/></returns>
    /// <exception cref="DeskConflictException">
    /// Somebody else has it by now; the code is <c>claimed</c>. Or the user would not see it; the code is <c>not_seen</c>.
    /// </exception>
    public Task<bool> AssignAsync(
        long conversation, long? from, long? to, IReadOnlyList<string>? numbers, CancellationToken cancellationToken) => GiveAsync(
            conversation, to,
            thread => thread.Assignee == to ? null
                : thread.Assignee != from ? throw Claimed(thread.Assignee)
                : numbers?.Contains(thread.Number) == false
                    ? throw new DeskConflictException("not_seen", $"User {to} does not see the conversations of number {thread.Number}.")
                : (AssignSql, new { conversation, assignee = to }),
            cancellationToken);

    /// <summary>Sets the status of a thread.</summary>
    /// <param name="status"><c>open</c>, <c>resolved</c> or <c>snoozed</c>.</param>
    /// <param name="until">When it comes back, where it is snoozed.</param>
    /// <param name="version">As the caller saw it: what the person wrote since must not be resolved unread.</param>
    /// <returns><inheritdoc cref="ClaimAsync"/></returns>
    /// <exception cref="DeskConflictException">The thread has changed since; the code is <c>changed</c>.</exception>
    public Task<bool> SetStatusAsync(
        long conversation, string status, DateTimeOffset? until, long version, CancellationToken cancellationToken) =>
        ChangeAsync(
            conversation,
            thread => thread.Version != version
                ? throw new DeskConflictException("changed", $"The thread has changed: it has version {thread.Version} now. Look at it and try again.")
                : (StatusSql, new { conversation, status, until = until?.UtcDateTime }),
            cancellationToken);

    /// <summary>Says that somebody has seen that the person suffers. Words that come later raise the flag again.</summary>
    /// <returns><inheritdoc cref="ClaimAsync"/></returns>
    public Task<bool> SeeCrisisAsync(long conversation, CancellationToken cancellationToken) => ChangeAsync(
        conversation, _ => (CrisisSql, new { conversation, now = time.GetUtcNow().UtcDateTime }), cancellationToken);

    /// <summary>Keeps how far a user has read. It never goes back, nor beyond what is there: what comes later is unread.</summary>
    /// <returns><inheritdoc cref="ClaimAsync"/></returns>
    public Task<bool> SeeAsync(
        long conversation, long user, long message, CancellationToken cancellationToken) => workspace.RunAsync(
            async (connection, transaction) =>
            {
                if (await LockAsync(connection, transaction, conversation, cancellationToken) is not { } thread) return false;
                var read = await MessageQueries.ReadUpToAsync(connection, transaction, conversation, message, cancellationToken);
                await connection.ExecuteAsync(new CommandDefinition(
                    SeenSql, new { thread.Workspace, user, conversation, message = read }, transaction, cancellationToken: cancellationToken));
                await FeedStatements.TellAsync(connection, transaction, thread.Workspace, "seen", conversation, user, cancellationToken);
                return true;
            },
            cancellationToken);

    // The engine hears of a claim: whoever has claimed the chat has an hour before the bot is back.
    private async Task<bool> GiveAsync(
        long conversation, long? to, Func<Thread, (string Sql, object Parameters)?> change, CancellationToken cancellationToken)
    {
        long? told = null;
        var isThere = await ChangeAsync(conversation, change, cancellationToken, async (connection, transaction, thread) =>
        {
            if (to is not { } user || !thread.HandedOver) return;
            if (await EnteredInput.TargetAsync(connection, transaction, conversation, cancellationToken) is not { } target) return;
            var claimed = new HandOverInput(true, FormattableString.Invariant($"agent:{user}"), HandOverReasons.Claimed);
            await EnteredInput.EnterAsync(
                connection, transaction, target, FormattableString.Invariant($"claim:{conversation}:{thread.Version}"), claimed,
                time.GetUtcNow(), cancellationToken);
            told = target.Conversation;
        });
        if (told is { } one) await bell.RingAsync([one], cancellationToken);
        return isThere;
    }

    private Task<bool> ChangeAsync(
        long conversation, Func<Thread, (string Sql, object Parameters)?> change, CancellationToken cancellationToken,
        Func<NpgsqlConnection, NpgsqlTransaction, Thread, Task>? also = null) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                if (await LockAsync(connection, transaction, conversation, cancellationToken) is not { } thread) return false;
                if (change(thread) is not { } statement) return true;
                await connection.ExecuteAsync(
                    new CommandDefinition(statement.Sql, statement.Parameters, transaction, cancellationToken: cancellationToken));
                if (also is not null) await also(connection, transaction, thread);
                await FeedStatements.TellAsync(connection, transaction, thread.Workspace, "thread", conversation, null, cancellationToken);
                return true;
            },
            cancellationToken);

    private static Task<Thread?> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long conversation,
        CancellationToken cancellationToken) => connection.QuerySingleOrDefaultAsync<Thread?>(new CommandDefinition(
            LockSql, new { conversation }, transaction, cancellationToken: cancellationToken));

    private static DeskConflictException Claimed(long? other) => new(
        "claimed", other is null ? "Nobody has the thread by now. Look at it and try again." : $"User {other} has the thread.");

    private sealed record Thread(long Workspace, string Number, long? Assignee, string Status, long Version, bool HandedOver);
}
