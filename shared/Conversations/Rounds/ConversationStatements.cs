using Npgsql;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>Reads and writes of chat.conversations, many at a time.</summary>
internal static class ConversationStatements
{
    // Locking and reading are two statements: one that does both reads a snapshot older than its lock. A row is found by its
    // address where that is known: then it does not matter how many dead versions an old snapshot elsewhere keeps alive. A
    // row that has moved meanwhile is not found there, and looked for by its id the next time.
    private const string LockSql =
        """
        select c.id, c.ctid::text from unnest($1::bigint[]) as u(id) join chat.conversations c on c.id = u.id
        order by c.id for update of c skip locked
        """;

    private const string LockThereSql =
        "select id, ctid::text from chat.conversations where ctid = any($1::text[]::tid[]) order by id for update skip locked";

    private static readonly string _from =
        $"""
        select {ConversationColumns.Selected}
        from chat.conversations c join chat.people p on p.id = c.person_id
        """;

    private static readonly string _readSql = _from + "\njoin unnest($1::bigint[]) as u(id) on u.id = c.id";

    private static readonly string _readThereSql = _from + "\nwhere c.ctid = any($1::text[]::tid[])";

    // Under their locks the rows are where they were read, unless this very transaction moved them. Then it fails as a whole,
    // by a division by zero: the batch that this is part of ends in the commit.
    private static readonly string _saveSql =
        $"""
        with s as (
        update chat.conversations c
        set {string.Join(", ", ConversationColumns.All.Select(column => $"{column.Name} = u.{column.Name}{(column.Type == "jsonb" ? "::jsonb" : "")}"))},
            sender = case when u.take_lease then $4 else c.sender end,
            lease_until = case when u.take_lease then clock_timestamp() + interval '12 seconds' else c.lease_until end
        from unnest($1::bigint[], $2::text[], $3::bool[],
                    {string.Join(", ", ConversationColumns.All.Select((column, at) => $"${at + 5}::{column.ArrayType}[]"))})
          as u(id, address, take_lease, {string.Join(", ", ConversationColumns.All.Select(column => column.Name))})
        where c.ctid = u.address::tid and c.id = u.id
        returning c.id, c.ctid)
        select array_agg(id), array_agg(ctid::text), 1 / (count(*) = cardinality($1))::int from s
        """;

    private const string NamesSql =
        """
        update chat.people p set name = u.name, username = u.username, parent_user_id = u.parent_user_id, wa_id = u.wa_id,
          former = case when cardinality(p.former) >= 100 then p.former
                        else array(select unnest(p.former) union select f from unnest(array[
                          case when p.name <> u.name then '=' || p.name end, case when p.username <> u.username then '@' || p.username end,
                          case when p.wa_id <> u.wa_id then '#' || p.wa_id end,
                          case when p.parent_user_id <> u.parent_user_id then '#' || p.parent_user_id end]) as f where f is not null) end
        from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) as u(id, name, username, parent_user_id, wa_id)
        where p.id = u.id
        """;

    private const string ToldSql =
        """
        update chat.people p set told_to = array(select unnest(p.told_to) union select unnest(u.told))
        from (select id, array_agg(other) as told from unnest($1::bigint[], $2::bigint[]) as u(id, other) group by id) u
        where p.id = u.id and not coalesce(p.told_to @> u.told, false)
        """;

