using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Ledger;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Once a week: what was kept long enough goes, the ledger is checked against its rules, and a report says what was found.</summary>
public sealed partial class WeeklyCleanup(
    Database database, Partitions partitions, RetentionOptions retention, IMediaStore media, EventPublisher events, Reports reports, TimeProvider time,
    ILogger<WeeklyCleanup> logger)
{
    private const int FilesAtOnce = 500;
    private const int IdleAtOnce = 5000;

    private static readonly TimeSpan _deadLettersKept = TimeSpan.FromDays(90);
    private static readonly TimeSpan _reportsKept = TimeSpan.FromDays(366);
    private static readonly TimeSpan _chartsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan _lateAfter = TimeSpan.FromDays(2);
    private static readonly TimeSpan _turnsKept = TimeSpan.FromDays(1);

    // More than a week, so that none is missed between two cleanups.
    private static readonly TimeSpan _orphansSince = TimeSpan.FromDays(9);

    // The id stays: a webhook that comes again after years must not count again.
    private const string WebhooksSql = "update money.webhooks set body = '' where received_at < @before and body <> ''";

    private const string DeadLettersSql = "delete from events.dead_letters where died_at < @before and (replayed_at is not null or died_at < @long)";

    // Twilio's messages carry no time: that they were heard is remembered for ever, as payments are. So is what was asked to be erased, and,
    // dated for ever, an update without a time.
    private const string HeardSql =
        """
        delete from chat.heard
        where at < @before and key not like 'gone:%' and key not like 'gone-id:%' and (key not like 'twilio:%' or key like 'twilio:%/%')
        """;

    // Written in the very moment of an erasure by a process that had not heard of it.
    private const string OrphansSql =
        """
        delete from chat.inbox i where not exists (select 1 from chat.conversations c where c.id = i.conversation_id);
        delete from chat.messages m where m.stored_at > @before and not exists (select 1 from chat.conversations c where c.id = m.conversation_id);
        delete from chat.statuses s where s.at > @before and s.message_id is not null and s.raw is not null
          and not exists (select 1 from chat.messages m where m.id = s.message_id);
        """;

    // The release before this one, while it ran beside it, could leave a person a key that is somebody else's.
    private const string KeysSql =
        """
        update chat.people p set phone = null from chat.identities i
        where i.workspace_id = p.workspace_id and i.kind = 'phone' and i.value = p.phone and i.person_id <> p.id;
        update chat.people p set user_id = null from chat.identities i
        where i.workspace_id = p.workspace_id and i.kind = 'user_id' and i.value = p.user_id and i.person_id <> p.id;
        update chat.identities i set left_at = now() from chat.people p
        where p.id = i.person_id and i.kind = 'phone' and i.left_at is null and p.phone is distinct from i.value;
        """;

    private const string ReportsSql = "delete from platform.reports where at < @before";

    // Yesterday's no longer count.
    private const string AiTurnsSql = "delete from chat.ai_turns where day < (@before at time zone 'UTC')::date";

    private const string MediaDaysSql = "delete from chat.media_days where day < (@before at time zone 'UTC')::date";

    private const string FilesSql =
        "select id as Id, store_key as Key from chat.media where stored_at < @before and store_key is not null order by stored_at limit @FilesAtOnce";

    private const string FileGoneSql = "update chat.media set store_key = null, error = 'kept long enough' where id = any(@ids)";

    private const string ChartsSql =
        "select event_id as Id, store_key as Key from images.charts where at < @before order by at limit @FilesAtOnce";

    private const string ChartGoneSql = "delete from images.charts where event_id = any(@ids)";

    private const string MediaSql = "delete from chat.media where stored_at < @before and store_key is null";

    // Nobody to whom something is owed. The rest go next week.
    private const string IdleSql =
        """
        select p.id as Id, p.workspace_id as Workspace from chat.people p
        where p.created_at < @before
          and not exists (select 1 from chat.conversations c where c.person_id = p.id and coalesce(c.last_inbound_at, c.created_at) >= @before)
          and not exists (select 1 from money.orders o join chat.conversations c on c.id = o.conversation_id
                          where c.person_id = p.id and o.state in ('paid', 'refunding'))
        order by p.id limit @IdleAtOnce
        """;

    // What should not be there: money that was taken and neither earned nor given back for days.
    private const string StuckSql =
        """
        select (select count(*) from money.orders where state in ('paid', 'refunding') and updated_at < @late) as Orders,
               (select count(*) from money.payments where refund_at is not null and at < @late) as Refunds,
               (select count(*) from money.payments where state = 'held' and refund_at is null) as Held,
               (select count(*) from events.dead_letters where replayed_at is null) as DeadLetters
        """;

    private static readonly string[] _busyTables =
        ["chat.conversations", "chat.people", "chat.identities", "chat.inbox", "chat.outbox", "chat.timers", "events.queue", "money.orders", "money.entries"];

    /// <summary>Does it all.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var dropped = await partitions.DropAsync(cancellationToken);
        var files = await EraseFilesAsync<long>(FilesSql, FileGoneSql, now - retention.Messages, cancellationToken)
            + await EraseFilesAsync<string>(ChartsSql, ChartGoneSql, now - _chartsKept, cancellationToken);
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var webhooks = await ExecuteAsync(WebhooksSql, now - retention.Updates);
        var deadLetters = await ExecuteAsync(DeadLettersSql, now - retention.Updates);
        await ExecuteAsync(ReportsSql, now - _reportsKept);
        await ExecuteAsync(HeardSql, now - (retention.Messages > retention.Updates ? retention.Messages : retention.Updates));
        await connection.ExecuteAsync(new CommandDefinition(KeysSql, commandTimeout: 600, cancellationToken: cancellationToken));
        await ExecuteAsync(AiTurnsSql, now - _turnsKept);
        await ExecuteAsync(MediaDaysSql, now - _turnsKept);
        await ExecuteAsync(OrphansSql, now - _orphansSince);
        await ExecuteAsync(MediaSql, now - retention.Messages);
        var idle = await EraseIdleAsync(connection, now - retention.Idle, cancellationToken);
        foreach (var table in _busyTables) await connection.ExecuteAsync(new CommandDefinition($"vacuum (analyze) {table}", commandTimeout: 600, cancellationToken: cancellationToken));
        var faults = await LedgerCheck.RunAsync(connection, cancellationToken);
        var stuck = await connection.QuerySingleAsync<(long Orders, long Refunds, long Held, long DeadLetters)>(
            StuckSql, new { late = (now - _lateAfter).UtcDateTime });
        if (faults.Count > 0) Log.LedgerIsWrong(logger, faults.Count, faults[0].Rule, faults[0].What);
        await reports.AddAsync(
            "weekly", faults.Count == 0 && stuck is { Orders: 0, Refunds: 0 },
            new
            {
                partitionsDropped = dropped, webhooksEmptied = webhooks, deadLettersDeleted = deadLetters, filesErased = files, idlePeopleErased = idle,
                ledgerFaults = faults.Select(fault => $"{fault.Rule}: {fault.What}"), ordersStuck = stuck.Orders, refundsStuck = stuck.Refunds,
                paymentsHeld = stuck.Held, deadLetters = stuck.DeadLetters,
            },
            cancellationToken);
        Log.Done(logger, dropped, files, faults.Count);

        Task<int> ExecuteAsync(string sql, DateTimeOffset before) => connection.ExecuteAsync(new CommandDefinition(
            sql, new { before = before.UtcDateTime, @long = (now - _deadLettersKept).UtcDateTime }, commandTimeout: 600, cancellationToken: cancellationToken));
    }

    // As if they had asked for it, but for the suppression: who comes back is welcome.
    private async Task<int> EraseIdleAsync(Npgsql.NpgsqlConnection connection, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var idle = (await connection.QueryAsync<(long Id, long Workspace)>(IdleSql, new { before = before.UtcDateTime, IdleAtOnce })).ToList();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (id, workspace) in idle)
        {
            await events.WriteAsync(connection, transaction, CloudEvent.Of(
                FormattableString.Invariant($"idle:{id}"), Apps.Maintenance, EventTypes.ErasureRequested, workspace, null, null, time.GetUtcNow(),
                new(id, Suppress: false), ContractsJson.Default.ErasureRequested), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return idle.Count;
    }

    private async Task<int> EraseFilesAsync<TId>(string oldSql, string goneSql, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var erased = 0;
        while (true)
        {
            var files = (await database.UseAsync(
                connection => connection.QueryAsync<(TId Id, string Key)>(oldSql, new { before = before.UtcDateTime, FilesAtOnce }), cancellationToken)).ToList();
            if (files.Count == 0) return erased;
            foreach (var (_, key) in files) await media.DeleteAsync(key, cancellationToken);
            var ids = files.Select(file => file.Id).ToArray();
            await database.UseAsync(connection => connection.ExecuteAsync(goneSql, new { ids }), cancellationToken);
            erased += files.Count;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Weekly cleanup: {Partitions} partitions and {Files} files gone, {Faults} faults in the ledger")]
        public static partial void Done(ILogger logger, int partitions, int files, int faults);

        [LoggerMessage(2, LogLevel.Critical, "The ledger breaks its rules {Count} times; the first: {Rule}: {What}")]
        public static partial void LedgerIsWrong(ILogger logger, int count, string rule, string what);
    }
}
