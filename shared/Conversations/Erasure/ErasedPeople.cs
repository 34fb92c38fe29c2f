using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Conversations.Erasure;

/// <summary>
/// Recognises what comes about people who were erased by the keyed hashes that are left of them. Asked about strangers, about who
/// came back after an erasure, and about updates alone: other messages cost nothing.
/// </summary>
internal sealed partial class ErasedPeople(IOptions<SecretKey> secret, ILogger<ErasedPeople> logger)
{
    private const string SinceSql =
        """
        select s.workspace_id as Workspace, s.hash as Hash, s.since as Since
        from unnest(@workspaces, @hashes) as u(workspace, hash) join chat.suppressed s on s.workspace_id = u.workspace and s.hash = u.hash
        """;

    private const string BackSql =
        """
        select i.workspace_id as Workspace, i.value as Key
        from unnest(@workspaces, @keys) as u(workspace, key) join chat.identities i on i.workspace_id = u.workspace and i.value = u.key
          and i.kind in ('phone', 'user_id')
        """;

    private const string GoneSql = "select key from chat.heard where key = any(@keys)";

    private const string UnclaimSql =
        """
        delete from chat.seen s using unnest(@causes, @times) as u(cause, at) where s.cause = u.cause and s.cause_at = u.at
        """;

    private const string ReturnedSql =
        """
        update chat.people p set erased_at = greatest(p.erased_at, u.since) from unnest(@people, @since) as u(id, since) where p.id = u.id
        """;

    private readonly Dictionary<Arrival, DateTimeOffset> _none = [];

    /// <summary>The keyed hashes of a number or user id, the newest key's first.</summary>
    public IReadOnlyList<byte[]> HashesOf(string key) => secret.Value.Hashes(key);

    /// <summary>The keys under which <c>chat.heard</c> may have an update, the one to be kept first.</summary>
    public string[] UpdateKeysOf(string update) => HeardKeys.AllOf(secret.Value, HeardKeys.Update, update);

    /// <summary>Marks the messages that come again, or late, from people who were erased: nothing of them is stored.</summary>
    /// <returns>When those who wrote anew were erased.</returns>
    public async Task<Dictionary<Arrival, DateTimeOffset>> JudgeAsync(
        NpgsqlConnection connection, IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        var suspects = arrivals.Where(arrival =>
            arrival.ErasedAt is not null || ((arrival.IsFresh || arrival.IsLate) && BringsAKey(arrival))).ToList();
        if (suspects.Count == 0) return _none;
        var since = await SinceAsync(connection, suspects.SelectMany(KeysOf), cancellationToken);
        var erased = suspects.Select(arrival => (Arrival: arrival, Since: Since(arrival, since))).Where(each => each.Since is not null)
            .ToDictionary(each => each.Arrival, each => each.Since!.Value);
        if (erased.Count == 0) return _none;
        var keys = erased.Keys.SelectMany(GoneKeysOf).ToArray();
        var gone = (await connection.QueryAsync<string>(new CommandDefinition(GoneSql, new { keys }, cancellationToken: cancellationToken))).ToHashSet();
        foreach (var (arrival, at) in erased)
        {
            arrival.IsDropped = arrival.Message.At < at || GoneKeysOf(arrival).Any(gone.Contains) || IsAftermath(arrival);
        }

        var dropped = erased.Keys.Where(arrival => arrival.IsDropped).ToList();
        if (dropped.Count > 0) await UnclaimAsync(connection, dropped, cancellationToken);
        return erased.Where(each => !each.Key.IsDropped && BringsAKey(each.Key)).ToDictionary();
    }

    // A stranger, or somebody known who comes with a number or user id that may have been an erased person's.
    private static bool BringsAKey(Arrival arrival) =>
        (arrival.Message.Sender.UserId is not null && arrival.ByUserId is null) || (arrival.Message.Sender.Phone is not null && arrival.ByPhone is null);

    /// <summary>Notes on people who were made just now that somebody with their number was erased before.</summary>
    public static Task RememberAsync(NpgsqlConnection connection, Dictionary<Arrival, DateTimeOffset> returned, CancellationToken cancellationToken)
    {
        var rows = returned.Select(each => (Person: each.Key.ByUserId ?? each.Key.ByPhone, each.Value)).Where(each => each.Person is not null).ToList();
        return rows.Count == 0
            ? Task.CompletedTask
            : connection.ExecuteAsync(new CommandDefinition(
                ReturnedSql,
                new { people = rows.Select(row => row.Person!.Value).ToArray(), since = rows.Select(row => row.Value.UtcDateTime).ToArray() },
                cancellationToken: cancellationToken));
    }