    private const string ConsentSql =
        """
        insert into chat.consents (workspace_id, conversation_id, kind, version, wording, language, at)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string TakeBackSql =
        "update chat.consents set taken_back_at = $3 where conversation_id = $1 and kind = $2 and taken_back_at is null";

    private const string RatingSql =
        """
        insert into chat.ratings (workspace_id, conversation_id, bot, number, order_id, title, stars, feedback, at)
        values ($1, $2, $3, $4, nullif($5, 0), $6, $7, $8, $9)
        on conflict (conversation_id, bot, number) do update set
          order_id = excluded.order_id, title = excluded.title, stars = excluded.stars, feedback = excluded.feedback, at = excluded.at
        """;

    private const string UnreachableSql =
        "update chat.people set unreachable_at = $2 where id = any($1) and unreachable_at is null";

    public static void SaveConsents(NpgsqlBatch batch, IReadOnlyList<TurnResult> turns, DateTimeOffset now)
    {
        foreach (var (turn, consent) in turns.SelectMany(turn => turn.Consents.Select(consent => (turn, consent))))
        {
            if (consent is RecordConsent given)
            {
                batch.Add(ConsentSql).With(turn.After.WorkspaceId).With(turn.After.Id).With(given.Kind).With(given.Version)
                    .With(given.Wording).With(given.Language).WithTime(now);
            }
            else if (consent is TakeBackConsent back)
            {
                batch.Add(TakeBackSql).With(turn.After.Id).With(back.Kind).WithTime(now);
            }
            else if (consent is RecordRating rating)
            {
                batch.Add(RatingSql).With(turn.After.WorkspaceId).With(turn.After.Id).With(rating.Bot).With(rating.Number).With(rating.OrderId ?? 0)
                    .With(rating.Title).With(rating.Stars).WithText(rating.Feedback).WithTime(now);
            }
        }
    }

    /// <summary>Locks rows and reads them: those of which the address is known there, the others by their ids.</summary>
    public static void LockAndRead(NpgsqlBatch batch, long[] ids, string[] addresses)
    {
        if (ids.Length > 0) batch.Add(LockSql).With(ids);
        if (addresses.Length > 0) batch.Add(LockThereSql).With(addresses);
        if (ids.Length > 0) batch.Add(_readSql).With(ids);
        if (addresses.Length > 0) batch.Add(_readThereSql).With(addresses);
    }

    /// <summary>Reads what <see cref="LockAndRead"/> gave.</summary>
    /// <returns>The rows that were locked, as they are under the lock, and the ids of those locked elsewhere.</returns>
    public static async Task<(Dictionary<long, LoadedConversation> Rows, HashSet<long> Busy)> ReadLockedAsync(
        NpgsqlDataReader reader, int statements, Guid me, CancellationToken cancellationToken)
    {
        var locked = new HashSet<(long, string)>();
        for (var n = 0; n < statements; n++)
        {
            while (await reader.ReadAsync(cancellationToken)) locked.Add((reader.GetInt64(0), reader.GetString(1)));
            await reader.NextResultAsync(cancellationToken);
        }

        var rows = new Dictionary<long, LoadedConversation>();
        var busy = new HashSet<long>();
        for (var n = 0; n < statements; n++)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var row = ReadRow(reader, me);
                if (locked.Contains((row.Id, row.Address))) rows[row.Id] = row;
                else busy.Add(row.Id);
            }

            await reader.NextResultAsync(cancellationToken);
        }

        return (rows, busy);
    }

    /// <summary>Writes the rows, and returns their new addresses: one row of ids and addresses.</summary>
    public static void Save(NpgsqlBatch batch, IReadOnlyList<(TurnResult Turn, bool TakeLease)> turns, Guid me)
    {
        var rows = turns.Select(turn => turn.Turn.After).ToArray();
        var command = batch.Add(_saveSql)
            .With(Array.ConvertAll(rows, row => row.Id))
            .With(Array.ConvertAll(rows, row => row.Address))
            .With(turns.Select(turn => turn.TakeLease).ToArray())
            .With(me);
        foreach (var column in ConversationColumns.All) column.AddTo(command, rows);
    }

    /// <summary>Writes what was learnt of the people.</summary>
    public static void SavePeople(NpgsqlBatch batch, IReadOnlyList<TurnResult> turns, DateTimeOffset now)
    {
        var unreachable = turns.Where(turn => turn.Unreachable).Select(turn => turn.After.Person.Id).Order().ToArray();
        if (unreachable.Length > 0) batch.Add(UnreachableSql).With(unreachable).WithTime(now);

        // Who hears of somebody is rare, and is found again when that person is erased.
        var told = turns.SelectMany(turn => turn.Told.Select(other => (Person: turn.Before.Person.Id, Other: other))).ToArray();
        if (told.Length > 0)
            batch.Add(ToldSql).With(Array.ConvertAll(told, each => each.Person)).With(Array.ConvertAll(told, each => each.Other));

        var renamed = turns.Where(turn => turn.After.Person != turn.Before.Person)
            .Select(turn => turn.After.Person).DistinctBy(person => person.Id).OrderBy(person => person.Id).ToArray();
        if (renamed.Length == 0) return;
        batch.Add(NamesSql).With(Array.ConvertAll(renamed, p => p.Id))
            .WithTexts(Array.ConvertAll(renamed, p => p.Name)).WithTexts(Array.ConvertAll(renamed, p => p.Username))
            .WithTexts(Array.ConvertAll(renamed, p => p.ParentUserId)).WithTexts(Array.ConvertAll(renamed, p => p.WaId));
    }

    private static LoadedConversation ReadRow(NpgsqlDataReader reader, Guid me) => new()
    {
        Id = ConversationColumns.Id.Of(reader),
        WorkspaceId = ConversationColumns.WorkspaceId.Of(reader),
        NumberId = ConversationColumns.NumberId.Of(reader),
        Person = new Person(
            ConversationColumns.PersonId.Of(reader), ConversationColumns.PersonName.Of(reader), ConversationColumns.Phone.Of(reader),
            ConversationColumns.UserId.Of(reader))
        {
            Username = ConversationColumns.Username.Of(reader),
            ParentUserId = ConversationColumns.ParentUserId.Of(reader),
            WaId = ConversationColumns.WaId.Of(reader),
        },
        Bot = ConversationColumns.Bot.Of(reader),
        State = ConversationColumns.State.Of(reader),
        Data = ConversationColumns.Data.Of(reader),
        Parked = ConversationColumns.Parked.Of(reader),
        Language = ConversationColumns.Language.Of(reader),
        TimeZone = ConversationColumns.TimeZone.Of(reader),
        OptOut = ConversationColumns.OptOut.Of(reader),
        HandedOver = ConversationColumns.HandedOver.Of(reader),
        Version = ConversationColumns.Version.Of(reader),
        LastInboundAt = ConversationColumns.LastInboundAt.Of(reader),
        Lease = ConversationColumns.Sender.Of(reader) is not { } sender ? LeaseState.Free
            : sender == me ? LeaseState.Mine
            : ConversationColumns.LeaseIsOver.Of(reader) ? LeaseState.Expired : LeaseState.Theirs,
        PaceUsed = ConversationColumns.PaceUsed.Of(reader),
        PaceAt = ConversationColumns.PaceAt.Of(reader),
        MergedInto = ConversationColumns.MergedInto.Of(reader),
        Queued = ConversationColumns.Queued.Of(reader),
        Settled = ConversationColumns.Settled.Of(reader),
        Address = ConversationColumns.Address.Of(reader),
        IsClosed = ConversationColumns.IsClosed.Of(reader),
        Offered = ConversationColumns.Offered.Of(reader),
        ErasedAt = ConversationColumns.ErasedAt.Of(reader),
        TakesMarketing = ConversationColumns.TakesMarketing.Of(reader),
        HeardUntil = ConversationColumns.HeardUntil.Of(reader),
        CrisisAt = ConversationColumns.CrisisAt.Of(reader),
    };
}
