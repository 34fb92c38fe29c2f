using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>
/// Runs the snapshot reads of bots within a batch. Which conversation needs which read is remembered, so that the read shares the round trip of
/// the locks; a wrong guess costs a round trip more. A read that fails is undone to its savepoint: its bot's conversations alone are left out
/// of the batch, and for a while the read is not tried, so that a slow one does not delay everybody again and again. The committer's alone.
/// </summary>
internal sealed partial class SnapshotReads(IConversationHandler handler, Numbers numbers, EngineOptions options, ILogger<SnapshotReads> logger)
{
    private const int Most = 50_000;

    private const string Savepoint = "savepoint snapshot";
    private const string Release = "release savepoint snapshot";
    private const string Undo = "rollback to savepoint snapshot";

    // The time limit of a read ends with it: what is written afterwards has its own.
    private const string LimitEnds = "set local statement_timeout to default";

    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<SnapshotRead> _reads = handler.Snapshots;
    private readonly Dictionary<string, HashSet<long>> _needed = handler.Snapshots.ToDictionary(read => read.Bot, _ => new HashSet<long>());
    private readonly Dictionary<string, (DateTimeOffset Until, Exception Failure)> _resting = [];

    /// <summary>Adds to the batch the reads that its conversations are known to need.</summary>
    /// <returns>The reads that were added, in order; null where none was.</returns>
    public List<(SnapshotRead Read, long[] Ids)>? Ask(NpgsqlBatch batch, long[] conversations, DateTimeOffset now)
    {
        List<(SnapshotRead, long[])>? asked = null;
        foreach (var read in _reads)
        {
            if (IsResting(read, now)) continue;
            var ids = Array.FindAll(conversations, _needed[read.Bot].Contains);
            if (ids.Length == 0) continue;
            Add(batch, read, ids);
            (asked ??= []).Add((read, ids));
        }

        return asked;
    }

    /// <summary>Takes what <see cref="Ask"/> asked for.</summary>
    /// <param name="reader">Stands on the last result before the snapshots; it is used up.</param>
    public async Task TakeAsync(
        NpgsqlConnection connection, NpgsqlDataReader reader, List<(SnapshotRead Read, long[] Ids)> asked,
        Dictionary<long, LoadedConversation> conversations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var each in asked)
        {
            try
            {
                await reader.NextResultAsync(cancellationToken);
                await TakeAsync(reader, each, conversations, cancellationToken);
            }
            catch (Exception e) when (IsOfTheRead(e))
            {
                // Reads behind it are read apart.
                await reader.DisposeAsync();
                await FailAsync(connection, each, e, conversations, now, cancellationToken);
                return;
            }
        }

