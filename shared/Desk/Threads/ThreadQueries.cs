using Dapper;
using Npgsql;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Desk.Threads;

/// <summary>Reads threads.</summary>
public sealed class ThreadQueries(Workspace workspace, TimeProvider time)
{
    private const string Columns =
        """
        t.conversation_id as Id, t.number_id as Number, t.bot, t.status, t.assignee, t.handed_over as HandedOver,
          t.handed_over_at as HandedOverAt,
        t.handed_over_reason as Reason, case when t.crisis_at > coalesce(t.crisis_seen_at, '-infinity') then t.crisis_at end as CrisisAt,
        t.snoozed_until as SnoozedUntil, t.last_id as LastId, t.last_at as LastAt, t.last_text as LastText, t.last_from as LastFrom,
        t.waiting_id as WaitingId, t.waiting_since as WaitingSince, t.last_in_at as LastInAt,
        coalesce((select s.message_id from desk.seen s where s.user_id = @user and s.conversation_id = t.conversation_id), 0) as Seen,
          t.version
        """;

    private const string Waits = "t.waiting_id is not null";
    private const string InCrisis = "t.crisis_at is not null and t.crisis_at > coalesce(t.crisis_seen_at, '-infinity')";

    private const string IsUnread =
        """
        t.last_in_id > coalesce((select s.message_id from desk.seen s where s.user_id = @user and s.conversation_id = t.conversation_id), 0)
        and t.handed_over
        """;

    /// <summary>Reads a page of threads: those that wait from the oldest on, all others from the newest.</summary>
    /// <param name="user">Who asks.</param>
    public Task<Page<ThreadView>> ListAsync(ThreadFilter filter, long user, PageRequest page, CancellationToken cancellationToken)
    {
        var oldest = filter.View == "waiting";
        var sql =
            $"""
            select {Columns} from desk.threads t
            where {Where(filter)} {(page.After is null ? "" : oldest ? "and t.waiting_id > @After" : "and t.last_id < @After")}
            order by {(oldest ? "t.waiting_id" : "t.last_id desc")} limit @Limit
            """;
        return workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
                    sql, new { user, page.After, page.Limit, filter.Status, filter.Number, filter.Bot, Numbers }, transaction,
                    cancellationToken: cancellationToken))).ToList();
                var cut = page.Cut(rows, row => oldest ? row.WaitingId!.Value : row.LastId);
                return new Page<ThreadView>(await ViewsAsync(connection, transaction, cut.Items, cancellationToken), cut.Next);
            },
            cancellationToken);
    }

    /// <summary>Reads one thread; null: there is none.</summary>
    public Task<ThreadView?> FindAsync(long conversation, long user, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
                    $"select {Columns} from desk.threads t where t.conversation_id = @conversation",
                    new { conversation, user }, transaction, cancellationToken: cancellationToken))).ToList();
                return (await ViewsAsync(connection, transaction, rows, cancellationToken)).SingleOrDefault();
            },
            cancellationToken);

    /// <summary>Counts threads for the tabs of the list.</summary>
    public Task<ThreadCounts> CountAsync(long user, CancellationToken cancellationToken)
    {
        var own = Numbers is null ? "" : " and t.number_id = any(@Numbers)";
        string Count(string where) =>
            $"(select count(*) from (select 1 from desk.threads t where {where}{own} limit 1000) n)::int";
        var sql =
            $"""
            select {Count(Waits)} as Waiting, {Count("t.assignee = @user and t.status <> 'resolved'")} as Mine,
                   {Count($"t.status = 'open' and {IsUnread}")} as Unread, {Count(InCrisis)} as Crisis
            """;
        return workspace.RunAsync(
            (connection, transaction) => connection.QuerySingleAsync<ThreadCounts>(new CommandDefinition(
                sql, new { user, Numbers }, transaction, cancellationToken: cancellationToken)),
            cancellationToken);
    }

    private string[]? Numbers => workspace.View.Numbers?.ToArray();

    // A clause for what is asked for and none for what is not: each combination has a plan of its own.
    private string Where(ThreadFilter filter) => string.Join(" and ", new[]
    {
        filter.View switch
        {
            "waiting" => Waits,
            "mine" => "t.assignee = @user and t.status <> 'resolved'",
            "unassigned" => "t.status = 'open' and t.assignee is null",
            "unread" => $"t.status = 'open' and {IsUnread}",
            "crisis" => InCrisis,
            _ => "true",
        },
        filter.Status is null ? null : "t.status = @Status",
        filter.Number is null ? null : "t.number_id = @Number",
        filter.Bot is null ? null : "t.bot = @Bot",

        // The policies say so too, but their words use no index.
        Numbers is null ? null : "t.number_id = any(@Numbers)",
    }.OfType<string>());

    private async Task<IReadOnlyList<ThreadView>> ViewsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return [];
        var people = await ConversationQueries.PeopleAsync(connection, transaction, [.. rows.Select(row => row.Id)], cancellationToken);
        var unread = await MessageQueries.UnreadAsync(
            connection, transaction, [.. rows.Select(row => row.Id)], [.. rows.Select(row => row.Seen)], cancellationToken);
        var now = time.GetUtcNow();
        return
        [
            .. rows.Select(row => new ThreadView(
                row.Id, row.Number, row.Bot, row.Status, row.Assignee, people.GetValueOrDefault(row.Id) ?? PersonView.Nobody,
                    row.HandedOver,
                row.HandedOverAt, row.Reason, row.CrisisAt, row.SnoozedUntil, new LastMessageView(row.LastId, row.LastAt, row.LastText,
                    row.LastFrom),
                row.WaitingSince, row.LastInAt + Conversation.Window is { } closes && closes > now ? closes : null,
                unread.GetValueOrDefault(row.Id), row.Version)),
        ];
    }

    private sealed record Row(
        long Id, string Number, string Bot, string Status, long? Assignee, bool HandedOver, DateTime? HandedOverAt, string? Reason,
            DateTime? CrisisAt,
        DateTime? SnoozedUntil, long LastId, DateTime LastAt, string LastText, string LastFrom, long? WaitingId, DateTime? WaitingSince,
        DateTime? LastInAt, long Seen, long Version);
}
