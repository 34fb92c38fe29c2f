using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>What a provider says of a person, learnt from a message to them, as an input of that message's conversation.</summary>
internal static class RefusalStatements
{
    /// <summary>Meta's code: the person stopped marketing messages of this number.</summary>
    public const int MarketingStopped = 131050;

    // Twilio's code: the person wrote a word to it by which it stops everything.
    private static readonly int[] _optedOut = [21610];

    // Not on WhatsApp or cannot receive; part of an experiment of Meta's. Then the same by Twilio.
    private static readonly int[] _unreachable = [131026, 130472, 21211, 63003, 63024, 63032];

    private const string TellSql =
        $"""
        with refused as (
          select distinct on (m.id) 'refused:' || m.id as cause, m.stored_at, m.workspace_id, m.conversation_id, m.id as message_id, t.code
          from (select {ToldMessages.IdSql} as id, u.code
                from unnest($1::bigint[], $2::text[], $3::int[]) as u(message_id, provider_id, code)) t
          join chat.messages m on m.id = t.id
          order by m.id
        ), fresh as (
          insert into chat.seen (cause, cause_at, workspace_id) select cause, stored_at, workspace_id from refused
          order by cause, stored_at on conflict do nothing returning cause
        )
        insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at)
        select r.workspace_id, r.conversation_id, r.cause,
               json_build_object('input', 'event', 'type', $4::text, 'data', json_build_object(
                 'messageId', r.message_id, 'code', r.code, 'optedOut', r.code = any($5)))::text, $6
        from refused r join fresh using (cause)
        """;

    private const string StopSql =
        $"""
        insert into chat.marketing_consents as old (workspace_id, person_id, number_id, taken_back_at, taken_back_by, changed_at)
        select distinct on (c.person_id, c.number_id) c.workspace_id, c.person_id, c.number_id, t.at, 'refusal:131050', t.at
        from (select {ToldMessages.IdSql} as id, u.at
              from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as u(message_id, provider_id, at)) t
        join chat.messages m on m.id = t.id join chat.conversations c on c.id = m.conversation_id
        order by c.person_id, c.number_id, t.at desc
        on conflict (person_id, number_id) do update
        set taken_back_at = excluded.taken_back_at, taken_back_by = excluded.taken_back_by, changed_at = excluded.changed_at
        where old.changed_at <= excluded.changed_at and old.taken_back_at is null
        """;

    public static void Tell(NpgsqlBatch batch, IEnumerable<ToldFailure> failures, DateTimeOffset now)
    {
        var told = failures.ToList();
        var stops = told.Where(row => row.Code == MarketingStopped).ToArray();
        if (stops.Length > 0) batch.Add(StopSql).WithIds(stops).With(Array.ConvertAll(stops, row => row.At.UtcDateTime));
        var rows = told.Where(row => _optedOut.Contains(row.Code) || _unreachable.Contains(row.Code)).ToArray();
        if (rows.Length == 0) return;
        batch.Add(TellSql)
            .WithIds(rows).With(Array.ConvertAll(rows, row => row.Code))
            .With(EventTypes.RecipientRefused).With(_optedOut).WithTime(now);
    }
}