        await reader.NextResultAsync(cancellationToken);
    }

    /// <summary>Reads what is missing: of conversations that this process did not know, and of reads behind one that failed.</summary>
    public async Task ReadMissingAsync(
        NpgsqlConnection connection, Dictionary<long, LoadedConversation> conversations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var read in _reads)
        {
            if (Missing(read, conversations, now) is not { } ids) continue;
            await using var batch = connection.CreateBatch();
            Add(batch, read, ids);
            try
            {
                await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
                await TakeAsync(reader, (read, ids), conversations, cancellationToken);
                await reader.NextResultAsync(cancellationToken);
            }
            catch (Exception e) when (IsOfTheRead(e))
            {
                await FailAsync(connection, (read, ids), e, conversations, now, cancellationToken);
            }
        }
    }

    // Null where nothing is missing. Who needs the read is remembered for the next batch.
    private long[]? Missing(SnapshotRead read, Dictionary<long, LoadedConversation> conversations, DateTimeOffset now)
    {
        var needed = _needed[read.Bot];
        List<long>? missing = null;
        foreach (var row in conversations.Values)
        {
            if (!Needs(row, read.Bot))
            {
                needed.Remove(row.Id);
                continue;
            }

            if (needed.Count >= Most) needed.Clear();
            needed.Add(row.Id);
            if (row.MergedInto is not null || row.Inputs.Count == 0 || row.Unread is not null || row.Snapshots?.ContainsKey(read.Bot) == true) continue;
            if (IsResting(read, now)) row.Unread = new UnreadSnapshot(_resting[read.Bot].Failure, _resting[read.Bot].Until, IsTry: false);
            else (missing ??= []).Add(row.Id);
        }

        return missing?.ToArray();
    }

    private void Add(NpgsqlBatch batch, SnapshotRead read, long[] ids)
    {
        batch.Add(Savepoint);
        batch.Add(FormattableString.Invariant($"set local statement_timeout = {(int)options.SnapshotLimit.TotalMilliseconds}"));
        batch.Add(read.Sql).With(ids);
        batch.Add(LimitEnds);
        batch.Add(Release);
    }

    private static async Task TakeAsync(
        NpgsqlDataReader reader, (SnapshotRead Read, long[] Ids) asked, Dictionary<long, LoadedConversation> conversations,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, string?>();
        while (await reader.ReadAsync(cancellationToken)) found[reader.GetInt64(0)] = reader.IsDBNull(1) ? null : reader.GetString(1);

        // Who has no row was looked for all the same.
        foreach (var id in asked.Ids)
        {
            if (conversations.TryGetValue(id, out var row)) (row.Snapshots ??= [])[asked.Read.Bot] = found.GetValueOrDefault(id);
        }
    }

    private async Task FailAsync(
        NpgsqlConnection connection, (SnapshotRead Read, long[] Ids) asked, Exception failure, Dictionary<long, LoadedConversation> conversations,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The locks from before the savepoint stay. What was read and is of the wrong type has released it already. Where the connection is gone,
        // this fails, and with it the batch.
        if (failure is PostgresException)
        {
            await using var undo = new NpgsqlCommand(Undo, connection);
            await undo.ExecuteNonQueryAsync(cancellationToken);
        }

        Log.Failed(logger, asked.Read.Bot, asked.Ids.Length, failure.Message);
        _resting[asked.Read.Bot] = (now + _rest, failure);

        // Slow or wrong is the read's own fault; a deadlock or a database that is full is nobody's try.
        var isTry = failure is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } || !Failures.IsInfrastructure(failure);
        foreach (var id in asked.Ids)
        {
            if (conversations.TryGetValue(id, out var row)) row.Unread = new UnreadSnapshot(failure, now + _rest, isTry);
        }
    }

    // Else the connection or the process is at fault.
    private static bool IsOfTheRead(Exception e) => e is PostgresException or InvalidCastException or IndexOutOfRangeException;

    private bool IsResting(SnapshotRead read, DateTimeOffset now)
    {
        if (_resting.Count == 0 || !_resting.TryGetValue(read.Bot, out var resting)) return false;
        if (now < resting.Until && resting.Until <= now + _rest) return true;
        _resting.Remove(read.Bot);
        return false;
    }

    // The open bot, those that were left, and those that the number leads to.
    private bool Needs(LoadedConversation row, string bot) =>
        row.Bot == bot || handler.CanOpen(numbers.BotOf(row.NumberId), bot) || (row.Parked.Length > 2 && row.Parked.Contains($"\"{bot}\"", StringComparison.Ordinal));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The snapshot of bot {Bot} could not be read for {Count} conversations, which wait: {Reason}")]
        public static partial void Failed(ILogger logger, string bot, int count, string reason);
    }
}

/// <summary>Why a conversation is not handled in this batch: a snapshot it needs could not be read.</summary>
/// <param name="Until">When the read is tried again.</param>
/// <param name="IsTry">It was tried in this batch, and counts as a failed try of the next input.</param>
internal sealed record UnreadSnapshot(Exception Failure, DateTimeOffset Until, bool IsTry);
