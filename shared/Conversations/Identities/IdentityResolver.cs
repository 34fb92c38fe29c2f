using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>
/// Makes people and conversations that are new, and joins or changes those a message tells more about, in the transaction
/// that stores the messages. All who do so hold an advisory lock on the keys, taken in one order.
/// </summary>
internal static class IdentityResolver
{
    private const string LockSql =
        """
        select pg_advisory_xact_lock(key)
        from (select distinct hashtextextended(k, 0) as key from unnest(@keys::text[]) as k order by 1) locks
        """;

    // What is learnt of people who are known concerns others too, by keys that no message names: one process of a workspace at a time.
    private const string LearnLockSql = "select pg_advisory_xact_lock(hashtextextended('identities:' || w, 0)) from unnest(@workspaces) as w";

    // Of keys that are there already their holder has left, who keeps what was theirs and until when.
    private const string CreateSql =
        """
        with n as materialized (
          select *, nextval('chat.people_id_seq') as person_id
          from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) as n(workspace_id, user_id, phone, name, at)
        ), p as (
          insert into chat.people (id, workspace_id, name, phone, user_id, address_at, created_at)
          select person_id, workspace_id, name, phone, user_id, at, $6 from n
        ), l as (
          update chat.people p
          set former = array(select unnest(p.former)
            union select '<' || floor(extract(epoch from coalesce(i.left_at, n.at))) || ' ' || n.phone)
          from n join chat.identities i on i.workspace_id = n.workspace_id and i.kind = 'phone' and i.value = n.phone
          where p.id = i.person_id
        )
        insert into chat.identities (workspace_id, kind, value, person_id)
        select workspace_id, 'user_id', user_id, person_id from n where user_id is not null
        union all
        select workspace_id, 'phone', phone, person_id from n where phone is not null
        on conflict (workspace_id, kind, value) do update set person_id = excluded.person_id, left_at = null
        """;

    private const string OpenSql =
        """
        with o as (
          insert into chat.open_conversations (workspace_id, person_id, number_id, conversation_id)
          select n.*, nextval('chat.conversations_id_seq') from (
            select distinct * from unnest($1::bigint[], $2::bigint[], $3::text[]) as u(workspace_id, person_id, number_id)) n
          on conflict do nothing
          returning workspace_id, person_id, number_id, conversation_id
        )
        insert into chat.conversations (id, workspace_id, person_id, number_id, created_at)
        select conversation_id, workspace_id, person_id, number_id, $4 from o
        """;

    /// <summary>Settles these arrivals: each has a conversation afterwards.</summary>
    /// <returns>Whether somebody who was known may be addressed otherwise than before.</returns>
    public static async Task<bool> SettleAsync(
        NpgsqlConnection connection, IReadOnlyList<Arrival> arrivals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = arrivals.SelectMany(KeysOf).Distinct().Select(key => key.ToString()).ToArray();
        await connection.ExecuteAsync(new CommandDefinition(LockSql, new { keys }, cancellationToken: cancellationToken));

        // Under the locks the keys are read again: another process may have made the same people meanwhile.
        await ResolveAsync(connection, arrivals, cancellationToken);
        var strangers = arrivals.Where(arrival => arrival is { ByUserId: null, ByPhone: null, IsNews: false })
            .GroupBy(arrival => (arrival.WorkspaceId, Key: arrival.Message.Sender.UserId ?? arrival.Message.Sender.Phone))
            .Select(group => group.First()).ToArray();
        if (strangers.Length > 0)
        {
            await CreateAsync(connection, strangers, now, cancellationToken);
            await ResolveAsync(connection, arrivals, cancellationToken);
        }

        // What comes late tells where people were, not where they are.
        var teaching = arrivals.Where(arrival => arrival is { TeachesNothing: false, IsLate: false }).ToArray();
        if (teaching.Length > 0) await LearnAsync(connection, teaching, now, cancellationToken);
        var homeless = arrivals.Where(arrival => arrival.ConversationId is null && (arrival.ByUserId ?? arrival.ByPhone) is not null).ToArray();
        if (homeless.Length > 0)
        {
            await OpenAsync(connection, homeless, now, cancellationToken);
            await ResolveAsync(connection, homeless, cancellationToken);
        }

        return teaching.Length > 0;
    }

