using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// By what a webhook tells that a number is stopped, or is no longer. What it told before says nothing when it is delivered again.
/// </summary>
/// <param name="AccountId">The account that is meant: numbers known to be of another one are left out. Null: none is.</param>
/// <param name="UpdateKeys">Keys that an update may have in <c>chat.heard</c>, where it is written later in the same transaction.</param>
/// <param name="Status">A status, which is stored before in the same transaction.</param>
internal readonly record struct StopCause(string? AccountId = null, IReadOnlyList<string>? UpdateKeys = null, MessageStatus? Status = null);

/// <summary>Writes of chat.number_stops, and of the one report a stop has: open while it lasts.</summary>
internal static class StopStatements
{
    /// <summary>The kind of a stop's report.</summary>
    public const string ReportKind = "number-stopped";

    /// <summary>Ends stops: numbers in @numbers.</summary>
    public const string EndSql =
        """
        with ended as (
          update chat.number_stops set ended_at = @now where number_id = any(@numbers) and ended_at is null returning number_id
        )
        update platform.reports r set ok = true, body = r.body || jsonb_build_object('endedAt', @now)
        from ended where r.kind = 'number-stopped' and not r.ok and r.body ->> 'number' = ended.number_id
        """;

    /// <summary>
    /// Ends stops that a webhook told of, by what became of the last probe: it reached WhatsApp, or it was accepted a minute ago and
    /// has not failed.
    /// </summary>
    public const string EndToldSql =
        """
        with ended as (
          update chat.number_stops s set ended_at = @now
          where ended_at is null and told and probed_at is not null and probe_message is not null
            and not exists (select 1 from chat.statuses t where t.message_id = s.probe_message and t.status = 'failed')
            and (probed_at < clock_timestamp() - interval '60 seconds'
                 or exists (select 1 from chat.statuses t where t.message_id = s.probe_message and t.status in ('sent', 'delivered', 'read', 'played')))
          returning number_id
        )
        update platform.reports r set ok = true, body = r.body || jsonb_build_object('endedAt', @now)
        from ended where r.kind = 'number-stopped' and not r.ok and r.body ->> 'number' = ended.number_id
        """;

    // One that stands stays with its probes; what a webhook tells weighs more than an answer.
    private const string StopSql =
        """
        with stopped as (
          insert into chat.number_stops as s (number_id, workspace_id, code, reason, told, message_id, since, probe_at)
          select u.number_id, u.workspace_id, $3, $4, $5, $6, $7, clock_timestamp() + $8
          from unnest($1::text[], $2::bigint[]) as u(number_id, workspace_id)
          where not exists (select 1 from platform.numbers n where n.number_id = u.number_id and n.account_id <> $9)
            and not exists (select 1 from chat.heard h where h.key = any($10::text[]))
            and ($11::text is null or exists (
              select 1 from chat.statuses t where t.provider_id = $11 and t.status = 'failed' and t.at = $12 and t.received_at = $7))
          order by u.number_id
          on conflict (number_id) do update set
            code = excluded.code,
            reason = case when excluded.reason = '' and s.ended_at is null and s.code = excluded.code then s.reason else excluded.reason end,
            told = excluded.told or (s.told and s.ended_at is null),
            message_id = case when s.ended_at is null then s.message_id else excluded.message_id end,
            since = case when s.ended_at is null then s.since else excluded.since end,
            probe_at = case when s.ended_at is null then s.probe_at else excluded.probe_at end,
            probes = case when s.ended_at is null then s.probes else 0 end,
            probe_message = null, probed_at = null, ended_at = null
          returning number_id, workspace_id
        )
        insert into platform.reports (workspace_id, kind, at, ok, body)
        select workspace_id, 'number-stopped', $7, false, jsonb_build_object('number', number_id, 'code', $3::int, 'reason', $4::text)
        from stopped
        where (select r.kind from platform.reports r
               where r.kind = 'number-stopped' and not r.ok and r.body ->> 'number' = stopped.number_id limit 1) is null
        """;

    private const string ProbeNowSql =
        """
        update chat.number_stops s set probe_at = clock_timestamp(), probes = 0
        where number_id = any($1) and ended_at is null
          and not exists (select 1 from platform.numbers n where n.number_id = s.number_id and n.account_id <> $2)
          and not exists (select 1 from chat.heard h where h.key = any($3::text[]))
        """;

    private const string LearnSql =
        """
        update platform.numbers n set bot = u.bot, account_id = coalesce(u.account_id, n.account_id), phone = coalesce(u.phone, n.phone)
        from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as u(number_id, bot, account_id, phone)
        where n.number_id = u.number_id
          and (n.bot, n.account_id, n.phone) is distinct from (u.bot, coalesce(u.account_id, n.account_id), coalesce(u.phone, n.phone))
        """;

    /// <summary>
    /// Stops numbers, or says more of why they are stopped. Of an answer the code alone is kept: its words may repeat the request with
    /// its token, and health shows a stop to anybody.
    /// </summary>
    /// <param name="told">By webhook.</param>
    /// <param name="message">Whose refusal it was.</param>
    /// <param name="cause">By what a webhook tells it.</param>
    public static void Stop(
        NpgsqlBatch batch, IReadOnlyList<string> ids, Numbers numbers, ProviderError error, bool told, long? message, TimeSpan probeAfter,
        DateTimeOffset now, StopCause cause = default)
    {
        var rows = ids.ToArray();
        var statement = batch.Add(StopSql)
            .With(rows).With(Array.ConvertAll(rows, numbers.WorkspaceOf)).With(error.Code).With(told ? error.Title ?? "" : "").With(told);
        statement.Parameters.Add(new NpgsqlParameter { Value = message ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        statement.WithTime(now).Parameters.Add(new NpgsqlParameter { Value = probeAfter, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Interval });
        statement.WithText(cause.AccountId).With(KeysOf(cause)).WithText(cause.Status?.MessageId).WithTime(cause.Status?.At ?? now);
    }

    /// <summary>Numbers that may send again, as they say: the next message tries.</summary>
    public static void ProbeNow(NpgsqlBatch batch, IReadOnlyList<string> ids, StopCause cause) =>
        batch.Add(ProbeNowSql).With(ids.ToArray()).WithText(cause.AccountId).With(KeysOf(cause));

    /// <summary>Remembers what numbers' own webhooks tell of them: their account, and their telephone number.</summary>
    public static void Learn(NpgsqlBatch batch, IReadOnlyList<ToldNumber> numbers)
    {
        if (numbers.Count == 0) return;
        batch.Add(LearnSql).WithTexts(Column(each => each.Number)).WithTexts(Column(each => each.Bot))
            .WithTexts(Column(each => each.Account)).WithTexts(Column(each => each.Phone));

        string?[] Column(Func<ToldNumber, string?> value) => [.. numbers.Select(value)];
    }

    private static string[] KeysOf(StopCause cause) => [.. cause.UpdateKeys ?? []];
}
