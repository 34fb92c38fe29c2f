using System.Text.Json;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>Writes of chat.statuses and chat.updates, many rows at a time.</summary>
internal static class StatusStatements
{
    // Joined by our own row id, which comes back with the status; a status without it by the id Meta gave the message. Phones tell of
    // messages long after they were sent: of those that are gone, since their person was erased, nothing is kept. A status of a message that another app
    // sent from the number is in no conversation: it is kept raw beside what is not understood, and shown there.
    private const string StoreSql =
        $"""
        with t as materialized (
          select distinct on (provider_id, recipient, status, at) *
          from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::text[], $8::text[], $10::text[],
                      $11::text[], $12::text[], $13::bool[], $14::text[], $15::text[], $16::text[], $17::text[], $18::timestamptz[],
                      $19::bytea[], $20::bytea[])
            as t(provider_id, recipient, status, at, workspace_id, message_id, error, raw, number_id, errors, category, billable,
                 pricing_type, pricing_model, provider_conversation, conversation_origin, conversation_expires_at, hash, old_hash)
          order by provider_id, recipient, status, at
        ), u as materialized (
          select u.*, m.id as found_id, m.conversation_id, m.origin
          from (select u.*, {ToldMessages.IdSql} as row_id from t as u) u
          left join lateral (
            select m.id, m.conversation_id, m.origin from chat.messages m where m.id = u.row_id limit 1) m on true
        ), s as (
          insert into chat.statuses (provider_id, recipient, status, at, workspace_id, message_id, error, raw, received_at, errors, category,
                                     billable, pricing_type, pricing_model, provider_conversation, conversation_origin, conversation_expires_at)
          select u.provider_id, u.recipient, u.status, u.at, u.workspace_id, u.row_id, u.error, u.raw, $9, u.errors, u.category, u.billable,
                 u.pricing_type, u.pricing_model, u.provider_conversation, u.conversation_origin, u.conversation_expires_at
          from u
          where u.found_id is not null
             or (u.message_id is null
                 and not exists (select 1 from chat.suppressed e where e.workspace_id = u.workspace_id and e.hash in (u.hash, u.old_hash)))
          order by u.provider_id, u.recipient, u.status, u.at
          on conflict do nothing
          returning provider_id, workspace_id, message_id, raw
        ), news as (
          insert into chat.status_news (workspace_id, conversation_id, message_id)
          select distinct u.workspace_id, u.conversation_id, u.found_id from u where u.origin is not null
        )
        insert into chat.updates (received_at, workspace_id, number_id, field, raw)
        select $9, s.workspace_id, (select u.number_id from u where u.provider_id = s.provider_id limit 1), 'statuses', s.raw
        from s where s.message_id is null
        """;

    // Each once: an update has no key of its own, so it gets one by the secret; it may have been kept by the secret before, or by none. One
    // that carries no time looks new whenever it comes, so that it came is never forgotten.
    private const string UpdatesSql =
        """
        with u as materialized (
          select distinct on (key) *
          from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $6::text[], $8::bool[], $9::text[], $10::text[])
            as u(workspace_id, number_id, field, raw, key, dated, old_key, plain_key)
        ), fresh as (
          insert into chat.heard as h (key, workspace_id, at)
          select key, workspace_id, case when dated then $5::timestamptz else 'infinity' end from u
          where not exists (select 1 from chat.heard o where o.key in (u.old_key, u.plain_key) and o.at >= $7)
          order by key
          on conflict (key) do update set at = excluded.at where h.at < $7
          returning key
        )
        insert into chat.updates (received_at, workspace_id, number_id, field, raw)
        select $5, u.workspace_id, u.number_id, u.field, u.raw from u where u.key = any(array(select key from fresh))
        """;

    public static void Store(NpgsqlBatch batch, IReadOnlyList<StatusNews> statuses, Numbers numbers, DateTimeOffset now)
    {
        if (statuses.Count == 0) return;
        var rows = statuses.Select(news => news.Status).ToArray();
        batch.Add(StoreSql)
            .With(Array.ConvertAll(rows, row => row.MessageId))
            .With(Array.ConvertAll(rows, row => row.Recipient))
            .With(Array.ConvertAll(rows, row => row.Status))
            .With(Array.ConvertAll(rows, row => row.At.UtcDateTime))
            .With(Array.ConvertAll(rows, row => numbers.WorkspaceOf(row.NumberId)))
            .With(Array.ConvertAll(rows, row => CallbackData.MessageId(row.CallbackData)))
            .WithTexts(Array.ConvertAll(rows, row => row.Errors.Count == 0
                ? null : JsonSerializer.Serialize(row.Errors[0], ContractsJson.Default.ProviderError)))
            .WithTexts(Array.ConvertAll(rows, row => row.Raw))
            .WithTime(now)
            .With(Array.ConvertAll(rows, row => row.NumberId))
            .WithTexts(Array.ConvertAll(rows, row => row.Errors.Count < 2
                ? null : JsonSerializer.Serialize(row.Errors, ContractsJson.Default.IReadOnlyListProviderError)))
            .WithTexts(Array.ConvertAll(rows, row => row.Pricing?.Category))
            .With(Array.ConvertAll(rows, row => row.Pricing?.Billable))
            .WithTexts(Array.ConvertAll(rows, row => row.Pricing?.Type))
            .WithTexts(Array.ConvertAll(rows, row => row.Pricing?.Model))
            .WithTexts(Array.ConvertAll(rows, row => row.Conversation?.Id))
            .WithTexts(Array.ConvertAll(rows, row => row.Conversation?.Origin))
            .WithTimes(Array.ConvertAll(rows, row => row.Conversation?.ExpiresAt))
            .With(statuses.Select(news => news.Hashes[0]).ToArray())
            .With(statuses.Select(news => news.Hashes[^1]).ToArray());
    }

    public static void Store(NpgsqlBatch batch, IReadOnlyList<UpdateNews> updates, Numbers numbers, DateTimeOffset now, DateTimeOffset forgotten)
    {
        if (updates.Count == 0) return;
        var rows = updates.Select(news => news.Update).ToArray();
        batch.Add(UpdatesSql)
            .With(Array.ConvertAll(rows, row => numbers.WorkspaceOf(row.NumberId)))
            .WithTexts(Array.ConvertAll(rows, row => row.NumberId))
            .With(Array.ConvertAll(rows, row => row.Field))
            .With(Array.ConvertAll(rows, row => row.Raw))
            .WithTime(now)
            .With(updates.Select(news => news.Keys[0]).ToArray())
            .WithTime(forgotten)
            .With(Array.ConvertAll(rows, row => row.At is not null))
            .With(updates.Select(news => news.Keys[^2]).ToArray())
            .With(updates.Select(news => news.Keys[^1]).ToArray());
    }
}