    /// <summary>
    /// Finds or makes the conversation of an arrival that nobody sent: nothing is learnt from it, since it is not the person who says that
    /// a telephone is theirs.
    /// </summary>
    /// <param name="mayMake">Asked under the lock, before somebody new is made.</param>
    public static async Task OpenForAsync(
        NpgsqlConnection connection, Arrival arrival, Func<Task<bool>> mayMake, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = KeysOf(arrival).Select(key => key.ToString()).ToArray();
        await connection.ExecuteAsync(new CommandDefinition(LockSql, new { keys }, cancellationToken: cancellationToken));
        await ResolveAsync(connection, [arrival], cancellationToken);
        if (arrival is { ByUserId: null, ByPhone: null })
        {
            if (!await mayMake()) return;
            await CreateAsync(connection, [arrival], now, cancellationToken);
            await ResolveAsync(connection, [arrival], cancellationToken);
        }

        if (arrival.ConversationId is not null) return;
        await OpenAsync(connection, [arrival], now, cancellationToken);
        await ResolveAsync(connection, [arrival], cancellationToken);
    }

    // Something new of someone known is learnt one by one, what happened first before what happened later.
    private static async Task LearnAsync(
        NpgsqlConnection connection, Arrival[] arrivals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var workspaces = arrivals.Select(arrival => arrival.WorkspaceId).Distinct().Order().ToArray();
        await connection.ExecuteAsync(new CommandDefinition(LearnLockSql, new { workspaces }, cancellationToken: cancellationToken));
        var holders = new Holders(connection, cancellationToken);
        await holders.LoadAsync(arrivals.SelectMany(KeysOf));
        foreach (var arrival in arrivals.OrderBy(arrival => arrival.Message.At))
        {
            arrival.Subject = await new KnownPerson(connection, holders, arrival, now, cancellationToken).LearnAsync();
        }

        await holders.FlushAsync();

        await ResolveAsync(connection, arrivals, cancellationToken);
    }

    private static IEnumerable<IdentityKey> KeysOf(Arrival arrival)
    {
        var sender = arrival.Message.Sender;
        if (sender.UserId is not null) yield return new IdentityKey(arrival.WorkspaceId, "user_id", sender.UserId);
        if (sender.Phone is not null) yield return new IdentityKey(arrival.WorkspaceId, "phone", sender.Phone);
        if (arrival.Message.Content is not SystemContent system) yield break;
        if (system.NewUserId is not null) yield return new IdentityKey(arrival.WorkspaceId, "user_id", system.NewUserId);
        if (system.NewPhone is not null) yield return new IdentityKey(arrival.WorkspaceId, "phone", system.NewPhone);
    }

    private static async Task ResolveAsync(NpgsqlConnection connection, IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        IdentityStatements.Resolve(batch, arrivals);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await IdentityStatements.ReadAsync(reader, arrivals, cancellationToken);
    }

    private static async Task CreateAsync(NpgsqlConnection connection, Arrival[] strangers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Two strangers of one batch may share one of their keys; the second of them is then learnt about, not made.
        var taken = new HashSet<IdentityKey>();
        var fresh = strangers.Where(arrival => KeysOf(arrival).All(taken.Add)).ToArray();
        await using var batch = connection.CreateBatch();
        batch.Add(CreateSql)
            .With(Array.ConvertAll(fresh, arrival => arrival.WorkspaceId))
            .WithTexts(Array.ConvertAll(fresh, arrival => arrival.Message.Sender.UserId))
            .WithTexts(Array.ConvertAll(fresh, arrival => arrival.Message.Sender.Phone))
            .WithTexts(Array.ConvertAll(fresh, arrival => arrival.Message.Sender.Name))
            .With(Array.ConvertAll(fresh, arrival => arrival.Message.At.UtcDateTime))
            .WithTime(now);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task OpenAsync(NpgsqlConnection connection, Arrival[] homeless, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Add(OpenSql)
            .With(Array.ConvertAll(homeless, arrival => arrival.WorkspaceId))
            .With(Array.ConvertAll(homeless, arrival => (arrival.ByUserId ?? arrival.ByPhone)!.Value))
            .With(Array.ConvertAll(homeless, arrival => arrival.Message.NumberId))
            .WithTime(now);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
