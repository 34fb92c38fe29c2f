namespace WhatsAppBots.Benchmarks;

/// <summary>A message's life in SQL, one transaction each, for pgbench: stored once, handled, answered, marked sent.</summary>
internal static class Shape
{
    public const string Setup =
        """
        create schema if not exists shape;
        create table if not exists shape.seen (cause text primary key, at timestamptz not null);
        create table if not exists shape.messages (id bigint generated always as identity primary key, conversation_id bigint, direction text, body text, at timestamptz);
        create table if not exists shape.inbox (seq bigint generated always as identity primary key, conversation_id bigint, payload text);
        create table if not exists shape.outbox (message_id bigint primary key, conversation_id bigint);
        create table if not exists shape.statuses (message_id bigint, status text, at timestamptz, primary key (message_id, status));
        create table if not exists shape.conversations (id bigint primary key, state text, data jsonb, version bigint) with (fillfactor = 50);
        insert into shape.conversations select n, 'Echoing', '{"Count": 0}', 0 from generate_series(1, 1000) n on conflict do nothing;
        """;

    public const string Transaction =
        """
        \set who random(1, 1000)
        \set what random(1, 9000000000000000)
        begin;
        insert into shape.seen values ('wamid.' || :what || '.' || :who, now()) on conflict do nothing;
        insert into shape.messages (conversation_id, direction, body, at) values (:who, 'in', repeat('x', 400), now());
        insert into shape.inbox (conversation_id, payload) values (:who, repeat('x', 200));
        select state, data from shape.conversations where id = :who for update;
        delete from shape.inbox where conversation_id = -1;
        update shape.conversations set data = jsonb_build_object('Count', version + 1), version = version + 1 where id = :who;
        with m as (insert into shape.messages (conversation_id, direction, body, at) values (:who, 'out', repeat('x', 60), now()) returning id)
          insert into shape.statuses select id, 'accepted', now() from m;
        end;
        """;
}
