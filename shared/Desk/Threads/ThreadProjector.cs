using Dapper;
using Npgsql;
using NpgsqlTypes;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data;
using WhatsAppBots.Desk.Search;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Desk.Threads;

/// <summary>
/// Keeps the threads that agents see in step with conversations and messages, off the engine's transactions, and tells the feed of each
/// change. One process at a time does so, by an advisory lock. Ids of messages are drawn before they are committed, so a row may appear
/// below one that is known already; the last rows are therefore looked at again.
/// </summary>
public sealed class ThreadProjector(Database database, TimeProvider time) : IDueWork, IDisposable
{
    // Any constant will do; it only has to be the same in every process.
    private const long AdvisoryLock = 0x4465736B;

    // Each conversation of a pass is locked against its erasure, and a server has some thousands of locks.
    private const int Most = 500;

    // At the bell the rows of the last seconds, in a sweep those of a minute at full pace.
    private const int Close = 500;
    private const int Far = 20_000;

    private const string LockSql = "set local lock_timeout = '5s'; select pg_advisory_xact_lock(@AdvisoryLock)";

    private const string HeadSql = "select head from desk.progress";

    private const string MoveSql = "update desk.progress set head = greatest(head, @head)";

    private const string SaveSql =
        """
        with n as (
          select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::bool[], $6::timestamptz[], $7::bool[],
            $8::timestamptz[],
                               $9::text[], $10::bigint[], $11::timestamptz[], $12::text[], $13::text[], $14::bigint[], $15::timestamptz[],
                                 $16::bigint[],
                               $17::bigint[], $18::timestamptz[], $19::bigint[])
            as n(conversation_id, workspace_id, number_id, bot, handed_over, crisis_at, is_closed, opened_at, reason, last_id, last_at,
              last_text,
                 last_from, last_in_id, last_in_at, last_agent_id, first_in_id, first_in_at, left_id)
        ), next as (
          select n.conversation_id, n.workspace_id, n.number_id, n.bot, n.handed_over, n.crisis_at, n.opened_at, n.reason, t.version,
                 case when n.last_id is null or t.last_id >= n.last_id then t.last_id else n.last_id end as last_id,
                 case when n.last_id is null or t.last_id >= n.last_id then t.last_at else n.last_at end as last_at,
                 case when n.last_id is null or t.last_id >= n.last_id then t.last_text else n.last_text end as last_text,
                 case when n.last_id is null or t.last_id >= n.last_id then t.last_from else n.last_from end as last_from,
                 greatest(t.last_in_id, n.last_in_id, 0) as last_in_id,
                 greatest(t.last_in_at, n.last_in_at) as last_in_at,
                 greatest(t.last_agent_id, n.last_agent_id, 0) as last_agent_id,
                 case when n.last_in_id > coalesce(t.last_in_id, 0) then true else false end as wrote,
                 t.waiting_id, t.waiting_since, n.first_in_id, n.first_in_at, n.left_id,
                 n.is_closed, t.status, t.assignee, t.snoozed_until
          from n left join desk.threads t on t.conversation_id = n.conversation_id
          where n.last_id is not null or t.conversation_id is not null
        )
        insert into desk.threads as t
          (conversation_id, workspace_id, number_id, bot, status, handed_over, handed_over_at, handed_over_reason, crisis_at, last_id,
            last_at,
           last_text, last_from, last_in_id, last_in_at, last_agent_id, waiting_id, waiting_since)
        select conversation_id, workspace_id, number_id, bot,
               case when is_closed then 'resolved'
                    when status in ('resolved', 'snoozed') and not wrote then status
                    when handed_over then 'open' else 'pending' end,
               handed_over, opened_at, reason, crisis_at, last_id, last_at, last_text, last_from, last_in_id, last_in_at, last_agent_id,
               -- People owe an answer from the first message that no agent has answered, or from the time they took the chat over.
               -- Who was left waits for an answer to what they wrote before; a thread that was resolved waits again when the person writes.
               case when not handed_over then case when left_id > last_agent_id then coalesce(waiting_id, left_id) end
                    when last_agent_id >= last_in_id or last_in_id = 0 then null
                    when status = 'resolved' and not wrote then waiting_id
                    when waiting_id > last_agent_id then waiting_id
                    when first_in_id > last_agent_id then first_in_id
                    when reason = 'asked' or last_id = last_in_id then last_in_id end,
               case when not handed_over then case when left_id > last_agent_id then coalesce(waiting_since, last_in_at) end
                    when last_agent_id >= last_in_id or last_in_id = 0 then null
                    when status = 'resolved' and not wrote then waiting_since
                    when waiting_id > last_agent_id then waiting_since
                    when first_in_id > last_agent_id then first_in_at
                    when reason = 'asked' or last_id = last_in_id then last_in_at end
        from next
        order by conversation_id
        on conflict (conversation_id) do update set
          bot = excluded.bot, handed_over = excluded.handed_over, handed_over_at = excluded.handed_over_at,
          handed_over_reason = excluded.handed_over_reason, crisis_at = excluded.crisis_at, last_id = excluded.last_id,
          last_at = excluded.last_at, last_text = excluded.last_text, last_from = excluded.last_from, last_in_id = excluded.last_in_id,
          last_in_at = excluded.last_in_at, last_agent_id = excluded.last_agent_id, waiting_id = excluded.waiting_id,
          waiting_since = excluded.waiting_since, status = excluded.status,
          snoozed_until = case when excluded.status = 'snoozed' then t.snoozed_until end,
          -- Where the bot has it again nobody has to.
          assignee = case when t.handed_over and not excluded.handed_over then null else t.assignee end,
          version = t.version + 1
        where (t.bot, t.handed_over, t.handed_over_at, t.handed_over_reason, t.crisis_at, t.last_id, t.last_in_id, t.last_agent_id,
          t.waiting_id,
               t.status)
          is distinct from (excluded.bot, excluded.handed_over, excluded.handed_over_at, excluded.handed_over_reason, excluded.crisis_at,
               excluded.last_id, excluded.last_in_id, excluded.last_agent_id, excluded.waiting_id, excluded.status)
        returning t.workspace_id, t.conversation_id
        """;

