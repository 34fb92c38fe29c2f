namespace WhatsAppBots.Benchmarks;

/// <summary>A database that has been in use: a million conversations, ten million messages.</summary>
internal static class LargeDatabase
{
    public const string Fill =
        """
        insert into chat.people (workspace_id, name, phone)
          select 1, 'Person ' || n, (500000000000 + n)::text from generate_series(1, 1000000) n;
        insert into chat.identities (workspace_id, kind, value, person_id)
          select 1, 'phone', phone, id from chat.people where phone like '5%' and length(phone) = 12 on conflict do nothing;
        insert into chat.conversations (workspace_id, person_id, number_id, bot, state, data, version, last_inbound_at)
          select 1, id, '100000000000002', 'echo', 'Echoing', '{"Count": 10}', 10, now() from chat.people
          where phone like '5%' and length(phone) = 12;
        insert into chat.open_conversations (person_id, number_id, workspace_id, conversation_id)
          select person_id, number_id, workspace_id, id from chat.conversations where state = 'Echoing' and version = 10 on conflict do nothing;
        insert into chat.messages (stored_at, workspace_id, conversation_id, direction, type, summary, provider_id, at, body)
          select now() - n * interval '1 minute', 1, c.id, case when n % 2 = 0 then 'in' else 'out' end, 'text', 'hello', 'wamid.old.' || c.id || '.' || n,
                 now() - n * interval '1 minute', '{"is":"text","body":"a message of the usual length, as people write them"}'
          from chat.conversations c, generate_series(1, 10) n where c.state = 'Echoing' and c.version = 10;
        analyze chat.people; analyze chat.identities; analyze chat.conversations; analyze chat.messages;
        """;
}
