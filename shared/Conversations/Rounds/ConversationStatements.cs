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

    private const string Columns =
        """
        select c.id, c.workspace_id, c.number_id, c.person_id, p.name, p.phone, p.user_id,
               c.bot, c.state, c.data::text, c.parked::text, c.language, c.time_zone, c.opt_out, c.handed_over,
               c.version, c.last_inbound_at, c.sender, c.lease_until < clock_timestamp(), c.pace_used, c.pace_at,
               c.merged_into, c.queued, c.settled, c.ctid::text, c.closed_at is not null, c.offered,
               p.erased_at, p.username, p.parent_user_id, p.wa_id,
               (select m.given_at is not null and m.taken_back_at is null from chat.marketing_consents m
                 where m.person_id = c.person_id and m.number_id = c.number_id), c.heard_until
        from chat.conversations c join chat.people p on p.id = c.person_id
        """;

    private const string ReadSql = Columns + "\njoin unnest($1::bigint[]) as u(id) on u.id = c.id";

    private const string ReadThereSql = Columns + "\nwhere c.ctid = any($1::text[]::tid[])";

    // Under their locks the rows are where they were read, unless this very transaction moved them. Then it fails as a whole,
    // by a division by zero: the batch that this is part of ends in the commit.
    private const string SaveSql =
        """
        with s as (
        update chat.conversations c
        set bot = u.bot, state = u.state, data = u.data::jsonb, parked = u.parked::jsonb, language = u.language,
            time_zone = u.time_zone, opt_out = u.opt_out, handed_over = u.handed_over, version = u.version,
            last_inbound_at = u.last_inbound_at, queued = u.queued, offered = u.offered, heard_until = u.heard_until,
            sender = case when u.take_lease then $14 else c.sender end,
            lease_until = case when u.take_lease then clock_timestamp() + interval '12 seconds' else c.lease_until end
        from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::bool[], $10::bigint[], $11::timestamptz[], $12::bigint[], $13::bool[], $15::text[], $16::text[], $17::timestamptz[])
          as u(id, bot, state, data, parked, language, time_zone, opt_out, handed_over, version, last_inbound_at, queued, take_lease, address, offered,
               heard_until)
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
        if (ids.Length > 0) batch.Add(ReadSql).With(ids);
        if (addresses.Length > 0) batch.Add(ReadThereSql).With(addresses);
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
        batch.Add(SaveSql)
            .With(Array.ConvertAll(rows, row => row.Id))
            .With(Array.ConvertAll(rows, row => row.Bot))
            .With(Array.ConvertAll(rows, row => row.State))
            .With(Array.ConvertAll(rows, row => row.Data))
            .With(Array.ConvertAll(rows, row => row.Parked))
            .WithTexts(Array.ConvertAll(rows, row => row.Language))
            .WithTexts(Array.ConvertAll(rows, row => row.TimeZone))
            .With(Array.ConvertAll(rows, row => Name(row.OptOut)))
            .With(Array.ConvertAll(rows, row => row.HandedOver))
            .With(Array.ConvertAll(rows, row => row.Version))
            .WithTimes(Array.ConvertAll(rows, row => row.LastInboundAt))
            .With(Array.ConvertAll(rows, row => row.Queued))
            .With(turns.Select(turn => turn.TakeLease).ToArray())
            .With(me)
            .With(Array.ConvertAll(rows, row => row.Address))
            .WithTexts(Array.ConvertAll(rows, row => row.Offered))
            .WithTimes(Array.ConvertAll(rows, row => row.HeardUntil));
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
        Id = reader.GetInt64(0),
        WorkspaceId = reader.GetInt64(1),
        NumberId = reader.GetString(2),
        Person = new Person(reader.GetInt64(3), Text(reader, 4), Text(reader, 5), Text(reader, 6))
        {
            Username = Text(reader, 28), ParentUserId = Text(reader, 29), WaId = Text(reader, 30),
        },
        Bot = reader.GetString(7),
        State = reader.GetString(8),
        Data = reader.GetString(9),
        Parked = reader.GetString(10),
        Language = Text(reader, 11),
        TimeZone = Text(reader, 12),
        OptOut = reader.GetString(13) switch { "all" => OptOut.All, "marketing" => OptOut.Marketing, _ => OptOut.None },
        HandedOver = reader.GetBoolean(14),
        Version = reader.GetInt64(15),
        LastInboundAt = reader.IsDBNull(16) ? null : reader.GetFieldValue<DateTimeOffset>(16),
        Lease = reader.IsDBNull(17) ? LeaseState.Free
            : reader.GetGuid(17) == me ? LeaseState.Mine
            : reader.IsDBNull(18) || reader.GetBoolean(18) ? LeaseState.Expired : LeaseState.Theirs,
        PaceUsed = reader.GetDouble(19),
        PaceAt = reader.IsDBNull(20) ? null : reader.GetFieldValue<DateTimeOffset>(20),
        MergedInto = reader.IsDBNull(21) ? null : reader.GetInt64(21),
        Queued = reader.GetInt64(22),
        Settled = reader.GetInt64(23),
        Address = reader.GetString(24),
        IsClosed = reader.GetBoolean(25),
        Offered = Text(reader, 26),
        ErasedAt = reader.IsDBNull(27) ? null : reader.GetFieldValue<DateTimeOffset>(27),
        TakesMarketing = !reader.IsDBNull(31) && reader.GetBoolean(31),
        HeardUntil = reader.IsDBNull(32) ? null : reader.GetFieldValue<DateTimeOffset>(32),
    };

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static string Name(OptOut level) => level switch
    {
        OptOut.None => "none",
        OptOut.Marketing => "marketing",
        OptOut.All => "all",
    };
}