    // Snoozed threads come back when their time is over.
    private const string WakeSql =
        """
        update desk.threads set status = case when handed_over then 'open' else 'pending' end, snoozed_until = null, version = version + 1
        where snoozed_until <= @now returning workspace_id, conversation_id
        """;

    // By the database's clock, as they are stamped: a browser that was away for less than an hour misses nothing.
    private const string ForgetSql = "delete from desk.changes where at < clock_timestamp() - interval '1 hour'";

    // A conversation that was erased meanwhile has no thread.
    private const string TellStatusesSql =
        """
        select desk.tell(@Workspace, 'status', array_agg(t.conversation_id order by u.message), array_agg(u.message order by u.message))
        from unnest(@Conversations, @Messages) as u(conversation, message) join desk.threads t on t.conversation_id = u.conversation
        having count(*) > 0
        """;

    private const string TellSql = "select desk.tell(@Workspace, 'thread', @Conversations)";

    // Passes follow each other no faster: at full pace each commit rings.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(150);

    // Changes between bot and people that came without a message, by the product's clock.
    private static readonly TimeSpan _recent = TimeSpan.FromMinutes(2);

    private readonly Queue<long> _order = [];
    private readonly HashSet<long> _seen = [];
    private readonly SemaphoreSlim _one = new(1);
    private long _lastPass;

    /// <inheritdoc/>
    public string Type => EventTypes.ThreadsChanged;

