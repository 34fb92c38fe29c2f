using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Ledger;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Once a week: what was kept long enough goes, the ledger is checked against its rules, and a report says what was found.</summary>
public sealed partial class WeeklyCleanup(
    Database database, Partitions partitions, RetentionOptions retention, IMediaStore media, EventPublisher events, Reports reports,
    IEnumerable<IRetention> owners, IEnumerable<IPersonData> people, IOptions<SecretKey> secret, TimeProvider time,
    ILogger<WeeklyCleanup> logger)
{
    private const int FilesAtOnce = 500;
    private const int IdleAtOnce = 5000;

    private static readonly TimeSpan _lateAfter = TimeSpan.FromDays(2);

    private const string IdleSql =
        """
        select p.id as Id, p.workspace_id as Workspace,
            array(select c.id from chat.conversations c where c.person_id = p.id) as Conversations
        from chat.people p
        where p.created_at < @before
          and not exists (select 1 from chat.conversations c where c.person_id = p.id and coalesce(c.last_inbound_at, c.created_at) >= @before)
        order by p.id limit @IdleAtOnce
        """;

    /// <summary>Does it all.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = new RetentionPeriods(retention.Messages, retention.Updates, retention.Idle);
        var dropped = await partitions.DropAsync(cancellationToken);
        var files = 0;
        foreach (var rule in owners.SelectMany(owner => owner.Files(kept))) files += await EraseFilesAsync(rule, now - rule.Age,
            cancellationToken);
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var report = new Dictionary<string, object> { ["partitionsDropped"] = dropped, ["filesErased"] = files };
        foreach (var rule in owners.SelectMany(owner => owner.Rules(kept)))
        {
            var rows = await connection.ExecuteAsync(Command(rule.Sql, new { before = (now - rule.Age).UtcDateTime }));
            if (rule.Report is { } name) report[name] = (int)report.GetValueOrDefault(name, 0) + rows;
        }

        await PlainKeys.HashAsync(connection, secret.Value, cancellationToken);
        report["idlePeopleErased"] = await EraseIdleAsync(connection, now - retention.Idle, cancellationToken);
        foreach (var table in owners.SelectMany(owner =>
            owner.BusyTables)) await connection.ExecuteAsync(Command($"vacuum (analyze) {table}", null));
        var faults = await LedgerCheck.RunAsync(connection, cancellationToken);
        report["ledgerFaults"] = faults.Select(fault => $"{fault.Rule}: {fault.What}");
        var isWell = faults.Count == 0;
        foreach (var count in owners.SelectMany(owner => owner.Counts))
        {
            var found = await connection.QuerySingleAsync<long>(Command(count.Sql, new { late = (now - _lateAfter).UtcDateTime }));
            report[count.Report] = found;
            if (count.IsFault && found > 0) isWell = false;
        }

        if (faults.Count > 0) Log.LedgerIsWrong(logger, faults.Count, faults[0].Rule, faults[0].What);
        await reports.AddAsync("weekly", isWell, report, cancellationToken);
        Log.Done(logger, dropped, files, faults.Count);

        CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, commandTimeout: 600,
            cancellationToken: cancellationToken);
    }

    // As if they had asked for it, but for the suppression: who comes back is welcome. Nobody to whom something is owed. The rest go next
    // week.
    private async Task<int> EraseIdleAsync(NpgsqlConnection connection, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var idle = (await connection.QueryAsync<(long Id, long Workspace, long[] Conversations)>(
            new CommandDefinition(IdleSql, new { before = before.UtcDateTime, IdleAtOnce }, commandTimeout: 600,
                cancellationToken: cancellationToken))).ToList();
        var conversations = idle.SelectMany(person => person.Conversations).ToArray();
        var owed = new HashSet<long>();
        foreach (var sql in people.Select(owner => owner.OwedSql).OfType<string>())
        {
            owed.UnionWith(await connection.QueryAsync<long>(
                new CommandDefinition(sql, new { Conversations = conversations }, commandTimeout: 600,
                    cancellationToken: cancellationToken)));
        }

        idle.RemoveAll(person => person.Conversations.Any(owed.Contains));
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (id, workspace, _) in idle)
        {
            await events.WriteAsync(connection, transaction, CloudEvent.Of(
                FormattableString.Invariant($"idle:{id}"), Apps.Maintenance, EventTypes.ErasureRequested, workspace, null, null, time.GetUtcNow(),
                new(id, Suppress: false), ContractsJson.Default.ErasureRequested), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return idle.Count;
    }

    private async Task<int> EraseFilesAsync(FileRetention rule, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var erased = 0;
        while (true)
        {
            var files = (await database.UseAsync(
                connection => connection.QueryAsync<(string Id, string Key)>(rule.OldSql, new
                {
                    before = before.UtcDateTime,
                    limit = FilesAtOnce
                }),
                cancellationToken)).ToList();
            if (files.Count == 0) return erased;
            foreach (var (_, key) in files) await media.DeleteAsync(key, cancellationToken);
            var ids = files.Select(file => file.Id).ToArray();
            await database.UseAsync(connection => connection.ExecuteAsync(rule.GoneSql, new { ids }), cancellationToken);
            erased += files.Count;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Weekly cleanup: {Partitions} partitions and {Files} files deleted, {Faults} faults in the ledger")]
        public static partial void Done(ILogger logger, int partitions, int files, int faults);

        [LoggerMessage(2, LogLevel.Critical, "The ledger breaks its rules {Count} times; the first: {Rule}: {What}")]
        public static partial void LedgerIsWrong(ILogger logger, int count, string rule, string what);
    }
}