    /// <summary>
    /// What names nobody who was erased and has not come back, not even by a message's id; what names one is not kept. What names more than
    /// is looked up is not kept either.
    /// </summary>
    /// <param name="numberOf">The business number it came by.</param>
    /// <param name="kind">For the metric.</param>
    public async Task<IReadOnlyList<T>> KeepAsync<T>(
        NpgsqlConnection connection, IReadOnlyList<Traced<T>> told, Func<T, string?> numberOf, Numbers numbers, string kind,
        CancellationToken cancellationToken)
    {
        if (told.Count == 0) return [];
        var traced = told.Where(each => each.Keys is not null).Select(each =>
        {
            var workspace = numbers.WorkspaceOf(numberOf(each.Item));
            return (each.Item, Keys: each.Keys!.Select(key => (Workspace: workspace, Key: key)).ToList());
        }).ToList();
        if (traced.Count < told.Count) Telemetry.Dropped(told.Count - traced.Count, "untraceable", kind);
        var since = await SinceAsync(connection, traced.SelectMany(each => each.Keys), cancellationToken);
        if (since.Count == 0) return [.. traced.Select(each => each.Item)];
        var back = await connection.QueryAsync<(long Workspace, string Key)>(new CommandDefinition(
            BackSql, new { workspaces = since.Keys.Select(key => key.Workspace).ToArray(), keys = since.Keys.Select(key => key.Key).ToArray() },
            cancellationToken: cancellationToken));
        foreach (var key in back) since.Remove(key);
        var kept = traced.Where(each => !each.Keys.Exists(since.ContainsKey)).Select(each => each.Item).ToList();
        Told(traced.Count - kept.Count, kind);
        return kept;
    }

    /// <summary>Tells whether somebody with this number or user id was erased: they are not written to unless they write first.</summary>
    public async Task<bool> IsErasedAsync(NpgsqlConnection connection, long workspace, string key, CancellationToken cancellationToken) =>
        (await SinceAsync(connection, [(workspace, key)], cancellationToken)).Count > 0;

    /// <summary>Counts what was dropped, and says so without naming anybody.</summary>
    private void Told(int count, string kind)
    {
        if (count == 0) return;
        Telemetry.Dropped(count, "erased", kind);
        Log.Dropped(logger, count, kind);
    }

    private async Task UnclaimAsync(NpgsqlConnection connection, List<Arrival> dropped, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            UnclaimSql,
            new { causes = dropped.Select(arrival => arrival.Cause).ToArray(), times = dropped.Select(arrival => arrival.Message.At.UtcDateTime).ToArray() },
            cancellationToken: cancellationToken));
        Told(dropped.Count, "message");
    }

    private async Task<Dictionary<(long Workspace, string Key), DateTimeOffset>> SinceAsync(
        NpgsqlConnection connection, IEnumerable<(long Workspace, string Key)> keys, CancellationToken cancellationToken)
    {
        var byHash = new Dictionary<(long, string), (long, string)>();
        foreach (var (workspace, key) in keys)
        {
            foreach (var hash in HashesOf(key)) byHash[(workspace, Convert.ToHexString(hash))] = (workspace, key);
        }

        if (byHash.Count == 0) return [];
        var rows = await connection.QueryAsync<(long Workspace, byte[] Hash, DateTime Since)>(new CommandDefinition(
            SinceSql,
            new
            {
                workspaces = byHash.Keys.Select(each => each.Item1).ToArray(),
                hashes = byHash.Keys.Select(each => Convert.FromHexString(each.Item2)).ToArray(),
            },
            cancellationToken: cancellationToken));
        var since = new Dictionary<(long, string), DateTimeOffset>();
        foreach (var row in rows)
        {
            if (!byHash.TryGetValue((row.Workspace, Convert.ToHexString(row.Hash)), out var key)) continue;
            var at = new DateTimeOffset(DateTime.SpecifyKind(row.Since, DateTimeKind.Utc));
            if (!since.TryGetValue(key, out var other) || other < at) since[key] = at;
        }

        return since;
    }

    private static DateTimeOffset? Since(Arrival arrival, Dictionary<(long Workspace, string Key), DateTimeOffset> since)
    {
        var times = KeysOf(arrival).Where(since.ContainsKey).Select(key => (DateTimeOffset?)since[key]).Append(arrival.ErasedAt);
        return times.Max();
    }

    private string[] GoneKeysOf(Arrival arrival) => HeardKeys.AllOf(secret.Value, HeardKeys.Gone, arrival.Cause);

    private static IEnumerable<(long Workspace, string Key)> KeysOf(Arrival arrival)
    {
        var sender = arrival.Message.Sender;
        if (sender.UserId is not null) yield return (arrival.WorkspaceId, sender.UserId);
        if (sender.Phone is not null) yield return (arrival.WorkspaceId, sender.Phone);
    }

    // What only tells of something that is gone: it makes nobody known again who was erased.
    private static bool IsAftermath(Arrival arrival) =>
        arrival is { ByUserId: null, ByPhone: null } && arrival.Message.Content is SystemContent or ReactionContent or EditContent or RevokeContent;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Dropped {Count} late inputs of erased people: {Kind}")]
        public static partial void Dropped(ILogger logger, int count, string kind);
    }
}