    /// <inheritdoc/>
    public async Task WorkDueAsync(CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lastPass));
        if (since < _pause) await Task.Delay(_pause - since, cancellationToken);
        await RunAsync(Close, cancellationToken);
        Volatile.Write(ref _lastPass, TimeProvider.System.GetTimestamp());
    }

    /// <summary>
    /// Looks at more rows again than a bell does, for what was committed late and what a lost bell spoke of; and drops old changes.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await RunAsync(Far, cancellationToken);
        await database.UseAsync(
            connection => connection.ExecuteAsync(new CommandDefinition(ForgetSql, cancellationToken: cancellationToken)),
                cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task RunAsync(int again, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (await PassAsync(again, cancellationToken))
            {
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <returns>True: there may be more.</returns>
    private async Task<bool> PassAsync(int again, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(LockSql, new { AdvisoryLock }, transaction,
            cancellationToken: cancellationToken));
        var head = await connection.QuerySingleAsync<long>(new CommandDefinition(HeadSql, transaction: transaction,
            cancellationToken: cancellationToken));
        var messages = await ChatChanges.MessagesAsync(
            connection, transaction, Math.Max(0, head - again), [.. _seen.Where(id => id > head - again)], Most, cancellationToken);
        var handedOver = await ChatChanges.HandedOverSinceAsync(connection, transaction, time.GetUtcNow() - _recent, cancellationToken);
        var statuses = await ChatChanges.StatusesAsync(connection, transaction, Most, cancellationToken);
        long[] changedIds = [.. messages.Select(message => message.Conversation).Concat(handedOver).Distinct()];
        long[] ids = [.. changedIds.Concat(statuses.Select(status => status.Conversation)).Distinct().Order()];
        List<(long Workspace, long Conversation)> changed = [];
        if (ids.Length > 0)
        {
            // What was read of somebody who is being erased meanwhile is not written: under the lock they are there, or gone.
            await ErasureLock.HoldOffAsync(connection, transaction, ids, cancellationToken);
            var facts = await ChatChanges.FactsAsync(connection, transaction, changedIds, cancellationToken);
            var there = facts.Select(fact => fact.Conversation).ToHashSet();
            changed.AddRange(await SaveAsync(connection, transaction, facts, messages, cancellationToken));
            await SearchWords.AddAsync(
                connection, transaction, [.. messages.Where(message => there.Contains(message.Conversation))], cancellationToken);
        }

        changed.AddRange(await connection.QueryAsync<(long, long)>(
            new CommandDefinition(WakeSql, new { now = time.GetUtcNow().UtcDateTime }, transaction, cancellationToken: cancellationToken)));
        if (messages.Count > 0)
        {
            await connection.ExecuteAsync(
                new CommandDefinition(MoveSql, new { head = messages[^1].Id }, transaction, cancellationToken: cancellationToken));
        }

        if (statuses.Count > 0) await ChatChanges.ForgetAsync(connection, transaction, statuses, cancellationToken);

        // Last of all: the feed's row is locked until the commit.
        foreach (var workspace in changed.GroupBy(change => change.Workspace).OrderBy(group => group.Key))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                TellSql, new
                {
                    Workspace = workspace.Key, Conversations = workspace.Select(change =>
                    change.Conversation).Distinct().ToArray()
                },
                transaction, cancellationToken: cancellationToken));
        }

        var told = statuses.DistinctBy(status => status.Message).GroupBy(status => status.Workspace);
        foreach (var workspace in told.OrderBy(group => group.Key))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                TellStatusesSql, new
                {
                    Workspace = workspace.Key, Conversations = workspace.Select(status => status.Conversation).ToArray(),
                    Messages = workspace.Select(status => status.Message).ToArray()
                },
                transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        foreach (var message in messages) Remember(message.Id);
        return messages.Count == Most || statuses.Count == Most;
    }

    private void Remember(long id)
    {
        if (!_seen.Add(id)) return;
        _order.Enqueue(id);
        if (_order.Count > Far + Most) _seen.Remove(_order.Dequeue());
    }

    private static async Task<List<(long Workspace, long Conversation)>> SaveAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<ConversationFacts> facts,
            IReadOnlyList<NewMessage> messages,
        CancellationToken cancellationToken)
    {
        var byConversation = messages.ToLookup(message => message.Conversation);
        var rows = facts.Select(fact => ThreadNews.Of(fact, [.. byConversation[fact.Conversation]])).ToArray();
        await using var batch = new NpgsqlBatch(connection, transaction);
        var command = batch.Add(SaveSql)
            .With(Array.ConvertAll(rows, row => row.Facts.Conversation))
            .With(Array.ConvertAll(rows, row => row.Facts.Workspace))
            .WithTexts(Array.ConvertAll(rows, row => row.Facts.Number))
            .WithTexts(Array.ConvertAll(rows, row => row.Facts.Bot))
            .With(Array.ConvertAll(rows, row => row.Facts.HandedOver))
            .WithTimes(Array.ConvertAll(rows, row => row.Facts.CrisisAt))
            .With(Array.ConvertAll(rows, row => row.Facts.IsClosed))
            .WithTimes(Array.ConvertAll(rows, row => row.Facts.OpenedAt))
            .WithTexts(Array.ConvertAll(rows, row => row.Facts.Reason));
        Numbers(command, Array.ConvertAll(rows, row => row.Last?.Id));
        command.WithTimes(Array.ConvertAll(rows, row => row.Last?.At))
            .WithTexts(Array.ConvertAll(rows, row => row.LastText))
            .WithTexts(Array.ConvertAll(rows, row => row.LastFrom));
        Numbers(command, Array.ConvertAll(rows, row => row.LastIn?.Id));
        command.WithTimes(Array.ConvertAll(rows, row => row.LastIn?.At));
        Numbers(command, Array.ConvertAll(rows, row => row.LastAgent?.Id));
        Numbers(command, Array.ConvertAll(rows, row => row.FirstIn?.Id));
        command.WithTimes(Array.ConvertAll(rows, row => row.FirstIn?.At));
        Numbers(command, Array.ConvertAll(rows, row => row.Facts.LeftId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(long, long)> changed = [];
        while (await reader.ReadAsync(cancellationToken)) changed.Add((reader.GetInt64(0), reader.GetInt64(1)));
        return changed;
    }

    private static void Numbers(NpgsqlBatchCommand command, long?[] values) =>
        command.Parameters.Add(new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
}
