-- Made by .ci/upgrade; nobody in it exists.
-- began at 2026-11-30T10:08:17.5114823+00:00
-- ended at 2026-11-30T10:09:02.7979725+00:00
-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA chat;


CREATE SCHEMA events;


CREATE SCHEMA host;


CREATE SCHEMA images;


CREATE SCHEMA money;


CREATE SCHEMA platform;


CREATE FUNCTION money.check_movement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  total numeric;
  foreign_entries bigint;
begin
  select coalesce(sum(e.amount), 0), count(*) filter (where a.currency <> m.currency or a.workspace_id <> m.workspace_id)
  into total, foreign_entries
  from money.movements m join money.entries e on e.movement_id = m.id join money.accounts a on a.id = e.account_id
  where m.id = new.movement_id;
  if total <> 0 then raise exception 'the entries of movement % sum to %', new.movement_id, total using errcode = '23514'; end if;
  if foreign_entries > 0 then raise exception 'movement % mixes currencies or workspaces', new.movement_id using errcode = '23514'; end if;
  return null;
end $$;


CREATE FUNCTION money.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'the ledger is only ever added to' using errcode = '23514';
end $$;


CREATE FUNCTION platform.check_partitioned(parent regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if parent::text <> all (array['chat.seen', 'chat.messages', 'chat.statuses', 'chat.updates', 'events.consumed']) then
    raise exception '% is not partitioned by time', parent using errcode = '42501';
  end if;
end $$;


CREATE FUNCTION platform.drop_partitions(parent regclass, period interval, before timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql
    AS $_$
declare
  dropped int := 0;
  child record;
  ends timestamptz;
begin
  for child in
    select c.oid::regclass as name, substring(c.relname from '_(\d{6,8})$') as suffix
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = parent and c.relname ~ '_\d{6,8}$'
  loop
    ends := case when length(child.suffix) = 8
      then (to_date(child.suffix, 'YYYYMMDD') + interval '1 day') at time zone 'UTC'
      else (to_date(child.suffix || '01', 'YYYYMMDD') + interval '1 month') at time zone 'UTC' end;
    if ends <= before then
      execute format('drop table %s', child.name);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end $_$;


CREATE FUNCTION platform.end_partitions(parent regclass, period interval, before timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform platform.check_partitioned(parent);
  return platform.drop_partitions(parent, period, before);
end $$;


CREATE FUNCTION platform.ensure_partitions(parent regclass, period interval, first timestamp with time zone, count integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  made int := 0;
  starts timestamptz;
  child text;
  suffix text := case when period = interval '1 day' then 'YYYYMMDD' else 'YYYYMM' end;
  unit text := case when period = interval '1 day' then 'day' else 'month' end;
begin
  for n in 0 .. count - 1 loop
    starts := (date_trunc(unit, first at time zone 'UTC') + n * period) at time zone 'UTC';
    child := parent::text || '_' || to_char(starts at time zone 'UTC', suffix);
    continue when to_regclass(child) is not null;
    begin
      execute format('create table %s partition of %s for values from (%L) to (%L)',
        child, parent, starts, ((starts at time zone 'UTC') + period) at time zone 'UTC');
      made := made + 1;
    exception when check_violation then
      raise notice 'rows of % are in the default partition; % is not made', starts, child;
    end;
  end loop;
  return made;
end $$;


CREATE FUNCTION platform.grant_roles() RETURNS text[]
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  who text;
  role text;
  wanted record;
  missing text[] := '{}';
begin
  foreach who in array array['messages', 'images', 'payments', 'maintenance', 'admin'] loop
    role := 'whatsappbots_' || who;
    if to_regrole(role) is null then
      begin
        execute format('create role %I nologin', role);
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise notice 'the role % is not there and % may not make it: make it and call platform.grant_roles()', role, current_user;
          missing := missing || role;
          continue;
      end;
    end if;
    for wanted in select g.privileges, g.object from platform.grants g where g.app = who order by g.object loop
      execute format('grant %s on %s to %I', wanted.privileges, wanted.object, role);
    end loop;
    continue when who = 'admin';
    for wanted in
      select c.oid::regclass as name
      from platform.grants g join pg_namespace n on g.object like n.nspname || '.%' join pg_class c on c.relnamespace = n.oid and g.object = n.nspname || '.' || c.relname
      where g.app = who and c.relrowsecurity and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = who)
    loop
      execute format('create policy %I on %s to %I using (true) with check (true)', who, wanted.name, role);
    end loop;
  end loop;
  return missing;
end $$;


CREATE FUNCTION platform.guard(name regclass) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table %s enable row level security', name);
  execute format(
    'create policy workspace on %s to whatsappbots_admin
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::bigint)', name);
  execute format('grant select on %s to whatsappbots_admin', name);
end $$;


CREATE FUNCTION platform.make_partitions(parent regclass, period interval, first timestamp with time zone, count integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform platform.check_partitioned(parent);
  if count > 100 then raise exception '% partitions at once are too many', count using errcode = '22023'; end if;
  return platform.ensure_partitions(parent, period, first, count);
end $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE chat.ai_turns (
    person_id bigint NOT NULL,
    day date NOT NULL,
    workspace_id bigint NOT NULL,
    count integer NOT NULL
);


CREATE TABLE chat.consents (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    kind text NOT NULL,
    version text NOT NULL,
    wording text NOT NULL,
    language text NOT NULL,
    at timestamp with time zone NOT NULL,
    taken_back_at timestamp with time zone
);


ALTER TABLE chat.consents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME chat.consents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE chat.conversations (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    person_id bigint NOT NULL,
    number_id text NOT NULL,
    bot text DEFAULT ''::text NOT NULL,
    state text DEFAULT ''::text NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    parked jsonb DEFAULT '{}'::jsonb NOT NULL,
    language text,
    time_zone text,
    opt_out text DEFAULT 'none'::text NOT NULL,
    handed_over boolean DEFAULT false NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    last_inbound_at timestamp with time zone,
    sender uuid,
    lease_until timestamp with time zone,
    pace_used double precision DEFAULT 0 NOT NULL,
    pace_at timestamp with time zone,
    closed_at timestamp with time zone,
    merged_into bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    queued bigint DEFAULT 0 NOT NULL,
    settled bigint DEFAULT 0 NOT NULL,
    offered text,
    CONSTRAINT conversations_opt_out_check CHECK ((opt_out = ANY (ARRAY['none'::text, 'marketing'::text, 'all'::text])))
)
WITH (fillfactor='50');


COMMENT ON COLUMN chat.conversations.queued IS 'messages ever put into the outbox';


COMMENT ON COLUMN chat.conversations.settled IS 'what queued was when the lease was last given back with nothing waiting';


COMMENT ON COLUMN chat.conversations.offered IS 'choices shown as numbers, JSON; null: none';


ALTER TABLE chat.conversations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat.conversations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE chat.heard (
    key text NOT NULL,
    workspace_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);


CREATE TABLE chat.identities (
    workspace_id bigint NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT identities_kind_check CHECK ((kind = ANY (ARRAY['user_id'::text, 'phone'::text])))
);


CREATE TABLE chat.inbox (
    seq bigint NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    cause text NOT NULL,
    payload text NOT NULL,
    timer_id bigint,
    attempts integer DEFAULT 0 NOT NULL,
    not_before timestamp with time zone,
    error text,
    received_at timestamp with time zone NOT NULL,
    trace_parent text
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_vacuum_cost_delay='0');


ALTER TABLE chat.inbox ALTER COLUMN seq ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat.inbox_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE chat.media (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    message_provider_id text NOT NULL,
    provider_media_id text NOT NULL,
    store_key text,
    mime_type text,
    size_bytes bigint,
    sha256 text,
    error text,
    stored_at timestamp with time zone NOT NULL
);


ALTER TABLE chat.media ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat.media_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE chat.messages (
    id bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    direction text NOT NULL,
    type text NOT NULL,
    summary text NOT NULL,
    provider_id text,
    reply_to text,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
)
PARTITION BY RANGE (stored_at);


COMMENT ON COLUMN chat.messages.body IS 'in: the JSON as received; out: the content, JSON of OutgoingContent';


CREATE TABLE chat.messages_202610 (
    id bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    direction text NOT NULL,
    type text NOT NULL,
    summary text NOT NULL,
    provider_id text,
    reply_to text,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);


CREATE TABLE chat.messages_202611 (
    id bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    direction text NOT NULL,
    type text NOT NULL,
    summary text NOT NULL,
    provider_id text,
    reply_to text,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);


CREATE TABLE chat.messages_202612 (
    id bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    direction text NOT NULL,
    type text NOT NULL,
    summary text NOT NULL,
    provider_id text,
    reply_to text,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);


CREATE TABLE chat.messages_202701 (
    id bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    direction text NOT NULL,
    type text NOT NULL,
    summary text NOT NULL,
    provider_id text,
    reply_to text,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);


CREATE TABLE chat.messages_default (
    id bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    direction text NOT NULL,
    type text NOT NULL,
    summary text NOT NULL,
    provider_id text,
    reply_to text,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);


ALTER TABLE chat.messages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat.messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE chat.number_pace (
    number_id text NOT NULL,
    workspace_id bigint NOT NULL,
    free_at timestamp with time zone NOT NULL
);


CREATE TABLE chat.open_conversations (
    person_id bigint NOT NULL,
    number_id text NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL
);


COMMENT ON TABLE chat.open_conversations IS 'which conversation a person has on a business number';


CREATE TABLE chat.outbox (
    message_id bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    unknown_since timestamp with time zone,
    possibly_doubled boolean DEFAULT false NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_vacuum_cost_delay='0');


CREATE TABLE chat.people (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    name text,
    phone text,
    user_id text,
    unreachable_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE chat.people ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat.people_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE chat.seen (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
)
PARTITION BY RANGE (cause_at);


CREATE TABLE chat.seen_20261122 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261123 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261124 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261125 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261126 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261127 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261128 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261129 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261130 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261201 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261202 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_20261203 (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.seen_default (
    cause text NOT NULL,
    cause_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE chat.statuses (
    provider_id text NOT NULL,
    recipient text NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    message_id bigint,
    error text,
    raw text,
    received_at timestamp with time zone NOT NULL
)
PARTITION BY RANGE (at);


CREATE TABLE chat.statuses_202610 (
    provider_id text NOT NULL,
    recipient text NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    message_id bigint,
    error text,
    raw text,
    received_at timestamp with time zone NOT NULL
);


CREATE TABLE chat.statuses_202611 (
    provider_id text NOT NULL,
    recipient text NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    message_id bigint,
    error text,
    raw text,
    received_at timestamp with time zone NOT NULL
);


CREATE TABLE chat.statuses_202612 (
    provider_id text NOT NULL,
    recipient text NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    message_id bigint,
    error text,
    raw text,
    received_at timestamp with time zone NOT NULL
);


CREATE TABLE chat.statuses_202701 (
    provider_id text NOT NULL,
    recipient text NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    message_id bigint,
    error text,
    raw text,
    received_at timestamp with time zone NOT NULL
);


CREATE TABLE chat.statuses_default (
    provider_id text NOT NULL,
    recipient text NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    message_id bigint,
    error text,
    raw text,
    received_at timestamp with time zone NOT NULL
);


CREATE TABLE chat.suppressed (
    workspace_id bigint NOT NULL,
    hash bytea NOT NULL,
    since timestamp with time zone NOT NULL
);


CREATE TABLE chat.timers (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    name text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    data text,
    fired boolean DEFAULT false NOT NULL,
    bot text
);


ALTER TABLE chat.timers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat.timers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE chat.updates (
    id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    number_id text,
    field text NOT NULL,
    raw text NOT NULL
)
PARTITION BY RANGE (received_at);


CREATE TABLE chat.updates_202610 (
    id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    number_id text,
    field text NOT NULL,
    raw text NOT NULL
);


CREATE TABLE chat.updates_202611 (
    id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    number_id text,
    field text NOT NULL,
    raw text NOT NULL
);


CREATE TABLE chat.updates_202612 (
    id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    number_id text,
    field text NOT NULL,
    raw text NOT NULL
);


CREATE TABLE chat.updates_202701 (
    id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    number_id text,
    field text NOT NULL,
    raw text NOT NULL
);


CREATE TABLE chat.updates_default (
    id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL,
    number_id text,
    field text NOT NULL,
    raw text NOT NULL
);


ALTER TABLE chat.updates ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME chat.updates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE events.consumed (
    event_id text NOT NULL,
    receiver text NOT NULL,
    event_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
)
PARTITION BY RANGE (event_at);


CREATE TABLE events.consumed_202610 (
    event_id text NOT NULL,
    receiver text NOT NULL,
    event_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE events.consumed_202611 (
    event_id text NOT NULL,
    receiver text NOT NULL,
    event_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE events.consumed_202612 (
    event_id text NOT NULL,
    receiver text NOT NULL,
    event_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE events.consumed_202701 (
    event_id text NOT NULL,
    receiver text NOT NULL,
    event_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE events.consumed_default (
    event_id text NOT NULL,
    receiver text NOT NULL,
    event_at timestamp with time zone NOT NULL,
    workspace_id bigint NOT NULL
);


CREATE TABLE events.dead_letters (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    source text NOT NULL,
    receiver text,
    conversation_id bigint,
    cause text NOT NULL,
    payload text NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL,
    died_at timestamp with time zone NOT NULL,
    replays integer DEFAULT 0 NOT NULL,
    replayed_at timestamp with time zone,
    CONSTRAINT dead_letters_source_check CHECK ((source = ANY (ARRAY['inbox'::text, 'event'::text, 'outbox'::text])))
);


ALTER TABLE events.dead_letters ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME events.dead_letters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE events.queue (
    id bigint NOT NULL,
    event_id text NOT NULL,
    receiver text NOT NULL,
    type text NOT NULL,
    workspace_id bigint NOT NULL,
    body text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    not_before timestamp with time zone NOT NULL,
    error text,
    created_at timestamp with time zone NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_vacuum_cost_delay='0');


ALTER TABLE events.queue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME events.queue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE host.clock (
    one boolean DEFAULT true NOT NULL,
    ahead_us bigint NOT NULL,
    CONSTRAINT clock_ahead_us_check CHECK ((ahead_us >= 0)),
    CONSTRAINT clock_one_check CHECK (one)
);


CREATE TABLE host.schedules (
    name text NOT NULL,
    schedule text NOT NULL,
    next_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone
);


CREATE TABLE images.charts (
    event_id text NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    store_key text NOT NULL,
    is_drawn boolean DEFAULT false NOT NULL,
    at timestamp with time zone NOT NULL
);


CREATE TABLE images.jobs (
    order_id bigint NOT NULL,
    attempt integer NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    bot text NOT NULL,
    title text NOT NULL,
    request jsonb NOT NULL,
    state text NOT NULL,
    tune_id bigint,
    trained_at timestamp with time zone,
    expires_at timestamp with time zone,
    looks integer DEFAULT 0 NOT NULL,
    next_look_at timestamp with time zone,
    is_told boolean DEFAULT false NOT NULL,
    error text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT jobs_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'unknown'::text, 'training'::text, 'ready'::text, 'failed'::text, 'erased'::text])))
);


CREATE TABLE images.looks (
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    day date NOT NULL,
    count integer NOT NULL
);


CREATE TABLE images.packs (
    id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    cover_url text,
    cover_key text,
    costs jsonb NOT NULL,
    examples text[] DEFAULT '{}'::text[] NOT NULL,
    video_key text,
    is_listed boolean DEFAULT true NOT NULL,
    read_at timestamp with time zone NOT NULL
);


CREATE TABLE images.photos (
    message_id text NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    store_key text,
    sha256 text,
    fingerprint bigint,
    inspection jsonb,
    fault text,
    checked boolean DEFAULT false NOT NULL,
    at timestamp with time zone NOT NULL
);


CREATE TABLE images.results (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    attempt integer NOT NULL,
    workspace_id bigint NOT NULL,
    source text NOT NULL,
    store_key text NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE images.results ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME images.results_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE money.accounts (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    kind text NOT NULL,
    owner text DEFAULT ''::text NOT NULL,
    currency character(3) NOT NULL,
    floored boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT accounts_currency_check CHECK (((currency)::text = upper((currency)::text)))
);


ALTER TABLE money.accounts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME money.accounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE VIEW money.balances AS
SELECT
    NULL::bigint AS account_id,
    NULL::bigint AS workspace_id,
    NULL::text AS kind,
    NULL::text AS owner,
    NULL::character(3) AS currency,
    NULL::boolean AS floored,
    NULL::bigint AS balance;


CREATE TABLE money.entries (
    movement_id bigint NOT NULL,
    account_id bigint NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT entries_amount_check CHECK ((amount <> 0))
);


CREATE TABLE money.movements (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    key text NOT NULL,
    reason text NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    currency character(3) NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE money.movements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME money.movements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE money.order_history (
    order_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    state text NOT NULL,
    cause text NOT NULL
);


CREATE TABLE money.orders (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    bot text NOT NULL,
    item jsonb NOT NULL,
    amount bigint NOT NULL,
    currency character(3) NOT NULL,
    state text NOT NULL,
    reference text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    number integer DEFAULT 0 NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    provider text,
    session text,
    checkout_url text,
    ask_at timestamp with time zone,
    CONSTRAINT orders_amount_check CHECK ((amount > 0)),
    CONSTRAINT orders_currency_check CHECK (((currency)::text = upper((currency)::text))),
    CONSTRAINT orders_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'fulfilled'::text, 'refunding'::text, 'refunded'::text, 'cancelled'::text])))
);


ALTER TABLE money.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME money.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE money.payments (
    provider text NOT NULL,
    payment_id text NOT NULL,
    workspace_id bigint NOT NULL,
    order_id bigint,
    amount bigint NOT NULL,
    currency character(3) NOT NULL,
    state text NOT NULL,
    reason text,
    at timestamp with time zone NOT NULL,
    refund_reason text,
    refund_at timestamp with time zone,
    refund_tries integer DEFAULT 0 NOT NULL,
    refund_id text,
    CONSTRAINT payments_state_check CHECK ((state = ANY (ARRAY['credited'::text, 'held'::text, 'refunding'::text, 'refunded'::text])))
);


CREATE TABLE money.webhooks (
    provider text NOT NULL,
    event_id text NOT NULL,
    workspace_id bigint NOT NULL,
    outcome text NOT NULL,
    body text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    order_id bigint
);


CREATE TABLE platform.grants (
    app text NOT NULL,
    privileges text NOT NULL,
    object text NOT NULL,
    CONSTRAINT grants_app_check CHECK ((app = ANY (ARRAY['messages'::text, 'images'::text, 'payments'::text, 'maintenance'::text, 'admin'::text])))
);


CREATE TABLE platform.numbers (
    number_id text NOT NULL,
    workspace_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


CREATE TABLE platform.reports (
    id bigint NOT NULL,
    workspace_id bigint NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    ok boolean NOT NULL,
    body jsonb NOT NULL
);


ALTER TABLE platform.reports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.reports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE platform.workspaces (
    id bigint NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE platform.workspaces ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME platform.workspaces_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.schema_migrations (
    number integer NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE ONLY chat.messages ATTACH PARTITION chat.messages_202610 FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00');


ALTER TABLE ONLY chat.messages ATTACH PARTITION chat.messages_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


ALTER TABLE ONLY chat.messages ATTACH PARTITION chat.messages_202612 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');


ALTER TABLE ONLY chat.messages ATTACH PARTITION chat.messages_202701 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');


ALTER TABLE ONLY chat.messages ATTACH PARTITION chat.messages_default DEFAULT;


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261122 FOR VALUES FROM ('2026-11-22 00:00:00+00') TO ('2026-11-23 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261123 FOR VALUES FROM ('2026-11-23 00:00:00+00') TO ('2026-11-24 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261124 FOR VALUES FROM ('2026-11-24 00:00:00+00') TO ('2026-11-25 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261125 FOR VALUES FROM ('2026-11-25 00:00:00+00') TO ('2026-11-26 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261126 FOR VALUES FROM ('2026-11-26 00:00:00+00') TO ('2026-11-27 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261127 FOR VALUES FROM ('2026-11-27 00:00:00+00') TO ('2026-11-28 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261128 FOR VALUES FROM ('2026-11-28 00:00:00+00') TO ('2026-11-29 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261129 FOR VALUES FROM ('2026-11-29 00:00:00+00') TO ('2026-11-30 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261130 FOR VALUES FROM ('2026-11-30 00:00:00+00') TO ('2026-12-01 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261201 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2026-12-02 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261202 FOR VALUES FROM ('2026-12-02 00:00:00+00') TO ('2026-12-03 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_20261203 FOR VALUES FROM ('2026-12-03 00:00:00+00') TO ('2026-12-04 00:00:00+00');


ALTER TABLE ONLY chat.seen ATTACH PARTITION chat.seen_default DEFAULT;


ALTER TABLE ONLY chat.statuses ATTACH PARTITION chat.statuses_202610 FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00');


ALTER TABLE ONLY chat.statuses ATTACH PARTITION chat.statuses_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


ALTER TABLE ONLY chat.statuses ATTACH PARTITION chat.statuses_202612 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');


ALTER TABLE ONLY chat.statuses ATTACH PARTITION chat.statuses_202701 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');


ALTER TABLE ONLY chat.statuses ATTACH PARTITION chat.statuses_default DEFAULT;


ALTER TABLE ONLY chat.updates ATTACH PARTITION chat.updates_202610 FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00');


ALTER TABLE ONLY chat.updates ATTACH PARTITION chat.updates_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


ALTER TABLE ONLY chat.updates ATTACH PARTITION chat.updates_202612 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');


ALTER TABLE ONLY chat.updates ATTACH PARTITION chat.updates_202701 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');


ALTER TABLE ONLY chat.updates ATTACH PARTITION chat.updates_default DEFAULT;


ALTER TABLE ONLY events.consumed ATTACH PARTITION events.consumed_202610 FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00');


ALTER TABLE ONLY events.consumed ATTACH PARTITION events.consumed_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


ALTER TABLE ONLY events.consumed ATTACH PARTITION events.consumed_202612 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');


ALTER TABLE ONLY events.consumed ATTACH PARTITION events.consumed_202701 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');


ALTER TABLE ONLY events.consumed ATTACH PARTITION events.consumed_default DEFAULT;




INSERT INTO chat.consents OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 11, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.594739+00', NULL),
	(2, 1, 14, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.611615+00', NULL),
	(3, 1, 16, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.616775+00', NULL),
	(4, 1, 10, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.621905+00', NULL),
	(5, 1, 12, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.627355+00', NULL),
	(6, 1, 15, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.648575+00', NULL),
	(7, 1, 17, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.654688+00', NULL),
	(8, 1, 25, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:24.674878+00', NULL),
	(9, 1, 17, 'portraits.order', '1', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', 'en', '2026-11-30 10:08:44.691957+00', NULL),
	(10, 1, 25, 'portraits.order', '1', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', 'en', '2026-11-30 10:08:44.712146+00', NULL),
	(11, 1, 16, 'portraits.order', '1', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', 'en', '2026-11-30 10:08:44.728361+00', NULL),
	(12, 1, 26, 'portraits.photos', '1', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', 'en', '2026-11-30 10:08:51.379185+00', NULL),
	(13, 1, 26, 'portraits.order', '1', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', 'en', '2026-11-30 10:09:00.214115+00', NULL);


INSERT INTO chat.conversations VALUES
	(4, 1, 4, '100000000000004', 'habits', 'Tracking', '{"zone": "Europe/London", "topic": {"at": "2026-11-30T10:08:25.034753+00:00", "habit": 1}, "habits": [{"id": 1, "best": 0, "days": {"weekdays": 127, "everyWeeks": 1}, "lost": 0, "name": "Water", "open": [{"day": "2026-11-30", "count": 3, "isDone": false, "endTold": false, "isFrozen": false, "startTold": true}], "unit": "glasses", "marks": "", "since": "2026-11-30", "streak": 0, "target": 8, "deadline": "21:00", "isShared": false, "needsProof": false}], "lastId": 1, "proofs": [], "seenTo": "2026-11-30T10:08:25.034753+00:00", "untold": [], "charges": [], "strikes": [], "wakesAt": "2026-11-30T20:00:00+00:00", "wroteAt": "2026-11-30T10:08:25.034753+00:00", "lastMark": {"at": "2026-11-30T10:08:25.034753+00:00", "day": "2026-11-30", "count": 0, "habit": 1, "wasDone": false}, "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', 'en', NULL, 'none', false, 2, '2026-11-30 10:08:24+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.039105+00', 4, 4, NULL),
	(5, 1, 5, '100000000000004', 'habits', 'Asking', '{"zone": "Europe/London", "topic": {"at": "2026-11-30T10:08:24.147167+00:00", "habit": 1}, "habits": [{"id": 1, "best": 0, "days": {"weekdays": 127, "everyWeeks": 1}, "lost": 0, "name": "Walk", "open": [{"day": "2026-11-30", "count": 0, "isDone": false, "endTold": false, "isFrozen": false, "startTold": true}], "marks": "", "since": "2026-11-30", "streak": 0, "deadline": "21:00", "isShared": false, "needsProof": false}], "lastId": 1, "proofs": [], "seenTo": "2026-11-30T10:08:24.684573+00:00", "untold": [], "charges": [], "strikes": [], "wakesAt": "2026-11-30T20:00:00+00:00", "wroteAt": "2026-11-30T10:08:24.684573+00:00", "question": {"at": "2026-11-30T10:08:24.684573+00:00", "kind": 5, "habit": 0}, "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', NULL, NULL, 'none', false, 2, '2026-11-30 10:08:24+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.103785+00', 4, 4, NULL),
	(2, 1, 2, '100000000000002', 'echo', 'Echoing', '{"Count": 1}', '{}', NULL, NULL, 'none', false, 1, '2026-11-30 10:08:22+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:23.964819+00', 1, 1, NULL),
	(1, 1, 1, '100000000000004', 'habits', 'Tracking', '{"zone": "Europe/London", "topic": {"at": "2026-11-30T10:08:23.100164+00:00", "habit": 1}, "habits": [{"id": 1, "best": 0, "days": {"weekdays": 127, "everyWeeks": 1}, "lost": 0, "name": "Walk", "open": [{"day": "2026-11-30", "count": 0, "isDone": false, "endTold": false, "isFrozen": false, "startTold": true}], "marks": "", "since": "2026-11-30", "streak": 0, "deadline": "21:00", "isShared": false, "needsProof": false}], "lastId": 1, "proofs": [], "seenTo": "2026-11-30T10:08:23.100164+00:00", "untold": [], "charges": [], "strikes": [], "wakesAt": "2026-11-30T20:00:00+00:00", "wroteAt": "2026-11-30T10:08:23.100164+00:00", "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', NULL, NULL, 'none', false, 1, '2026-11-30 10:08:22+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:22.654455+00', 3, 3, NULL),
	(3, 1, 3, '100000000000004', 'habits', 'Tracking', '{"zone": "Europe/London", "topic": {"at": "2026-11-30T10:08:24.012112+00:00", "habit": 1}, "habits": [{"id": 1, "best": 0, "days": {"weekdays": 127, "everyWeeks": 1}, "lost": 0, "name": "Walk", "open": [], "marks": "", "since": "2026-11-30", "start": "10:20", "streak": 0, "deadline": "16:08", "isShared": false, "needsProof": false}], "lastId": 1, "proofs": [], "seenTo": "2026-11-30T10:08:24.012112+00:00", "untold": [], "charges": [], "strikes": [], "wakesAt": "2026-11-30T10:20:00+00:00", "wroteAt": "2026-11-30T10:08:24.012112+00:00", "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', 'en', NULL, 'none', false, 1, '2026-11-30 10:08:22+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.001596+00', 3, 3, NULL),
	(9, 1, 9, '100000000000003', 'portraits', 'PhotoTerms', '{"packs": [], "models": [], "orders": [], "photos": []}', '{}', 'en', NULL, 'none', false, 2, '2026-11-30 10:08:24+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.32049+00', 3, 3, NULL),
	(6, 1, 6, '100000000000004', 'habits', 'Paused', '{"zone": "Europe/London", "pause": {"from": "2026-11-30", "until": "2026-12-03", "forSilence": false}, "topic": {"at": "2026-11-30T10:08:24.207435+00:00", "habit": 1}, "habits": [{"id": 1, "best": 0, "days": {"weekdays": 127, "everyWeeks": 1}, "lost": 0, "name": "Walk", "open": [{"day": "2026-11-30", "count": 0, "isDone": false, "endTold": false, "isFrozen": false, "startTold": true}], "marks": "", "since": "2026-11-30", "streak": 0, "deadline": "21:00", "isShared": false, "needsProof": false}], "lastId": 1, "proofs": [], "seenTo": "2026-11-30T10:08:25.250723+00:00", "untold": [], "charges": [], "strikes": [], "wakesAt": "2026-12-03T07:00:00+00:00", "wroteAt": "2026-11-30T10:08:25.250723+00:00", "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', 'en', NULL, 'none', false, 2, '2026-11-30 10:08:24+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.195313+00', 4, 4, NULL),
	(8, 1, 8, '100000000000003', 'portraits', 'New', '{"packs": [], "models": [], "orders": [], "photos": []}', '{}', 'en', NULL, 'none', false, 1, '2026-11-30 10:08:22+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.251743+00', 2, 2, NULL),
	(7, 1, 7, '100000000000004', 'habits', 'Tracking', '{"zone": "Europe/London", "topic": {"at": "2026-11-30T10:08:24.235186+00:00", "habit": 1}, "habits": [{"id": 1, "best": 0, "days": {"weekdays": 127, "everyWeeks": 1}, "lost": 0, "name": "Walk", "open": [{"day": "2026-11-30", "count": 0, "isDone": false, "endTold": false, "isFrozen": false, "startTold": true}], "marks": "", "since": "2026-11-30", "streak": 0, "deadline": "21:00", "isShared": false, "needsProof": false}], "lastId": 1, "proofs": [], "seenTo": "2026-11-30T10:09:02.270973+00:00", "untold": [], "charges": [], "strikes": [], "wakesAt": "2026-11-30T20:00:00+00:00", "wroteAt": "2026-11-30T10:09:02.270973+00:00", "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', 'en', NULL, 'none', false, 2, '2026-11-30 10:09:02+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.215161+00', 4, 3, NULL),
	(18, 1, 18, '100000000000004', 'habits', 'Asking', '{"zone": "Europe/London", "habits": [], "lastId": 0, "proofs": [], "seenTo": "2026-11-30T10:08:24.438066+00:00", "untold": [], "charges": [], "strikes": [], "wroteAt": "2026-11-30T10:08:24.438066+00:00", "question": {"at": "2026-11-30T10:08:24.438066+00:00", "kind": 0, "draft": {"days": {"weekdays": 127, "everyWeeks": 1}}, "habit": 0}, "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', 'en', NULL, 'none', false, 1, '2026-11-30 10:08:22+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.430098+00', 2, 2, NULL),
	(10, 1, 10, '100000000000003', 'portraits', 'Collecting', '{"packs": [], "models": [], "orders": [], "photos": [{"at": "2026-11-30T10:08:25.902864+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=", "class": "woman", "light": 143.53407287597656, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2307.4555148870045, "fingerprint": "2a95a9ad2dadc9b2"}], "hasAgreed": true}', '{}', 'en', NULL, 'none', false, 7, '2026-11-30 10:08:24+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.332088+00', 6, 6, NULL),
	(11, 1, 11, '100000000000003', 'portraits', 'PicturesLoaded', '{"packs": [], "models": [], "orders": [], "photos": [{"at": "2026-11-30T10:08:25.981973+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=", "class": "woman", "light": 141.1630401611328, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2358.3804476360037, "fingerprint": "aa5525b56aaa4a5a"}, {"at": "2026-11-30T10:08:26.162822+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=", "class": "woman", "light": 144.97186279296875, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2390.205343299768, "fingerprint": "54aa556555aaaa55"}, {"at": "2026-11-30T10:08:26.641778+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=", "class": "woman", "light": 145.20553588867188, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2355.9432071329884, "fingerprint": "aaa6756a5aadaa99"}, {"at": "2026-11-30T10:08:27.00843+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=", "class": "woman", "light": 140.29566955566406, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2347.269467863793, "fingerprint": "aa25524baa5996aa"}], "hasAgreed": true, "isReviewed": true}', '{}', 'en', NULL, 'none', false, 13, '2026-11-30 10:08:25+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.343735+00', 10, 10, NULL),
	(19, 1, 19, '100000000000004', 'habits', 'ChoosingLadder', '{"tone": 1, "zone": "Europe/London", "habits": [], "lastId": 0, "proofs": [], "seenTo": "2026-11-30T10:08:25.67978+00:00", "untold": [], "charges": [], "strikes": [], "wroteAt": "2026-11-30T10:08:25.67978+00:00", "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', 'en', NULL, 'none', false, 2, '2026-11-30 10:08:24+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.446556+00', 5, 5, NULL),
	(13, 1, 13, '100000000000001', 'hub', 'Choosing', '{}', '{}', 'en', NULL, 'none', false, 1, '2026-11-30 10:08:22+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.3655+00', 2, 2, NULL),
	(20, 1, 20, '100000000000004', 'habits', 'New', '{"zone": "Europe/London", "habits": [], "lastId": 0, "proofs": [], "seenTo": "2026-11-30T10:08:24.474099+00:00", "untold": [], "charges": [], "strikes": [], "wroteAt": "2026-11-30T10:08:24.474099+00:00", "quietFrom": "22:00", "zoneAsked": false, "quietUntil": "07:00", "punishments": [], "fingerprints": [], "firstPunishment": 0}', '{}', 'en', NULL, 'none', false, 1, '2026-11-30 10:08:22+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.460204+00', 3, 3, NULL),
	(24, 1, 24, '100000000000001', 'echo', 'Echoing', '{"Count": 1}', '{"hub": {"data": "{}", "state": "Choosing"}}', 'en', NULL, 'none', false, 3, '2026-11-30 10:08:25+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.51285+00', 5, 5, NULL),
	(25, 1, 25, '100000000000003', 'portraits', 'WritingFeedback', '{"pack": 260, "tier": "lite", "packs": [{"id": 260, "cover": "3771776c426d6566bd79a81747c7c055.png", "title": "Corporate Headshots", "images": 12}, {"id": 261, "cover": "244e6fd048e051ef8dee0fec208ae659.png", "title": "City Nights", "images": 12}], "models": [{"tune": 1700001, "class": "woman", "order": 1, "expiresAt": "2026-12-30T10:08:47.234+00:00", "trainedAt": "2026-11-30T10:08:47.234+00:00"}], "orders": [{"id": 2, "url": "http://127.0.0.1:37937/pay/cs_M9PkoCW8Ily1ryRIts", "pack": 260, "tier": "lite", "class": "woman", "stage": "Delivered", "title": "Corporate Headshots", "amount": 900, "images": 12, "number": 1, "photos": ["wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=", "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=", "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=", "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA="], "rating": 2, "attempt": 1, "readyAt": "2026-11-30T10:08:47.079+00:00", "currency": "USD", "download": "http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4yOjE.n2bfcG8RHcPp3RL8QvwCyguUeyUTJXJ3iB_aD2MNRBQ", "linkedAt": "2026-11-30T10:08:44.830832+00:00", "pictures": ["bab5a2670c2b75dd6966b066953f8131.png", "2a4727d1c528fc8e2a3205b4725521fc.png", "777e92516187a31e0aaeb2e2540f2733.png", "47eccac8d83de6dda25b38cd353d7c01.png", "f870f076a0455bd6777a264d9e93612f.png", "72b24b32d85c4863f6c4e7394c4ab9dd.png", "c92845f4361efd4930ab851b7cbba44d.png", "2dd6f8be72e3a3bc4b5459fad0dad02a.png", "8e8e5c64622b1551363dd003ed3960dc.png", "49197e7f7c0420c320954d8694ba8aa3.png", "8c05ae02b488cdf03015d522ea628415.png", "9dff8c5f7abeba1148423ee62afc2fc8.png"]}], "photos": [{"at": "2026-11-30T10:08:26.243511+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=", "class": "woman", "light": 146.20663452148438, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2289.1950357462392, "fingerprint": "565aa5b54c6aacd9"}, {"at": "2026-11-30T10:08:26.534595+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=", "class": "woman", "light": 139.71360778808594, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2315.817749827297, "fingerprint": "adaaa9ac55a56c55"}, {"at": "2026-11-30T10:08:26.888002+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=", "class": "woman", "light": 136.6028594970703, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2444.908658305544, "fingerprint": "56aa66aa5514aaa5"}, {"at": "2026-11-30T10:08:27.136978+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=", "class": "woman", "light": 143.3710174560547, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2380.967496348262, "fingerprint": "52a54bb5aa546a55"}], "isWarned": true, "hasAgreed": true, "isReviewed": true, "writesAbout": 1}', '{}', 'en', NULL, 'none', false, 22, '2026-11-30 10:08:51+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.522713+00', 32, 32, NULL),
	(21, 1, 21, '100000000000002', 'echo', 'Echoing', '{"Count": 4}', '{}', 'en', NULL, 'none', false, 4, '2026-11-30 10:09:02+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.477501+00', 4, 1, NULL),
	(22, 1, 22, '100000000000002', 'echo', 'Echoing', '{"Count": 4}', '{}', 'en', NULL, 'none', false, 4, '2026-11-30 10:09:02+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.487453+00', 4, 1, NULL),
	(23, 1, 23, '100000000000002', 'echo', 'Echoing', '{"Count": 4}', '{}', 'en', NULL, 'none', false, 4, '2026-11-30 10:09:02+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.497465+00', 4, 1, NULL),
	(16, 1, 16, '100000000000003', 'portraits', 'AwaitingPayment', '{"pack": 260, "tier": "lite", "packs": [{"id": 260, "cover": "3771776c426d6566bd79a81747c7c055.png", "title": "Corporate Headshots", "images": 12}, {"id": 261, "cover": "244e6fd048e051ef8dee0fec208ae659.png", "title": "City Nights", "images": 12}], "models": [], "orders": [{"id": 3, "url": "http://127.0.0.1:37937/pay/cs_xxbCwEOxGwvRfFcFXy", "pack": 260, "tier": "lite", "class": "woman", "stage": "Open", "title": "Corporate Headshots", "amount": 900, "images": 12, "number": 1, "photos": ["wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=", "wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=", "wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=", "wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA="], "attempt": 1, "currency": "USD", "linkedAt": "2026-11-30T10:08:44.845265+00:00", "pictures": []}], "photos": [{"at": "2026-11-30T10:08:25.971178+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=", "class": "woman", "light": 143.3224334716797, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2325.8903370497933, "fingerprint": "5a6aca95ad352aa5"}, {"at": "2026-11-30T10:08:26.204132+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=", "class": "woman", "light": 141.14718627929688, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2345.5745700722987, "fingerprint": "aa96aaa9554a5556"}, {"at": "2026-11-30T10:08:26.47093+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=", "class": "woman", "light": 143.2449951171875, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2383.1482719809323, "fingerprint": "a6d6aa35aab5664a"}, {"at": "2026-11-30T10:08:26.896286+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=", "class": "woman", "light": 144.14407348632812, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2216.577466940785, "fingerprint": "aa6a65a5a68aa595"}], "hasAgreed": true, "isReviewed": true}', '{}', 'en', NULL, 'none', false, 18, '2026-11-30 10:08:44+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.405218+00', 15, 15, NULL),
	(14, 1, 14, '100000000000003', 'portraits', 'ChoosingPack', '{"tier": "lite", "packs": [{"id": 260, "cover": "3771776c426d6566bd79a81747c7c055.png", "title": "Corporate Headshots", "images": 12}, {"id": 261, "cover": "244e6fd048e051ef8dee0fec208ae659.png", "title": "City Nights", "images": 12}], "models": [], "orders": [], "photos": [{"at": "2026-11-30T10:08:25.854685+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=", "class": "woman", "light": 145.5421905517578, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2418.9190263004493, "fingerprint": "ad9ba5aa52b255ad"}, {"at": "2026-11-30T10:08:26.141764+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=", "class": "woman", "light": 142.54913330078125, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2388.725680442712, "fingerprint": "526a55aad4525664"}, {"at": "2026-11-30T10:08:26.669624+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=", "class": "woman", "light": 139.75160217285156, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2370.204970463912, "fingerprint": "355a54aaaa6a9a5a"}, {"at": "2026-11-30T10:08:26.973642+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=", "class": "woman", "light": 138.18801879882812, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2371.1793198564774, "fingerprint": "295592696a9a936a"}], "hasAgreed": true, "isReviewed": true}', '{}', 'en', NULL, 'none', false, 15, '2026-11-30 10:08:44+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.38377+00', 13, 13, NULL),
	(15, 1, 15, '100000000000003', 'portraits', 'AgreeingTerms', '{"pack": 260, "tier": "lite", "packs": [{"id": 260, "cover": "3771776c426d6566bd79a81747c7c055.png", "title": "Corporate Headshots", "images": 12}, {"id": 261, "cover": "244e6fd048e051ef8dee0fec208ae659.png", "title": "City Nights", "images": 12}], "models": [], "orders": [], "photos": [{"at": "2026-11-30T10:08:25.916455+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=", "class": "woman", "light": 142.4970703125, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2349.6877208559813, "fingerprint": "d65567aa5a6aaa6d"}, {"at": "2026-11-30T10:08:26.270408+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=", "class": "woman", "light": 144.9729461669922, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2324.0170493844616, "fingerprint": "a935a9a94aa9d253"}, {"at": "2026-11-30T10:08:26.586454+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=", "class": "woman", "light": 141.3216552734375, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2307.7244398482535, "fingerprint": "a6aa5a54a5d4a632"}, {"at": "2026-11-30T10:08:26.91412+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=", "class": "woman", "light": 141.54757690429688, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2486.8601403658645, "fingerprint": "ad54336a96aa592a"}], "hasAgreed": true, "isReviewed": true}', '{}', 'en', NULL, 'none', false, 16, '2026-11-30 10:08:44+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.395583+00', 14, 14, NULL),
	(26, 1, 26, '100000000000003', 'portraits', 'Training', '{"pack": 260, "tier": "lite", "packs": [{"id": 260, "cover": "3771776c426d6566bd79a81747c7c055.png", "title": "Corporate Headshots", "images": 12}, {"id": 261, "cover": "244e6fd048e051ef8dee0fec208ae659.png", "title": "City Nights", "images": 12}], "models": [], "orders": [{"id": 4, "url": "http://127.0.0.1:37937/pay/cs_FUt0TcYZLx5JmCaknj", "pack": 260, "tier": "lite", "class": "woman", "stage": "Making", "title": "Corporate Headshots", "amount": 900, "images": 12, "number": 1, "photos": ["wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=", "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=", "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=", "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA="], "attempt": 1, "readyAt": "2026-11-30T10:09:03.026+00:00", "currency": "USD", "linkedAt": "2026-11-30T10:09:00.236015+00:00", "pictures": []}], "photos": [{"at": "2026-11-30T10:08:51.438672+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=", "class": "woman", "light": 136.277587890625, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2433.7303128826993, "fingerprint": "52a95aa86aad55b2"}, {"at": "2026-11-30T10:08:51.470544+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=", "class": "woman", "light": 147.2962188720703, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2401.278721557443, "fingerprint": "d5aa55c9abb5d655"}, {"at": "2026-11-30T10:08:51.493309+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=", "class": "woman", "light": 144.61178588867188, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2312.4770752521, "fingerprint": "2aeda996aa526b49"}, {"at": "2026-11-30T10:08:51.502045+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=", "class": "woman", "light": 136.35687255859375, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2375.3515049941007, "fingerprint": "aab5ab56295aabaa"}], "hasAgreed": true, "isReviewed": true}', '{}', 'en', NULL, 'none', false, 20, '2026-11-30 10:09:00+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:51.368238+00', 17, 17, NULL),
	(17, 1, 17, '100000000000003', 'portraits', 'TuneReady', '{"pack": 260, "tier": "lite", "packs": [{"id": 260, "cover": "3771776c426d6566bd79a81747c7c055.png", "title": "Corporate Headshots", "images": 12}, {"id": 261, "cover": "244e6fd048e051ef8dee0fec208ae659.png", "title": "City Nights", "images": 12}], "models": [{"tune": 1700002, "class": "woman", "order": 1, "expiresAt": "2026-12-30T10:08:47.237+00:00", "trainedAt": "2026-11-30T10:08:47.237+00:00"}], "orders": [{"id": 1, "url": "http://127.0.0.1:37937/pay/cs_pgnk3wSq043JzCkelP", "pack": 260, "tier": "lite", "class": "woman", "stage": "Delivered", "title": "Corporate Headshots", "amount": 900, "images": 12, "number": 1, "photos": ["wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=", "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=", "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=", "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA="], "attempt": 1, "readyAt": "2026-11-30T10:08:47.101+00:00", "currency": "USD", "download": "http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4xOjE.3nfc5Sq8BfMT5EBybER3MvFITEl4c1zXknM9lDo4y4s", "linkedAt": "2026-11-30T10:08:44.841072+00:00", "pictures": ["f9838e6fced81fc45b880244169e279b.png", "3c9444572adc779488c8630026c1c2a0.png", "c6f2dbfcd1ab64e692a4dd6929e009d3.png", "de9991d887789f9b35a50f6157d58931.png", "a69631ac9d05d8db02a76d904630ef23.png", "d46d4e238620422ebf18643c09cdd416.png", "080131f118a715fecef9fcdd2a1f8e1b.png", "2d8393e7cacd2f02f6178b389c97e8ec.png", "28972312a29c48ffd03ade9f3cff97f5.png", "a60588653fa854cde76dedf8ac2a94e2.png", "b6209ff04c65c39c525c0936c8792c4c.png", "beb523a6d1287635e03caa20f8f3cb27.png"]}], "photos": [{"at": "2026-11-30T10:08:26.432934+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=", "class": "woman", "light": 144.42762756347656, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2327.7608033332504, "fingerprint": "ab5352aad225aa5a"}, {"at": "2026-11-30T10:08:26.776192+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=", "class": "woman", "light": 138.0330047607422, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2298.0634568808973, "fingerprint": "564e656aa9d66aac"}, {"at": "2026-11-30T10:08:27.078812+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=", "class": "woman", "light": 152.3307342529297, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2327.898704748592, "fingerprint": "d5555aa9a5cab555"}, {"at": "2026-11-30T10:08:27.148802+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=", "class": "woman", "light": 147.97975158691406, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2327.6616929781385, "fingerprint": "aa52556a2553ca4b"}], "isWarned": true, "hasAgreed": true, "isReviewed": true}', '{}', 'en', NULL, 'none', false, 21, '2026-11-30 10:08:44+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.415201+00', 31, 31, NULL),
	(12, 1, 12, '100000000000003', 'portraits', 'ChoosingTier', '{"packs": [], "models": [], "orders": [], "photos": [{"at": "2026-11-30T10:08:25.959244+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=", "class": "woman", "light": 139.75863647460938, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2330.583172888616, "fingerprint": "55952a55d5556b95"}, {"at": "2026-11-30T10:08:26.301807+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=", "class": "woman", "light": 143.29750061035156, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2370.30347409189, "fingerprint": "2555a6ab2a54d5a5"}, {"at": "2026-11-30T10:08:26.712402+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=", "class": "woman", "light": 142.65882873535156, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2309.4513141717475, "fingerprint": "b5adb55db56d2d5a"}, {"at": "2026-11-30T10:08:26.985327+00:00", "id": "wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=", "class": "woman", "light": 139.93719482421875, "stage": "Accepted", "traits": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}, "sharpness": 2331.3157342437817, "fingerprint": "56aad5a5ab525554"}], "hasAgreed": true, "isReviewed": true}', '{}', 'en', NULL, 'none', false, 13, '2026-11-30 10:08:44+00', NULL, NULL, 0, NULL, NULL, NULL, '2026-11-30 10:08:24.355182+00', 11, 11, NULL);




INSERT INTO chat.identities VALUES
	(1, 'phone', '447700900005', 1),
	(1, 'phone', '15550100001', 2),
	(1, 'phone', '447700900004', 3),
	(1, 'phone', '447700900006', 4),
	(1, 'phone', '447700900007', 5),
	(1, 'phone', '447700900008', 6),
	(1, 'phone', '447700900009', 7),
	(1, 'phone', '15550101001', 8),
	(1, 'phone', '15550101002', 9),
	(1, 'phone', '15550101003', 10),
	(1, 'phone', '15550101004', 11),
	(1, 'phone', '15550101005', 12),
	(1, 'phone', '15550100002', 13),
	(1, 'phone', '15550101006', 14),
	(1, 'phone', '15550101007', 15),
	(1, 'phone', '15550101008', 16),
	(1, 'phone', '15550101009', 17),
	(1, 'phone', '447700900003', 18),
	(1, 'phone', '447700900002', 19),
	(1, 'phone', '447700900001', 20),
	(1, 'phone', '15550100006', 21),
	(1, 'phone', '15550100005', 22),
	(1, 'phone', '15550100004', 23),
	(1, 'phone', '15550100003', 24),
	(1, 'phone', '15550101010', 25),
	(1, 'phone', '15550101011', 26);




INSERT INTO chat.media VALUES
	(1, 1, 15, 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=', '900000000000009', 'b5e26883cee745ee43066fc11b674144.png', 'image/png', 353112, '81ba861f38bb3961537e524cfac3cc5fb0bc7bfd338b06abe247e03137d8f7da', NULL, '2026-11-30 10:08:26.333093+00'),
	(7, 1, 15, 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=', '900000000000003', '8ebed38ac038a54d718a498ff878cdf6.png', 'image/png', 349532, 'e142cb05b0ca7e0e658d7241a551418492ff20638c9f2675384be6fc9874cc9a', NULL, '2026-11-30 10:08:26.327401+00'),
	(3, 1, 16, 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=', '900000000000006', 'f2fb492e0bfb32648ff48838578a6d4c.png', 'image/png', 351607, '1d42c3ae1ed12955fe0308096adf8892facca4b9be4b472cf0fcddf19af13e65', NULL, '2026-11-30 10:08:26.338272+00'),
	(4, 1, 11, 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=', '900000000000005', '220fd1fda94f5365135ce51475a44b99.png', 'image/png', 351741, '640192cd4d2a0d8f1fad9b85f3c9c9ffaa89b7daf39675dc6cc5b2a8d4810cbb', NULL, '2026-11-30 10:08:26.327458+00'),
	(6, 1, 11, 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=', '900000000000011', 'd7c9e5747412db721597f4543cb75cf6.png', 'image/png', 351516, 'c0772b5c2d79d8618a11f4ed0775836fdce027630f5d156cb0a75a19324f3e43', NULL, '2026-11-30 10:08:26.327448+00'),
	(9, 1, 14, 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=', '900000000000008', '1092f2e66a77a185c5617ede07724118.png', 'image/png', 351734, '49e9f9ac18f32b6533ed450be51fcdf4ae8f268928dfb5c072c703e704beeb8a', NULL, '2026-11-30 10:08:26.327427+00'),
	(8, 1, 12, 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=', '900000000000004', 'fd26109fc338a6b0bfe6605276522325.png', 'image/png', 351159, 'd2c71dd90fab26f65a72df7a5b64a261497c36eb884c48eb86cc30f33e31ef5f', NULL, '2026-11-30 10:08:26.338548+00'),
	(2, 1, 10, 'wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=', '900000000000001', '490cd3ab7ca9c8b02bcf4af70e101f80.png', 'image/png', 353177, 'fda65244343ac8db7e73c598dc2064732a760c8317e48435c4b9f111414b0556', NULL, '2026-11-30 10:08:26.327438+00'),
	(5, 1, 16, 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=', '900000000000012', '42f1b5f500d5796ea995ac7950d92e77.png', 'image/png', 351614, '0767516e029fc7b0733fa29f7b4f4e610b2a9294f1688bd7e59ee4b73cb4865f', NULL, '2026-11-30 10:08:26.338671+00'),
	(10, 1, 25, 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=', '900000000000007', '6f0a7a1653c0e621b42ccde09c6a9e9e.png', 'image/png', 351063, 'fba4a1613c2b7c6122eeab537c9da9202698417449abcca1ad62a9e4703776bf', NULL, '2026-11-30 10:08:26.357452+00'),
	(11, 1, 14, 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=', '900000000000002', '3ed2552f5c7a3fb074618217cb6b82bb.png', 'image/png', 352896, '74e90c9e18a38e2115fd83d6782d3058a31942fffc36dba1f9cc26d6695484bf', NULL, '2026-11-30 10:08:26.327269+00'),
	(12, 1, 12, 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=', '900000000000010', '22f1afa3a2763c2d6623b3696b418cdf.png', 'image/png', 352345, 'b217f1097888a2700627078c87555ace59f39f73edd671529f48899815a4d075', NULL, '2026-11-30 10:08:26.511706+00'),
	(13, 1, 17, 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=', '900000000000013', 'c600bcd596717c0489f12cc062cb90a3.png', 'image/png', 351034, '6d16701e59a8e647c4aff9ff6cd23debd64a08744f98ca5950b7e1ba3d036e1a', NULL, '2026-11-30 10:08:26.531577+00'),
	(14, 1, 25, 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=', '900000000000017', 'be529ceb968cb41fa7f7c51643490617.png', 'image/png', 349940, '8e3f47b61994b7244b02ff6b68cc7ac0afca7667776bca75d4488d24aa5d30fa', NULL, '2026-11-30 10:08:26.640768+00'),
	(15, 1, 16, 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=', '900000000000016', '06bf4292ce018ce585417f6f8b7b50b1.png', 'image/png', 349571, 'b8c415a2fdabea62a45bb4dc40788df018082bf41746eef7f200b3539299e8c3', NULL, '2026-11-30 10:08:26.780503+00'),
	(16, 1, 15, 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=', '900000000000018', '9ebeaa97f448943d0e6ddee9dc243662.png', 'image/png', 351458, 'd3e9fbec96b3f66fe1689e8acea9d45b3646793aca49d19deee6c14312e0180d', NULL, '2026-11-30 10:08:26.886999+00'),
	(17, 1, 14, 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=', '900000000000015', 'a010a8a11a2b829d139c825adce5ce03.png', 'image/png', 351809, '44175254252b2f7f28a9a22be599177d53a3ef6e034898e30cba29377d9893b9', NULL, '2026-11-30 10:08:26.958475+00'),
	(18, 1, 12, 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=', '900000000000019', '4dad54fe1a1ec89171eee2865fcba41e.png', 'image/png', 352026, '9f9ea1f1544516564257c9eba6e2428ae96840feef077c81fc1690dceb360bb7', NULL, '2026-11-30 10:08:26.999539+00'),
	(19, 1, 11, 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=', '900000000000014', '227dcd6a8ff0366e19aeb018070bd275.png', 'image/png', 351100, 'f863205c8a4090756d76ecf2e0f6c18c719da691196498861bdea2573316564f', NULL, '2026-11-30 10:08:27.071991+00'),
	(20, 1, 17, 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=', '900000000000020', '5d664bdbfba35fa157ddc2a178e44056.png', 'image/png', 349732, '872ebe3b4348572867591e24646d64d74693b406ec2774ca85a5a46398e9b1d4', NULL, '2026-11-30 10:08:27.121449+00'),
	(21, 1, 25, 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=', '900000000000021', '65fc2422f8e6d49ae556d6c3808915f2.png', 'image/png', 348627, '7f637a4bebd134907507a1c1636a012e4d69e75138a306f665a018b181377b01', NULL, '2026-11-30 10:08:27.163173+00'),
	(22, 1, 16, 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=', '900000000000022', '2cbacabad6c77c748226f75d065468e8.png', 'image/png', 351896, '27e6b99dd92c1ca52cdc74edf3e5e9f3a1783fedd8f555e4e6d4c4629f14802a', NULL, '2026-11-30 10:08:28.161615+00'),
	(23, 1, 15, 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=', '900000000000023', '5f9550f889e2f8c854294a174e8409cc.png', 'image/png', 352164, '613060e6b6fdb7c5830a9cf4373e0eea24e77666c9a3544e16da9ea381cb0540', NULL, '2026-11-30 10:08:28.248516+00'),
	(24, 1, 14, 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=', '900000000000024', 'aaf6a3711b7b9e95b6ac4c0dbf0ca555.png', 'image/png', 349892, '19d70a9116d0434454ae3a7deaa39b6d7d62a723807c17494d05e7aa7c50a2ac', NULL, '2026-11-30 10:08:28.35091+00'),
	(25, 1, 12, 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=', '900000000000025', 'e700e86b145f040ec9c0fe7c97c44dde.png', 'image/png', 350111, '442ef16beb4cf2629623de6634db801fe5536c469b396072e61788895deabde3', NULL, '2026-11-30 10:08:28.663005+00'),
	(26, 1, 11, 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=', '900000000000027', 'da384f8ea18e9604fbeab7a0f415b73e.png', 'image/png', 350474, 'da8c742ed352d2d00f490e50350a268f8fc5a55c2d92aa7f3c5bf643f97d761f', NULL, '2026-11-30 10:08:28.755945+00'),
	(27, 1, 17, 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=', '900000000000026', '5e8bb7c71b2dc1b807fc82eceaa1280e.png', 'image/png', 352815, '34c5837e85e0b55a41d8ecd45526266e377ec2d1ac9052cff8983deeed447de3', NULL, '2026-11-30 10:08:28.829687+00'),
	(28, 1, 25, 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=', '900000000000028', 'c75cdfce27ecfeb95d31cbdabdeaf68b.png', 'image/png', 352471, '1ef68ff7800c99b1421ead31bb708162bb40052fa3843aa608b92356b0b54e6f', NULL, '2026-11-30 10:08:29.38336+00'),
	(29, 1, 17, 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=', '900000000000029', '659215359711b19a7d4f3504148644cc.png', 'image/png', 353171, '8f92629535b73d492380526f719c0cf7d29add03c47c868d1164596efb339776', NULL, '2026-11-30 10:08:29.82304+00'),
	(30, 1, 26, 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=', '900000000000056', '8a4ac25d5592bf060d401da94f13612b.png', 'image/png', 349339, 'f84ede8edb9a3c87a4e374525515c7ee8780763bdf9ab4848f12da81e1cce02e', NULL, '2026-11-30 10:08:51.497764+00'),
	(31, 1, 26, 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=', '900000000000057', '64071d12109d32d0aa894132ee28eecd.png', 'image/png', 351932, '56b18132f7d18fdab274ded8ee25a1e772ef5b108d8a92c1d3fb72407aaee862', NULL, '2026-11-30 10:08:51.512338+00'),
	(32, 1, 26, 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=', '900000000000059', '404d5cc6cfc8aed7cd2794be3dd9d92a.png', 'image/png', 350360, '86ade42ae2cac638d9a20974a519a37eff8a72673fdfc29738a027d0d81bca2b', NULL, '2026-11-30 10:08:51.548557+00'),
	(33, 1, 26, 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=', '900000000000058', 'f745ad34dc67ef9f97a5a13319ab591c.png', 'image/png', 352082, 'cf85637c5bb2d2c6291a9b9c4affdfecca30c1a32495f13e21601aa16a4ae000', NULL, '2026-11-30 10:08:51.54708+00');




INSERT INTO chat.messages_202611 VALUES
	(1, '2026-11-30 10:08:22.654455+00', 1, 1, 'in', 'text', 'walk every day by 9pm', 'wamid.HBgMNDQ3NzAwOTAwMDA1FQIAERggRDQ3NTNDMjFBREEwNDE1MjgxRTcyN0FEQkFGQzk5NUUA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900005","id":"wamid.HBgMNDQ3NzAwOTAwMDA1FQIAERggRDQ3NTNDMjFBREEwNDE1MjgxRTcyN0FEQkFGQzk5NUUA","timestamp":"1796033302","type":"text","text":{"body":"walk every day by 9pm"}}'),
	(2, '2026-11-30 10:08:23.100164+00', 1, 1, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:23.100164+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(3, '2026-11-30 10:08:23.100164+00', 1, 1, 'out', 'buttons', '✅ *Walk*: every day, until 9:00 PM.', NULL, NULL, '2026-11-30 10:08:23.100164+00', '{"is":"buttons","body":"\u2705 *Walk*: every day, until 9:00 PM.","buttons":[{"id":"habits:retime:1","title":"Change time"},{"id":"habits:more:1","title":"More"}],"type":"buttons","summary":"\u2705 *Walk*: every day, until 9:00 PM."}'),
	(4, '2026-11-30 10:08:23.100164+00', 1, 1, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:23.100164+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(5, '2026-11-30 10:08:23.964819+00', 1, 2, 'in', 'text', 'one', 'wamid.HBgLMTU1NTAxMDAwMDEVAgARGCBBNUNFMDI2MDA2Q0Y0OEQ3OTgwMDA5NTcyMzE1MjgwQgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550100001","id":"wamid.HBgLMTU1NTAxMDAwMDEVAgARGCBBNUNFMDI2MDA2Q0Y0OEQ3OTgwMDA5NTcyMzE1MjgwQgA=","timestamp":"1796033302","type":"text","text":{"body":"one"}}'),
	(6, '2026-11-30 10:08:23.976246+00', 1, 2, 'out', 'text', 'n=1 re:one', NULL, NULL, '2026-11-30 10:08:23.976246+00', '{"is":"text","body":"n=1 re:one","previewUrl":false,"type":"text","summary":"n=1 re:one"}'),
	(7, '2026-11-30 10:08:24.001596+00', 1, 3, 'in', 'text', 'walk every day from 10:20 to 16:08', 'wamid.HBgMNDQ3NzAwOTAwMDA0FQIAERggRTU1REFDNTczMTMwNDI5M0FDQUVGODkxNjdCQjlFNjkA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900004","id":"wamid.HBgMNDQ3NzAwOTAwMDA0FQIAERggRTU1REFDNTczMTMwNDI5M0FDQUVGODkxNjdCQjlFNjkA","timestamp":"1796033302","type":"text","text":{"body":"walk every day from 10:20 to 16:08"}}'),
	(8, '2026-11-30 10:08:24.012112+00', 1, 3, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.012112+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(9, '2026-11-30 10:08:24.012112+00', 1, 3, 'out', 'buttons', '✅ *Walk*: every day, from 10:20 AM until 4:08 PM.', NULL, NULL, '2026-11-30 10:08:24.012112+00', '{"is":"buttons","body":"\u2705 *Walk*: every day, from 10:20 AM until 4:08 PM.","buttons":[{"id":"habits:retime:1","title":"Change time"},{"id":"habits:more:1","title":"More"}],"type":"buttons","summary":"\u2705 *Walk*: every day, from 10:20 AM until 4:08 PM."}'),
	(10, '2026-11-30 10:08:24.012112+00', 1, 3, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:24.012112+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(11, '2026-11-30 10:08:24.039105+00', 1, 4, 'in', 'text', 'track water 8 glasses a day', 'wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggRDA4NDE0MDk3MENFNDVFNkFERjA0QzkwMEI2MEVGMEMA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900006","id":"wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggRDA4NDE0MDk3MENFNDVFNkFERjA0QzkwMEI2MEVGMEMA","timestamp":"1796033302","type":"text","text":{"body":"track water 8 glasses a day"}}'),
	(12, '2026-11-30 10:08:24.052592+00', 1, 4, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.052592+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(13, '2026-11-30 10:08:24.052592+00', 1, 4, 'out', 'buttons', '✅ *Water*: every day, until 9:00 PM, 8 glasses a day.', NULL, NULL, '2026-11-30 10:08:24.052592+00', '{"is":"buttons","body":"\u2705 *Water*: every day, until 9:00 PM, 8 glasses a day.","buttons":[{"id":"habits:retime:1","title":"Change time"},{"id":"habits:more:1","title":"More"}],"type":"buttons","summary":"\u2705 *Water*: every day, until 9:00 PM, 8 glasses a day."}'),
	(14, '2026-11-30 10:08:24.052592+00', 1, 4, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:24.052592+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(15, '2026-11-30 10:08:24.103785+00', 1, 5, 'in', 'text', 'walk every day by 9pm', 'wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggNzAyNDMwRTg2MTgzNEExODg0OUFDRjUzMDE1MEU1NjUA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900007","id":"wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggNzAyNDMwRTg2MTgzNEExODg0OUFDRjUzMDE1MEU1NjUA","timestamp":"1796033302","type":"text","text":{"body":"walk every day by 9pm"}}'),
	(16, '2026-11-30 10:08:24.147167+00', 1, 5, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.147167+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(17, '2026-11-30 10:08:24.147167+00', 1, 5, 'out', 'buttons', '✅ *Walk*: every day, until 9:00 PM.', NULL, NULL, '2026-11-30 10:08:24.147167+00', '{"is":"buttons","body":"\u2705 *Walk*: every day, until 9:00 PM.","buttons":[{"id":"habits:retime:1","title":"Change time"},{"id":"habits:more:1","title":"More"}],"type":"buttons","summary":"\u2705 *Walk*: every day, until 9:00 PM."}'),
	(18, '2026-11-30 10:08:24.147167+00', 1, 5, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:24.147167+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(19, '2026-11-30 10:08:24.195313+00', 1, 6, 'in', 'text', 'walk every day by 9pm', 'wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggMERGREZGRDM5QUQ1NDlCNzhDQkExNTdGNTkyMzY5OEEA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900008","id":"wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggMERGREZGRDM5QUQ1NDlCNzhDQkExNTdGNTkyMzY5OEEA","timestamp":"1796033302","type":"text","text":{"body":"walk every day by 9pm"}}'),
	(20, '2026-11-30 10:08:24.207435+00', 1, 6, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.207435+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(21, '2026-11-30 10:08:24.207435+00', 1, 6, 'out', 'buttons', '✅ *Walk*: every day, until 9:00 PM.', NULL, NULL, '2026-11-30 10:08:24.207435+00', '{"is":"buttons","body":"\u2705 *Walk*: every day, until 9:00 PM.","buttons":[{"id":"habits:retime:1","title":"Change time"},{"id":"habits:more:1","title":"More"}],"type":"buttons","summary":"\u2705 *Walk*: every day, until 9:00 PM."}'),
	(22, '2026-11-30 10:08:24.207435+00', 1, 6, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:24.207435+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(23, '2026-11-30 10:08:24.215161+00', 1, 7, 'in', 'text', 'walk every day by 9pm', 'wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggQ0FCQkM0NkJEQkJBNDg5RDk5RTM3NEFDMkI2MTE2MEYA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900009","id":"wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggQ0FCQkM0NkJEQkJBNDg5RDk5RTM3NEFDMkI2MTE2MEYA","timestamp":"1796033302","type":"text","text":{"body":"walk every day by 9pm"}}'),
	(24, '2026-11-30 10:08:24.235186+00', 1, 7, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.235186+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(25, '2026-11-30 10:08:24.235186+00', 1, 7, 'out', 'buttons', '✅ *Walk*: every day, until 9:00 PM.', NULL, NULL, '2026-11-30 10:08:24.235186+00', '{"is":"buttons","body":"\u2705 *Walk*: every day, until 9:00 PM.","buttons":[{"id":"habits:retime:1","title":"Change time"},{"id":"habits:more:1","title":"More"}],"type":"buttons","summary":"\u2705 *Walk*: every day, until 9:00 PM."}'),
	(26, '2026-11-30 10:08:24.235186+00', 1, 7, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:24.235186+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(27, '2026-11-30 10:08:24.251743+00', 1, 8, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDEVAgARGCAwNTc0NzlDMDIyRDc0NzRBOEJDNEVDNzAzODE0NTlFNQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101001","id":"wamid.HBgLMTU1NTAxMDEwMDEVAgARGCAwNTc0NzlDMDIyRDc0NzRBOEJDNEVDNzAzODE0NTlFNQA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(28, '2026-11-30 10:08:24.258457+00', 1, 8, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.258457+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(29, '2026-11-30 10:08:24.258457+00', 1, 8, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.258457+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(30, '2026-11-30 10:08:24.32049+00', 1, 9, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDIVAgARGCA3MDg0MjBGOUU0ODk0NUUwQUFDNEVFOEVFQjlGQjlGNAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101002","id":"wamid.HBgLMTU1NTAxMDEwMDIVAgARGCA3MDg0MjBGOUU0ODk0NUUwQUFDNEVFOEVFQjlGQjlGNAA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(31, '2026-11-30 10:08:24.326223+00', 1, 9, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.326223+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(32, '2026-11-30 10:08:24.326223+00', 1, 9, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.326223+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(33, '2026-11-30 10:08:24.332088+00', 1, 10, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA1MDU5RDMxNDgzMDA0RDlFQkU2OTI2NzU2MjI5MjM1QgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101003","id":"wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA1MDU5RDMxNDgzMDA0RDlFQkU2OTI2NzU2MjI5MjM1QgA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(34, '2026-11-30 10:08:24.339325+00', 1, 10, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.339325+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(35, '2026-11-30 10:08:24.339325+00', 1, 10, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.339325+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(36, '2026-11-30 10:08:24.343735+00', 1, 11, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBEREQ0NkM2QjM4RTk0RTRGOERCRkQ2MzM3NkVGRDBCNQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101004","id":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBEREQ0NkM2QjM4RTk0RTRGOERCRkQ2MzM3NkVGRDBCNQA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(37, '2026-11-30 10:08:24.351324+00', 1, 11, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.351324+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(38, '2026-11-30 10:08:24.351324+00', 1, 11, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.351324+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(39, '2026-11-30 10:08:24.355182+00', 1, 12, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBENzY1Qzg3NjEwRDI0OEE1OTczQ0U3MUMzREJFMzZBOQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBENzY1Qzg3NjEwRDI0OEE1OTczQ0U3MUMzREJFMzZBOQA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(40, '2026-11-30 10:08:24.362115+00', 1, 12, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.362115+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(41, '2026-11-30 10:08:24.362115+00', 1, 12, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.362115+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(42, '2026-11-30 10:08:24.3655+00', 1, 13, 'in', 'text', 'hi', 'wamid.HBgLMTU1NTAxMDAwMDIVAgARGCBEQTY2NUVCRUFERjI0RkQ1ODg4ODE3MjQyQ0FENjdCMgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550100002","id":"wamid.HBgLMTU1NTAxMDAwMDIVAgARGCBEQTY2NUVCRUFERjI0RkQ1ODg4ODE3MjQyQ0FENjdCMgA=","timestamp":"1796033302","type":"text","text":{"body":"hi"}}'),
	(43, '2026-11-30 10:08:24.372445+00', 1, 13, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.372445+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(44, '2026-11-30 10:08:24.372445+00', 1, 13, 'out', 'list', 'What would you like to do? Choose a bot. You can come back here at any time by writing *menu*.', NULL, NULL, '2026-11-30 10:08:24.372445+00', '{"is":"list","body":"What would you like to do? Choose a bot. You can come back here at any time by writing *menu*.","button":"Choose","sections":[{"rows":[{"id":"hub:portraits","title":"Portraits","description":"Train an AI model on your photos and get portraits of yourself."},{"id":"hub:habits","title":"Habits","description":"A drill sergeant for your routines: reminders, proof, streaks"},{"id":"hub:echo","title":"Echo","description":"Repeats your last word and counts your texts."}]}],"type":"list","summary":"What would you like to do? Choose a bot. You can come back here at any time by writing *menu*."}'),
	(45, '2026-11-30 10:08:24.38377+00', 1, 14, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBBREFGODUwM0I1RkE0QjU0ODY1N0EwRDhDMDFERjQyRAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBBREFGODUwM0I1RkE0QjU0ODY1N0EwRDhDMDFERjQyRAA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(46, '2026-11-30 10:08:24.392182+00', 1, 14, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.392182+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(47, '2026-11-30 10:08:24.392182+00', 1, 14, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.392182+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(48, '2026-11-30 10:08:24.395583+00', 1, 15, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAyMTE4NzdGOUIyMDg0M0I5OTdCQ0Q5RkQ3NEUxODk5MgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAyMTE4NzdGOUIyMDg0M0I5OTdCQ0Q5RkQ3NEUxODk5MgA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(49, '2026-11-30 10:08:24.401787+00', 1, 15, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.401787+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(50, '2026-11-30 10:08:24.401787+00', 1, 15, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.401787+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}');
INSERT INTO chat.messages_202611 VALUES
	(51, '2026-11-30 10:08:24.405218+00', 1, 16, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBGNTZENDI0NkFDMzY0QTQzOEJCRUUxQzU3NTAwRUQwQQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBGNTZENDI0NkFDMzY0QTQzOEJCRUUxQzU3NTAwRUQwQQA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(52, '2026-11-30 10:08:24.410808+00', 1, 16, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.410808+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(53, '2026-11-30 10:08:24.410808+00', 1, 16, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.410808+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(54, '2026-11-30 10:08:24.415201+00', 1, 17, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA1M0VDRjExREJEMEM0MDgyOEEzNzQ5RTYyMUY5MDBBQQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA1M0VDRjExREJEMEM0MDgyOEEzNzQ5RTYyMUY5MDBBQQA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(55, '2026-11-30 10:08:24.426727+00', 1, 17, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.426727+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(56, '2026-11-30 10:08:24.426727+00', 1, 17, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.426727+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(57, '2026-11-30 10:08:24.430098+00', 1, 18, 'in', 'text', 'add', 'wamid.HBgMNDQ3NzAwOTAwMDAzFQIAERggRTUwNjQ2QzQxODlGNEZFQUJFOTNBMjkwRDlGM0IyMUYA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900003","id":"wamid.HBgMNDQ3NzAwOTAwMDAzFQIAERggRTUwNjQ2QzQxODlGNEZFQUJFOTNBMjkwRDlGM0IyMUYA","timestamp":"1796033302","type":"text","text":{"body":"add"}}'),
	(58, '2026-11-30 10:08:24.438066+00', 1, 18, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.438066+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(59, '2026-11-30 10:08:24.438066+00', 1, 18, 'out', 'text', 'What is the habit? For example *meditate every day at 7*, *water 8 glasses a day* or *gym mon wed fri by 9pm*.', NULL, NULL, '2026-11-30 10:08:24.438066+00', '{"is":"text","body":"What is the habit? For example *meditate every day at 7*, *water 8 glasses a day* or *gym mon wed fri by 9pm*.","previewUrl":false,"type":"text","summary":"What is the habit? For example *meditate every day at 7*, *water 8 glasses a day* or *gym mon wed fri by 9pm*."}'),
	(60, '2026-11-30 10:08:24.446556+00', 1, 19, 'in', 'text', 'hi', 'wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggNDVDQ0I5MUE3MjZGNDUyQ0JERjM4MDNGNDE3ODJBODcA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900002","id":"wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggNDVDQ0I5MUE3MjZGNDUyQ0JERjM4MDNGNDE3ODJBODcA","timestamp":"1796033302","type":"text","text":{"body":"hi"}}'),
	(61, '2026-11-30 10:08:24.454963+00', 1, 19, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.454963+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(62, '2026-11-30 10:08:24.454963+00', 1, 19, 'out', 'text', '👋 I keep you to your habits: reminders, check-offs, photo proof, streaks and a report each Sunday. You write as you speak: *meditate every day at 7*, *done with reading*, *how am I doing?*', NULL, NULL, '2026-11-30 10:08:24.454963+00', '{"is":"text","body":"\uD83D\uDC4B I keep you to your habits: reminders, check-offs, photo proof, streaks and a report each Sunday. You write as you speak: *meditate every day at 7*, *done with reading*, *how am I doing?*","previewUrl":false,"type":"text","summary":"\uD83D\uDC4B I keep you to your habits: reminders, check-offs, photo proof, streaks and a report each Sunday. You write as you speak: *meditate every day at 7*, *done with reading*, *how am I doing?*"}'),
	(63, '2026-11-30 10:08:24.454963+00', 1, 19, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:24.454963+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(64, '2026-11-30 10:08:24.460204+00', 1, 20, 'in', 'text', 'hi', 'wamid.HBgMNDQ3NzAwOTAwMDAxFQIAERggMDgyRTA4MDVFMTE5NDU5QjgzRDYyNERFQ0M1OTkyNzUA', NULL, '2026-11-30 10:08:22+00', '{"from":"447700900001","id":"wamid.HBgMNDQ3NzAwOTAwMDAxFQIAERggMDgyRTA4MDVFMTE5NDU5QjgzRDYyNERFQ0M1OTkyNzUA","timestamp":"1796033302","type":"text","text":{"body":"hi"}}'),
	(65, '2026-11-30 10:08:24.474099+00', 1, 20, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.474099+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(66, '2026-11-30 10:08:24.474099+00', 1, 20, 'out', 'text', '👋 I keep you to your habits: reminders, check-offs, photo proof, streaks and a report each Sunday. You write as you speak: *meditate every day at 7*, *done with reading*, *how am I doing?*', NULL, NULL, '2026-11-30 10:08:24.474099+00', '{"is":"text","body":"\uD83D\uDC4B I keep you to your habits: reminders, check-offs, photo proof, streaks and a report each Sunday. You write as you speak: *meditate every day at 7*, *done with reading*, *how am I doing?*","previewUrl":false,"type":"text","summary":"\uD83D\uDC4B I keep you to your habits: reminders, check-offs, photo proof, streaks and a report each Sunday. You write as you speak: *meditate every day at 7*, *done with reading*, *how am I doing?*"}'),
	(67, '2026-11-30 10:08:24.474099+00', 1, 20, 'out', 'buttons', 'How shall I speak to you?', NULL, NULL, '2026-11-30 10:08:24.474099+00', '{"is":"buttons","body":"How shall I speak to you?","buttons":[{"id":"habits:tone:Gentle","title":"Gentle"},{"id":"habits:tone:Firm","title":"Firm"},{"id":"habits:tone:Harsh","title":"Drill sergeant"}],"type":"buttons","summary":"How shall I speak to you?"}'),
	(68, '2026-11-30 10:08:24.477501+00', 1, 21, 'in', 'text', 'a', 'wamid.HBgLMTU1NTAxMDAwMDYVAgARGCAzMzU2MDY0NUQxRDk0MDgxODBBOEY5ODBBMDNDOERERgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550100006","id":"wamid.HBgLMTU1NTAxMDAwMDYVAgARGCAzMzU2MDY0NUQxRDk0MDgxODBBOEY5ODBBMDNDOERERgA=","timestamp":"1796033302","type":"text","text":{"body":"a"}}'),
	(69, '2026-11-30 10:08:24.482946+00', 1, 21, 'out', 'text', 'n=1 re:a', NULL, NULL, '2026-11-30 10:08:24.482946+00', '{"is":"text","body":"n=1 re:a","previewUrl":false,"type":"text","summary":"n=1 re:a"}'),
	(70, '2026-11-30 10:08:24.487453+00', 1, 22, 'in', 'text', 'a', 'wamid.HBgLMTU1NTAxMDAwMDUVAgARGCA4NEY2NTMzNDUwMkU0REEwQjk4M0RDMkJGRDYyNEExRQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550100005","id":"wamid.HBgLMTU1NTAxMDAwMDUVAgARGCA4NEY2NTMzNDUwMkU0REEwQjk4M0RDMkJGRDYyNEExRQA=","timestamp":"1796033302","type":"text","text":{"body":"a"}}'),
	(71, '2026-11-30 10:08:24.493257+00', 1, 22, 'out', 'text', 'n=1 re:a', NULL, NULL, '2026-11-30 10:08:24.493257+00', '{"is":"text","body":"n=1 re:a","previewUrl":false,"type":"text","summary":"n=1 re:a"}'),
	(72, '2026-11-30 10:08:24.497465+00', 1, 23, 'in', 'text', 'a', 'wamid.HBgLMTU1NTAxMDAwMDQVAgARGCA2QkMwQzJCNEZGMkM0RTNDQUI0OEU3OEJGRjVDRkJGQgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550100004","id":"wamid.HBgLMTU1NTAxMDAwMDQVAgARGCA2QkMwQzJCNEZGMkM0RTNDQUI0OEU3OEJGRjVDRkJGQgA=","timestamp":"1796033302","type":"text","text":{"body":"a"}}'),
	(73, '2026-11-30 10:08:24.508865+00', 1, 23, 'out', 'text', 'n=1 re:a', NULL, NULL, '2026-11-30 10:08:24.508865+00', '{"is":"text","body":"n=1 re:a","previewUrl":false,"type":"text","summary":"n=1 re:a"}'),
	(74, '2026-11-30 10:08:24.51285+00', 1, 24, 'in', 'text', 'hi', 'wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAxNDIwOEVCNTdCQjg0MTBCQjhCRTcwRUVBMDMwQ0NGNQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550100003","id":"wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAxNDIwOEVCNTdCQjg0MTBCQjhCRTcwRUVBMDMwQ0NGNQA=","timestamp":"1796033302","type":"text","text":{"body":"hi"}}'),
	(75, '2026-11-30 10:08:24.518597+00', 1, 24, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.518597+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(76, '2026-11-30 10:08:24.518597+00', 1, 24, 'out', 'list', 'What would you like to do? Choose a bot. You can come back here at any time by writing *menu*.', NULL, NULL, '2026-11-30 10:08:24.518597+00', '{"is":"list","body":"What would you like to do? Choose a bot. You can come back here at any time by writing *menu*.","button":"Choose","sections":[{"rows":[{"id":"hub:portraits","title":"Portraits","description":"Train an AI model on your photos and get portraits of yourself."},{"id":"hub:habits","title":"Habits","description":"A drill sergeant for your routines: reminders, proof, streaks"},{"id":"hub:echo","title":"Echo","description":"Repeats your last word and counts your texts."}]}],"type":"list","summary":"What would you like to do? Choose a bot. You can come back here at any time by writing *menu*."}'),
	(77, '2026-11-30 10:08:24.522713+00', 1, 25, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA0RjMyRTk1NjEzMjU0RjA4ODQ0M0QzRjQ3MzFEMUFBOAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA0RjMyRTk1NjEzMjU0RjA4ODQ0M0QzRjQ3MzFEMUFBOAA=","timestamp":"1796033302","type":"text","text":{"body":"hello"}}'),
	(78, '2026-11-30 10:08:24.526294+00', 1, 25, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:24.526294+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(79, '2026-11-30 10:08:24.526294+00', 1, 25, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:24.526294+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(80, '2026-11-30 10:08:24.530634+00', 1, 11, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBDODUwOTkyMTRCOUM0RTMxODUwQUI0ODY2MjQ1NDIyMwA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101004","id":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBDODUwOTkyMTRCOUM0RTMxODUwQUI0ODY2MjQ1NDIyMwA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(98, '2026-11-30 10:08:24.611615+00', 1, 14, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA4RTkyNzQwNEU2NkU0MDBFQUUyODBDMjE0RkREMTRCRAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA4RTkyNzQwNEU2NkU0MDBFQUUyODBDMjE0RkREMTRCRAA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(81, '2026-11-30 10:08:24.530634+00', 1, 11, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.530634+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(82, '2026-11-30 10:08:24.541984+00', 1, 14, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwM0E1OEVBQjc2NUM0QTUzOEU0RDA5QkMzNkNDRTc0RAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwM0E1OEVBQjc2NUM0QTUzOEU0RDA5QkMzNkNDRTc0RAA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(83, '2026-11-30 10:08:24.541984+00', 1, 14, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.541984+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(84, '2026-11-30 10:08:24.548304+00', 1, 16, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0MEUxREFGMEYyRUM0MjkzOUJBMkQ0QzI4MEJFRTAwQQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0MEUxREFGMEYyRUM0MjkzOUJBMkQ0QzI4MEJFRTAwQQA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(85, '2026-11-30 10:08:24.548304+00', 1, 16, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.548304+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(86, '2026-11-30 10:08:24.554883+00', 1, 10, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDMVAgARGCBCRkJDOEQzMjQ3NjU0NTQ5QkU2NzFCQ0Y3RTVEMkVGRgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101003","id":"wamid.HBgLMTU1NTAxMDEwMDMVAgARGCBCRkJDOEQzMjQ3NjU0NTQ5QkU2NzFCQ0Y3RTVEMkVGRgA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(87, '2026-11-30 10:08:24.554883+00', 1, 10, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.554883+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(88, '2026-11-30 10:08:24.564908+00', 1, 12, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBEODEwMTY3NkNGQjE0QkRBQjgxQzQxQjREOEMwMTM3QQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBEODEwMTY3NkNGQjE0QkRBQjgxQzQxQjREOEMwMTM3QQA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(99, '2026-11-30 10:08:24.611615+00', 1, 14, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.611615+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(89, '2026-11-30 10:08:24.564908+00', 1, 12, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.564908+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(90, '2026-11-30 10:08:24.577134+00', 1, 15, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA1RjBGRUNFMDE1NkM0QjI1QjdENzM1QkFGMTQ4N0NEQwA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA1RjBGRUNFMDE1NkM0QjI1QjdENzM1QkFGMTQ4N0NEQwA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(91, '2026-11-30 10:08:24.577134+00', 1, 15, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.577134+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(92, '2026-11-30 10:08:24.583293+00', 1, 17, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0OURFODM5NDVBNDc0MUUyQTdGQkMxOTQyQUIzNUIyRQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0OURFODM5NDVBNDc0MUUyQTdGQkMxOTQyQUIzNUIyRQA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(93, '2026-11-30 10:08:24.583293+00', 1, 17, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.583293+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(94, '2026-11-30 10:08:24.587926+00', 1, 25, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAzNUVCNkIyRjY4RDc0NEE0QUI4MjVENUE3NDFGM0FFMQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAzNUVCNkIyRjY4RDc0NEE0QUI4MjVENUE3NDFGM0FFMQA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(95, '2026-11-30 10:08:24.587926+00', 1, 25, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:24.587926+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(96, '2026-11-30 10:08:24.594739+00', 1, 11, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA4QTk0NTgxMzVEOEY0NDhCQkEwRDRGQ0U2NjNDMDI2NAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101004","id":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA4QTk0NTgxMzVEOEY0NDhCQkEwRDRGQ0U2NjNDMDI2NAA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(97, '2026-11-30 10:08:24.594739+00', 1, 11, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.594739+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(100, '2026-11-30 10:08:24.616775+00', 1, 16, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0RERBNEQ5QjlDOEI0N0E3ODkwOUQ0MjQwQ0M0NTFGNgA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0RERBNEQ5QjlDOEI0N0E3ODkwOUQ0MjQwQ0M0NTFGNgA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}');
INSERT INTO chat.messages_202611 VALUES
	(101, '2026-11-30 10:08:24.616775+00', 1, 16, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.616775+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(102, '2026-11-30 10:08:24.621905+00', 1, 10, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA3MUNFQ0Q1OEY5MDA0MjE1OThDMEI1NkQzQzM4MThGRQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101003","id":"wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA3MUNFQ0Q1OEY5MDA0MjE1OThDMEI1NkQzQzM4MThGRQA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(103, '2026-11-30 10:08:24.621905+00', 1, 10, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.621905+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(104, '2026-11-30 10:08:24.627355+00', 1, 12, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAzOTVEQTUwNjE3NDU0NzQ5QURENjcxNTkyMkEzNkRERAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAzOTVEQTUwNjE3NDU0NzQ5QURENjcxNTkyMkEzNkRERAA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(105, '2026-11-30 10:08:24.627355+00', 1, 12, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.627355+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(106, '2026-11-30 10:08:24.648575+00', 1, 15, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFQTFCRTNCMjk3MzY0MDQyQUQ1MEE1QUQzRjZDMjMyMQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFQTFCRTNCMjk3MzY0MDQyQUQ1MEE1QUQzRjZDMjMyMQA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(107, '2026-11-30 10:08:24.648575+00', 1, 15, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.648575+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(108, '2026-11-30 10:08:24.654688+00', 1, 17, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBCN0Y0M0M5OUZGRTk0RkNEODc4NEU0RjFBNDQ1ODA4MQA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBCN0Y0M0M5OUZGRTk0RkNEODc4NEU0RjFBNDQ1ODA4MQA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(109, '2026-11-30 10:08:24.654688+00', 1, 17, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.654688+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(110, '2026-11-30 10:08:24.674878+00', 1, 25, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBCODQ4Q0REOEM5OEE0OEU5ODVCNDlEMUJDODY2QUNGMAA=', NULL, '2026-11-30 10:08:22+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBCODQ4Q0REOEM5OEE0OEU5ODVCNDlEMUJDODY2QUNGMAA=","timestamp":"1796033302","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(111, '2026-11-30 10:08:24.674878+00', 1, 25, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:24.674878+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(112, '2026-11-30 10:08:24.684573+00', 1, 5, 'in', 'text', 'quiet hours', 'wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggQTk5RkU0Q0M2NzVCNEU5NUIwMTA0RUNCMENFMDMzRTkA', NULL, '2026-11-30 10:08:24+00', '{"from":"447700900007","id":"wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggQTk5RkU0Q0M2NzVCNEU5NUIwMTA0RUNCMENFMDMzRTkA","timestamp":"1796033304","type":"text","text":{"body":"quiet hours"}}'),
	(113, '2026-11-30 10:08:24.684573+00', 1, 5, 'out', 'text', 'Quiet hours are 10:00 PM to 7:00 AM. From when to when shall they be? For example *23:00 to 06:30*.', NULL, NULL, '2026-11-30 10:08:24.684573+00', '{"is":"text","body":"Quiet hours are 10:00 PM to 7:00 AM. From when to when shall they be? For example *23:00 to 06:30*.","previewUrl":false,"type":"text","summary":"Quiet hours are 10:00 PM to 7:00 AM. From when to when shall they be? For example *23:00 to 06:30*."}'),
	(114, '2026-11-30 10:08:25.034753+00', 1, 4, 'in', 'text', 'drank 3 glasses', 'wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggNTgyQjM2QUE0MjAzNDdGRkEwRTNDMTc2OTI1MDkyMUMA', NULL, '2026-11-30 10:08:24+00', '{"from":"447700900006","id":"wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggNTgyQjM2QUE0MjAzNDdGRkEwRTNDMTc2OTI1MDkyMUMA","timestamp":"1796033304","type":"text","text":{"body":"drank 3 glasses"}}'),
	(115, '2026-11-30 10:08:25.034753+00', 1, 4, 'out', 'text', '*Water*: 3/8 glasses.', NULL, NULL, '2026-11-30 10:08:25.034753+00', '{"is":"text","body":"*Water*: 3/8 glasses.","previewUrl":false,"type":"text","summary":"*Water*: 3/8 glasses."}'),
	(116, '2026-11-30 10:08:25.250723+00', 1, 6, 'in', 'text', 'pause for 3 days', 'wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggNjMzMjZDMTlDMUVDNDE0MDlDREI0MkRGNDZEQzA1NzEA', NULL, '2026-11-30 10:08:24+00', '{"from":"447700900008","id":"wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggNjMzMjZDMTlDMUVDNDE0MDlDREI0MkRGNDZEQzA1NzEA","timestamp":"1796033304","type":"text","text":{"body":"pause for 3 days"}}'),
	(117, '2026-11-30 10:08:25.250723+00', 1, 6, 'out', 'buttons', '⏸ Paused until Thursday, 3 December. Nothing is due, streaks stay.', NULL, NULL, '2026-11-30 10:08:25.250723+00', '{"is":"buttons","body":"\u23F8 Paused until Thursday, 3 December. Nothing is due, streaks stay.","buttons":[{"id":"habits:resume","title":"I am back"}],"type":"buttons","summary":"\u23F8 Paused until Thursday, 3 December. Nothing is due, streaks stay."}'),
	(118, '2026-11-30 10:08:25.580453+00', 1, 9, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMDIVAgARGCA2MTQwQzNFRjQwM0Y0QUEyOEMxRjEwNzM1QUQxREQyMAA=', NULL, '2026-11-30 10:08:24+00', '{"from":"15550101002","id":"wamid.HBgLMTU1NTAxMDEwMDIVAgARGCA2MTQwQzNFRjQwM0Y0QUEyOEMxRjEwNzM1QUQxREQyMAA=","timestamp":"1796033304","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(119, '2026-11-30 10:08:25.580453+00', 1, 9, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:25.580453+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(120, '2026-11-30 10:08:25.67978+00', 1, 19, 'in', 'interactive', 'habits:tone:Firm', 'wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggQzM5MTM5ODI1ODlBNEQxRjk0QjdEMkQxRDk5ODA4NUQA', NULL, '2026-11-30 10:08:24+00', '{"from":"447700900002","id":"wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggQzM5MTM5ODI1ODlBNEQxRjk0QjdEMkQxRDk5ODA4NUQA","timestamp":"1796033304","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"habits:tone:Firm","title":"habits:tone:Firm"}}}'),
	(121, '2026-11-30 10:08:25.67978+00', 1, 19, 'out', 'text', 'Firm it is. Clear words, no excuses.', NULL, NULL, '2026-11-30 10:08:25.67978+00', '{"is":"text","body":"Firm it is. Clear words, no excuses.","previewUrl":false,"type":"text","summary":"Firm it is. Clear words, no excuses."}'),
	(122, '2026-11-30 10:08:25.67978+00', 1, 19, 'out', 'buttons', 'And when you miss a deadline? I can only count it. Or it has a price: a first miss a small task, a second one another, and from the third on your partner hears of it, if you have one and for habits you share.', NULL, NULL, '2026-11-30 10:08:25.67978+00', '{"is":"buttons","body":"And when you miss a deadline? I can only count it. Or it has a price: a first miss a small task, a second one another, and from the third on your partner hears of it, if you have one and for habits you share.","buttons":[{"id":"habits:ladder:Count","title":"Only count"},{"id":"habits:ladder:Punish","title":"It has a price"}],"type":"buttons","summary":"And when you miss a deadline? I can only count it. Or it has a price: a first miss a small task, a second one another, and from the third on your partner hears of it, if you have one and for habits you share."}'),
	(123, '2026-11-30 10:08:25.783684+00', 1, 24, 'in', 'interactive', 'hub:echo', 'wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAwREU5RUU4MjY2Q0M0OTEzOTFGNUI0QjM5MURBQzQ2MQA=', NULL, '2026-11-30 10:08:24+00', '{"from":"15550100003","id":"wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAwREU5RUU4MjY2Q0M0OTEzOTFGNUI0QjM5MURBQzQ2MQA=","timestamp":"1796033304","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"hub:echo","title":"hub:echo"}}}'),
	(124, '2026-11-30 10:08:25.783684+00', 1, 24, 'out', 'text', 'You are now with *Echo*. Write *menu* to come back.', NULL, NULL, '2026-11-30 10:08:25.783684+00', '{"is":"text","body":"You are now with *Echo*. Write *menu* to come back.","previewUrl":false,"type":"text","summary":"You are now with *Echo*. Write *menu* to come back."}'),
	(125, '2026-11-30 10:08:25.783684+00', 1, 24, 'out', 'text', 'Send me a text: I answer with how many you have sent and its last word.', NULL, NULL, '2026-11-30 10:08:25.783684+00', '{"is":"text","body":"Send me a text: I answer with how many you have sent and its last word.","previewUrl":false,"type":"text","summary":"Send me a text: I answer with how many you have sent and its last word."}'),
	(126, '2026-11-30 10:08:25.854685+00', 1, 14, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=', NULL, '2026-11-30 10:08:24+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=","timestamp":"1796033304","type":"image","image":{"id":"900000000000002","mime_type":"image/png","sha256":"dOkMnhijjiEV/YPWeC0wWKMZQv/8Ntuh\u002Bcwm1mlUhL8="}}'),
	(127, '2026-11-30 10:08:25.902864+00', 1, 10, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=', NULL, '2026-11-30 10:08:24+00', '{"from":"15550101003","id":"wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=","timestamp":"1796033304","type":"image","image":{"id":"900000000000001","mime_type":"image/png","sha256":"/aZSRDQ6yNt\u002Bc8WY3CBkcyp2DIMX5IQ1xLnxEUFLBVY="}}'),
	(128, '2026-11-30 10:08:25.916455+00', 1, 15, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=', NULL, '2026-11-30 10:08:24+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=","timestamp":"1796033304","type":"image","image":{"id":"900000000000003","mime_type":"image/png","sha256":"4ULLBbDKfg5ljXJBpVFBhJL/IGOMnyZ1OEvm/Jh0zJo="}}'),
	(129, '2026-11-30 10:08:25.959244+00', 1, 12, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=', NULL, '2026-11-30 10:08:24+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=","timestamp":"1796033304","type":"image","image":{"id":"900000000000004","mime_type":"image/png","sha256":"0scd2Q\u002BrJvZact96W2SiYUl8NuuITEjrhsww8z4x718="}}'),
	(130, '2026-11-30 10:08:25.971178+00', 1, 16, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000006","mime_type":"image/png","sha256":"HULDrh7RKVX\u002BAwgJat\u002BIkvrMpLm\u002BS0cs8Pzd8ZrxPmU="}}'),
	(131, '2026-11-30 10:08:25.981973+00', 1, 11, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101004","id":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000005","mime_type":"image/png","sha256":"ZAGSzU0qDY8frZuF88nJ/6qJt9rzlnXcbMWyqNSBDLs="}}'),
	(132, '2026-11-30 10:08:26.141764+00', 1, 14, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000008","mime_type":"image/png","sha256":"Sen5rBjzK2Uz7UUL5R/N9K6PJoko37XAcscD5wS\u002B64o="}}'),
	(133, '2026-11-30 10:08:26.162822+00', 1, 11, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101004","id":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000011","mime_type":"image/png","sha256":"wHcrXC152GGKEfTtB3WDb9zgJ2MPXRVssKdaGTJPPkM="}}'),
	(134, '2026-11-30 10:08:26.204132+00', 1, 16, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000012","mime_type":"image/png","sha256":"B2dRbgKfx7BzP6Kfe09OYQsqkpTxaIvX5Z7ktzy0hl8="}}'),
	(135, '2026-11-30 10:08:26.243511+00', 1, 25, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000007","mime_type":"image/png","sha256":"\u002B6ShYTwrfGEi7qtTfJ2pICaYQXRJq8yhrWKp5HA3dr8="}}'),
	(136, '2026-11-30 10:08:26.270408+00', 1, 15, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000009","mime_type":"image/png","sha256":"gbqGHzi7OWFTflJM\u002BsPMX7C8e/0ziwar4kfgMTfY99o="}}'),
	(137, '2026-11-30 10:08:26.301807+00', 1, 12, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000010","mime_type":"image/png","sha256":"shfxCXiIonAGJweMh1Vazlnzn3Pt1nFSn0iJmBWk0HU="}}'),
	(138, '2026-11-30 10:08:26.432934+00', 1, 17, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000013","mime_type":"image/png","sha256":"bRZwHlmo5kfEr/n/bNI969ZKCHRPmMpZULfhuj0Dbho="}}'),
	(139, '2026-11-30 10:08:26.47093+00', 1, 16, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000016","mime_type":"image/png","sha256":"uMQVov2r6mKkW7TcQHiN8BgIK/QXRu738gCzU5KZ6MM="}}'),
	(140, '2026-11-30 10:08:26.534595+00', 1, 25, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000017","mime_type":"image/png","sha256":"jj9HthmUtyRLAv9raMx6wK/Kdmd3a8p11EiNJKpdMPo="}}'),
	(141, '2026-11-30 10:08:26.586454+00', 1, 15, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000018","mime_type":"image/png","sha256":"0\u002Bn77Jaz9m/haJ6KzqnUWzZGeTrKSdGd7ubBQxLgGA0="}}'),
	(142, '2026-11-30 10:08:26.641778+00', 1, 11, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101004","id":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000014","mime_type":"image/png","sha256":"\u002BGMgXIpAkHVtduzy4PbBjHGdppEZZJiGG96iVzMWVk8="}}'),
	(143, '2026-11-30 10:08:26.669624+00', 1, 14, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000015","mime_type":"image/png","sha256":"RBdSVCUrL38oqaIr5ZkXfVOj724DSJjjDLopN32Yk7k="}}'),
	(144, '2026-11-30 10:08:26.712402+00', 1, 12, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000019","mime_type":"image/png","sha256":"n56h8VRFFlZCV8nrpuJCiuloQP7vB3yB/BaQ3Os2C7c="}}'),
	(145, '2026-11-30 10:08:26.776192+00', 1, 17, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000020","mime_type":"image/png","sha256":"hy6\u002BO0NIVyhnWR4kZG1k10aTtAbsJ3TKhaWkY5jpsdQ="}}'),
	(146, '2026-11-30 10:08:26.888002+00', 1, 25, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000021","mime_type":"image/png","sha256":"f2N6S\u002BvRNJB1B6HBY2oBLk1p51E4owb2ZaAYsYE3ewE="}}'),
	(147, '2026-11-30 10:08:26.896286+00', 1, 16, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000022","mime_type":"image/png","sha256":"J\u002Ba5ndksHKUs3HTt8\u002BXp86F4P\u002B3Y9VXk5tTEYp8UgCo="}}'),
	(148, '2026-11-30 10:08:26.91412+00', 1, 15, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000023","mime_type":"image/png","sha256":"YTBg5rb9t8WDCpz0Nz4O6iTndmbJo1ROFtqeo4HLBUA="}}'),
	(149, '2026-11-30 10:08:26.973642+00', 1, 14, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000024","mime_type":"image/png","sha256":"GdcKkRbQQ0RUrjp96qObbX1ipyOAfBdJTQXnqnxQoqw="}}'),
	(150, '2026-11-30 10:08:26.985327+00', 1, 12, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000025","mime_type":"image/png","sha256":"RC7xa\u002BtM8mKWI95mNNuAH\u002BVTbEabOWBy5heIiV3qveM="}}');
INSERT INTO chat.messages_202611 VALUES
	(151, '2026-11-30 10:08:27.00843+00', 1, 11, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101004","id":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000027","mime_type":"image/png","sha256":"2ox0LtNS0tAPSQ5QNQomj4/FpVwtkqp/PFv2Q/l9dh8="}}'),
	(152, '2026-11-30 10:08:27.078812+00', 1, 17, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000026","mime_type":"image/png","sha256":"NMWDfoXgtVpB2OzUVSYmbjd\u002BwtGskFLP\u002BJg97u1EfeM="}}'),
	(153, '2026-11-30 10:08:27.136978+00', 1, 25, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000028","mime_type":"image/png","sha256":"HvaP94AMmbFCHq0xu3CBYrtABS\u002BjhDqmCLkjVrC1Tm8="}}'),
	(154, '2026-11-30 10:08:27.148802+00', 1, 17, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=","timestamp":"1796033305","type":"image","image":{"id":"900000000000029","mime_type":"image/png","sha256":"j5JilTW3PUkjgFJvcZwM99Ka3QPEfIaNEWRZbvszl3Y="}}'),
	(155, '2026-11-30 10:08:27.253129+00', 1, 24, 'in', 'text', 'good morning', 'wamid.HBgLMTU1NTAxMDAwMDMVAgARGCBDRERBOUMxMTE4OEI0MEE5QjYxRjFBMEQ4MUU3NTgwNQA=', NULL, '2026-11-30 10:08:25+00', '{"from":"15550100003","id":"wamid.HBgLMTU1NTAxMDAwMDMVAgARGCBDRERBOUMxMTE4OEI0MEE5QjYxRjFBMEQ4MUU3NTgwNQA=","timestamp":"1796033305","type":"text","text":{"body":"good morning"}}'),
	(156, '2026-11-30 10:08:27.253129+00', 1, 24, 'out', 'text', 'n=1 re:morning', NULL, NULL, '2026-11-30 10:08:27.253129+00', '{"is":"text","body":"n=1 re:morning","previewUrl":false,"type":"text","summary":"n=1 re:morning"}'),
	(157, '2026-11-30 10:08:27.956573+00', 1, 16, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:27.956573+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(158, '2026-11-30 10:08:28.050398+00', 1, 16, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:28.050398+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(159, '2026-11-30 10:08:28.643985+00', 1, 14, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:28.643985+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(160, '2026-11-30 10:08:28.810587+00', 1, 12, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:28.810587+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(161, '2026-11-30 10:08:29.393667+00', 1, 11, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:29.393667+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(162, '2026-11-30 10:08:29.803853+00', 1, 11, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:29.803853+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(163, '2026-11-30 10:08:30.146842+00', 1, 10, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:30.146842+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(164, '2026-11-30 10:08:30.56201+00', 1, 25, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:30.56201+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(165, '2026-11-30 10:08:31.0925+00', 1, 15, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:31.0925+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(166, '2026-11-30 10:08:31.15499+00', 1, 14, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:31.15499+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(167, '2026-11-30 10:08:32.104917+00', 1, 12, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:32.104917+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(168, '2026-11-30 10:08:32.222656+00', 1, 15, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:32.222656+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(169, '2026-11-30 10:08:32.982556+00', 1, 25, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:32.982556+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(170, '2026-11-30 10:08:33.230338+00', 1, 17, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:33.230338+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(171, '2026-11-30 10:08:33.642765+00', 1, 15, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:33.642765+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(172, '2026-11-30 10:08:33.754371+00', 1, 16, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:33.754371+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(173, '2026-11-30 10:08:34.135027+00', 1, 12, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:34.135027+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(174, '2026-11-30 10:08:34.328297+00', 1, 14, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:34.328297+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(175, '2026-11-30 10:08:34.514688+00', 1, 11, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:34.514688+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(176, '2026-11-30 10:08:35.133775+00', 1, 17, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:35.133775+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(177, '2026-11-30 10:08:35.294402+00', 1, 25, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:35.294402+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(178, '2026-11-30 10:08:36.010038+00', 1, 15, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:36.010038+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(179, '2026-11-30 10:08:36.015316+00', 1, 10, 'out', 'text', '1 of 4 photos are in. 3 more, please.', NULL, NULL, '2026-11-30 10:08:36.015316+00', '{"is":"text","body":"1 of 4 photos are in. 3 more, please.","previewUrl":false,"type":"text","summary":"1 of 4 photos are in. 3 more, please."}'),
	(180, '2026-11-30 10:08:36.14862+00', 1, 16, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:36.14862+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(181, '2026-11-30 10:08:36.673766+00', 1, 14, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:36.673766+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(182, '2026-11-30 10:08:36.684371+00', 1, 12, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:36.684371+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(183, '2026-11-30 10:08:37.258062+00', 1, 11, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:37.258062+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(184, '2026-11-30 10:08:37.290048+00', 1, 17, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:37.290048+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(185, '2026-11-30 10:08:37.488629+00', 1, 25, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:37.488629+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(186, '2026-11-30 10:08:37.845377+00', 1, 17, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:37.845377+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(187, '2026-11-30 10:08:44.01508+00', 1, 11, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(188, '2026-11-30 10:08:44.01508+00', 1, 11, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}'),
	(189, '2026-11-30 10:08:44.01508+00', 1, 12, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(190, '2026-11-30 10:08:44.01508+00', 1, 12, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}'),
	(191, '2026-11-30 10:08:44.01508+00', 1, 25, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(192, '2026-11-30 10:08:44.01508+00', 1, 25, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}'),
	(193, '2026-11-30 10:08:44.01508+00', 1, 17, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(194, '2026-11-30 10:08:44.01508+00', 1, 17, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}'),
	(195, '2026-11-30 10:08:44.01508+00', 1, 16, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(196, '2026-11-30 10:08:44.01508+00', 1, 16, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}'),
	(197, '2026-11-30 10:08:44.01508+00', 1, 14, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(198, '2026-11-30 10:08:44.01508+00', 1, 14, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}'),
	(199, '2026-11-30 10:08:44.01508+00', 1, 15, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(200, '2026-11-30 10:08:44.01508+00', 1, 15, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:08:44.01508+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}');
INSERT INTO chat.messages_202611 VALUES
	(201, '2026-11-30 10:08:44.060866+00', 1, 14, 'in', 'interactive', 'portraits:done', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDdBNzAzODk4QkI0NEVDQjhDRUUxQzRCQTJENjE5OAA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDdBNzAzODk4QkI0NEVDQjhDRUUxQzRCQTJENjE5OAA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:done","title":"portraits:done"}}}'),
	(202, '2026-11-30 10:08:44.060866+00', 1, 14, 'out', 'list', 'How many portraits would you like?', NULL, NULL, '2026-11-30 10:08:44.060866+00', '{"is":"list","body":"How many portraits would you like?","button":"Choose","sections":[{"rows":[{"id":"portraits:tier:lite","title":"Lite","description":"12 portraits for 9.00 USD"},{"id":"portraits:tier:standard","title":"Standard","description":"24 portraits for 15.00 USD"},{"id":"portraits:tier:premium","title":"Premium","description":"40 portraits for 23.00 USD"}]}],"type":"list","summary":"How many portraits would you like?"}'),
	(203, '2026-11-30 10:08:44.084728+00', 1, 15, 'in', 'interactive', 'portraits:done', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBDNjUwQzE5RDg4NTk0MTFFQTRGNThCNjM4RDFCMEM1QwA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBDNjUwQzE5RDg4NTk0MTFFQTRGNThCNjM4RDFCMEM1QwA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:done","title":"portraits:done"}}}'),
	(204, '2026-11-30 10:08:44.084728+00', 1, 15, 'out', 'list', 'How many portraits would you like?', NULL, NULL, '2026-11-30 10:08:44.084728+00', '{"is":"list","body":"How many portraits would you like?","button":"Choose","sections":[{"rows":[{"id":"portraits:tier:lite","title":"Lite","description":"12 portraits for 9.00 USD"},{"id":"portraits:tier:standard","title":"Standard","description":"24 portraits for 15.00 USD"},{"id":"portraits:tier:premium","title":"Premium","description":"40 portraits for 23.00 USD"}]}],"type":"list","summary":"How many portraits would you like?"}'),
	(205, '2026-11-30 10:08:44.089528+00', 1, 16, 'in', 'interactive', 'portraits:done', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA4MEE2ODg3NDMwMkM0MzRGOENDQTgyOTBDQTY0NEI0NAA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA4MEE2ODg3NDMwMkM0MzRGOENDQTgyOTBDQTY0NEI0NAA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:done","title":"portraits:done"}}}'),
	(206, '2026-11-30 10:08:44.089528+00', 1, 16, 'out', 'list', 'How many portraits would you like?', NULL, NULL, '2026-11-30 10:08:44.089528+00', '{"is":"list","body":"How many portraits would you like?","button":"Choose","sections":[{"rows":[{"id":"portraits:tier:lite","title":"Lite","description":"12 portraits for 9.00 USD"},{"id":"portraits:tier:standard","title":"Standard","description":"24 portraits for 15.00 USD"},{"id":"portraits:tier:premium","title":"Premium","description":"40 portraits for 23.00 USD"}]}],"type":"list","summary":"How many portraits would you like?"}'),
	(207, '2026-11-30 10:08:44.092311+00', 1, 12, 'in', 'interactive', 'portraits:done', 'wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBGRjFDQzcyOTAxNzU0QTk4QjU2MThGNDRGQjhDNjNEMwA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101005","id":"wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBGRjFDQzcyOTAxNzU0QTk4QjU2MThGNDRGQjhDNjNEMwA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:done","title":"portraits:done"}}}'),
	(208, '2026-11-30 10:08:44.092311+00', 1, 12, 'out', 'list', 'How many portraits would you like?', NULL, NULL, '2026-11-30 10:08:44.092311+00', '{"is":"list","body":"How many portraits would you like?","button":"Choose","sections":[{"rows":[{"id":"portraits:tier:lite","title":"Lite","description":"12 portraits for 9.00 USD"},{"id":"portraits:tier:standard","title":"Standard","description":"24 portraits for 15.00 USD"},{"id":"portraits:tier:premium","title":"Premium","description":"40 portraits for 23.00 USD"}]}],"type":"list","summary":"How many portraits would you like?"}'),
	(209, '2026-11-30 10:08:44.094885+00', 1, 17, 'in', 'interactive', 'portraits:done', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA5QjU1RDM5Q0RBREQ0OTlGQkUxNzZGM0E4NDU2MDZENAA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA5QjU1RDM5Q0RBREQ0OTlGQkUxNzZGM0E4NDU2MDZENAA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:done","title":"portraits:done"}}}'),
	(210, '2026-11-30 10:08:44.094885+00', 1, 17, 'out', 'list', 'How many portraits would you like?', NULL, NULL, '2026-11-30 10:08:44.094885+00', '{"is":"list","body":"How many portraits would you like?","button":"Choose","sections":[{"rows":[{"id":"portraits:tier:lite","title":"Lite","description":"12 portraits for 9.00 USD"},{"id":"portraits:tier:standard","title":"Standard","description":"24 portraits for 15.00 USD"},{"id":"portraits:tier:premium","title":"Premium","description":"40 portraits for 23.00 USD"}]}],"type":"list","summary":"How many portraits would you like?"}'),
	(211, '2026-11-30 10:08:44.097287+00', 1, 25, 'in', 'interactive', 'portraits:done', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxMzQ3RkFBMDE4NTY0OThEQkIzMUI5MkJCMkUxRjg2RQA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxMzQ3RkFBMDE4NTY0OThEQkIzMUI5MkJCMkUxRjg2RQA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:done","title":"portraits:done"}}}'),
	(212, '2026-11-30 10:08:44.097287+00', 1, 25, 'out', 'list', 'How many portraits would you like?', NULL, NULL, '2026-11-30 10:08:44.097287+00', '{"is":"list","body":"How many portraits would you like?","button":"Choose","sections":[{"rows":[{"id":"portraits:tier:lite","title":"Lite","description":"12 portraits for 9.00 USD"},{"id":"portraits:tier:standard","title":"Standard","description":"24 portraits for 15.00 USD"},{"id":"portraits:tier:premium","title":"Premium","description":"40 portraits for 23.00 USD"}]}],"type":"list","summary":"How many portraits would you like?"}'),
	(213, '2026-11-30 10:08:44.114753+00', 1, 14, 'in', 'interactive', 'portraits:tier:lite', 'wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGQUYyNjNBNTU2NUY0RDU1QUJFODY3QTFERDQ1OUFFMwA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101006","id":"wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGQUYyNjNBNTU2NUY0RDU1QUJFODY3QTFERDQ1OUFFMwA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:tier:lite","title":"portraits:tier:lite"}}}'),
	(214, '2026-11-30 10:08:44.151301+00', 1, 16, 'in', 'interactive', 'portraits:tier:lite', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2N0NDRkYxOURGMjI0MzE1OEE2MDU1NDEyQUZCRTRGQQA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2N0NDRkYxOURGMjI0MzE1OEE2MDU1NDEyQUZCRTRGQQA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:tier:lite","title":"portraits:tier:lite"}}}'),
	(215, '2026-11-30 10:08:44.220115+00', 1, 15, 'in', 'interactive', 'portraits:tier:lite', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAwMTVDMjEwQUUxQzk0M0JBOTRGQzA4QTM4MUQyMjAxRQA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAwMTVDMjEwQUUxQzk0M0JBOTRGQzA4QTM4MUQyMjAxRQA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:tier:lite","title":"portraits:tier:lite"}}}'),
	(216, '2026-11-30 10:08:44.228912+00', 1, 25, 'in', 'interactive', 'portraits:tier:lite', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBQUZFMkI4M0VDMzQ0OTRCOEVBMzVGMTIzNDgwQTAwMwA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBQUZFMkI4M0VDMzQ0OTRCOEVBMzVGMTIzNDgwQTAwMwA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:tier:lite","title":"portraits:tier:lite"}}}'),
	(217, '2026-11-30 10:08:44.232503+00', 1, 17, 'in', 'interactive', 'portraits:tier:lite', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFNEY1OEU2MDQyNDE0Q0ZEQTIzQzc0MzU2NDhFNEM1QgA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFNEY1OEU2MDQyNDE0Q0ZEQTIzQzc0MzU2NDhFNEM1QgA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:tier:lite","title":"portraits:tier:lite"}}}'),
	(218, '2026-11-30 10:08:44.568173+00', 1, 15, 'out', 'buttons', '*Corporate Headshots*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.568173+00', '{"is":"buttons","body":"*Corporate Headshots*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:260","title":"I want it"},{"id":"portraits:examples:260","title":"Show examples"}],"headerImage":{"storeKey":"3771776c426d6566bd79a81747c7c055.png","mimeType":"image/png"},"type":"buttons","summary":"*Corporate Headshots*\n12 portraits, 9.00 USD"}'),
	(219, '2026-11-30 10:08:44.568173+00', 1, 15, 'out', 'buttons', '*City Nights*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.568173+00', '{"is":"buttons","body":"*City Nights*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:261","title":"I want it"},{"id":"portraits:examples:261","title":"Show examples"}],"headerImage":{"storeKey":"244e6fd048e051ef8dee0fec208ae659.png","mimeType":"image/png"},"type":"buttons","summary":"*City Nights*\n12 portraits, 9.00 USD"}'),
	(220, '2026-11-30 10:08:44.589719+00', 1, 16, 'out', 'buttons', '*Corporate Headshots*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.589719+00', '{"is":"buttons","body":"*Corporate Headshots*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:260","title":"I want it"},{"id":"portraits:examples:260","title":"Show examples"}],"headerImage":{"storeKey":"3771776c426d6566bd79a81747c7c055.png","mimeType":"image/png"},"type":"buttons","summary":"*Corporate Headshots*\n12 portraits, 9.00 USD"}'),
	(221, '2026-11-30 10:08:44.589719+00', 1, 16, 'out', 'buttons', '*City Nights*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.589719+00', '{"is":"buttons","body":"*City Nights*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:261","title":"I want it"},{"id":"portraits:examples:261","title":"Show examples"}],"headerImage":{"storeKey":"244e6fd048e051ef8dee0fec208ae659.png","mimeType":"image/png"},"type":"buttons","summary":"*City Nights*\n12 portraits, 9.00 USD"}'),
	(222, '2026-11-30 10:08:44.5928+00', 1, 25, 'out', 'buttons', '*Corporate Headshots*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.5928+00', '{"is":"buttons","body":"*Corporate Headshots*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:260","title":"I want it"},{"id":"portraits:examples:260","title":"Show examples"}],"headerImage":{"storeKey":"3771776c426d6566bd79a81747c7c055.png","mimeType":"image/png"},"type":"buttons","summary":"*Corporate Headshots*\n12 portraits, 9.00 USD"}'),
	(223, '2026-11-30 10:08:44.5928+00', 1, 25, 'out', 'buttons', '*City Nights*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.5928+00', '{"is":"buttons","body":"*City Nights*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:261","title":"I want it"},{"id":"portraits:examples:261","title":"Show examples"}],"headerImage":{"storeKey":"244e6fd048e051ef8dee0fec208ae659.png","mimeType":"image/png"},"type":"buttons","summary":"*City Nights*\n12 portraits, 9.00 USD"}'),
	(224, '2026-11-30 10:08:44.5928+00', 1, 14, 'out', 'buttons', '*Corporate Headshots*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.5928+00', '{"is":"buttons","body":"*Corporate Headshots*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:260","title":"I want it"},{"id":"portraits:examples:260","title":"Show examples"}],"headerImage":{"storeKey":"3771776c426d6566bd79a81747c7c055.png","mimeType":"image/png"},"type":"buttons","summary":"*Corporate Headshots*\n12 portraits, 9.00 USD"}'),
	(225, '2026-11-30 10:08:44.5928+00', 1, 14, 'out', 'buttons', '*City Nights*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.5928+00', '{"is":"buttons","body":"*City Nights*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:261","title":"I want it"},{"id":"portraits:examples:261","title":"Show examples"}],"headerImage":{"storeKey":"244e6fd048e051ef8dee0fec208ae659.png","mimeType":"image/png"},"type":"buttons","summary":"*City Nights*\n12 portraits, 9.00 USD"}'),
	(226, '2026-11-30 10:08:44.5928+00', 1, 17, 'out', 'buttons', '*Corporate Headshots*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.5928+00', '{"is":"buttons","body":"*Corporate Headshots*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:260","title":"I want it"},{"id":"portraits:examples:260","title":"Show examples"}],"headerImage":{"storeKey":"3771776c426d6566bd79a81747c7c055.png","mimeType":"image/png"},"type":"buttons","summary":"*Corporate Headshots*\n12 portraits, 9.00 USD"}'),
	(227, '2026-11-30 10:08:44.5928+00', 1, 17, 'out', 'buttons', '*City Nights*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:08:44.5928+00', '{"is":"buttons","body":"*City Nights*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:261","title":"I want it"},{"id":"portraits:examples:261","title":"Show examples"}],"headerImage":{"storeKey":"244e6fd048e051ef8dee0fec208ae659.png","mimeType":"image/png"},"type":"buttons","summary":"*City Nights*\n12 portraits, 9.00 USD"}'),
	(228, '2026-11-30 10:08:44.646585+00', 1, 17, 'in', 'interactive', 'portraits:pack:260', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAwNkE4RUU3NUVFRjE0NzZBQTdFQUM1NURGODE4OUUxRgA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAwNkE4RUU3NUVFRjE0NzZBQTdFQUM1NURGODE4OUUxRgA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:pack:260","title":"portraits:pack:260"}}}'),
	(229, '2026-11-30 10:08:44.646585+00', 1, 17, 'out', 'buttons', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', NULL, NULL, '2026-11-30 10:08:44.646585+00', '{"is":"buttons","body":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun.","buttons":[{"id":"portraits:order:260","title":"I agree"},{"id":"portraits:packs","title":"Another style"}],"type":"buttons","summary":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun."}'),
	(230, '2026-11-30 10:08:44.66226+00', 1, 15, 'in', 'interactive', 'portraits:pack:260', 'wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA5NTM4QTc4QzU4Rjk0NTU0ODdCNDBBODdGMjg1RjkxOAA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101007","id":"wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA5NTM4QTc4QzU4Rjk0NTU0ODdCNDBBODdGMjg1RjkxOAA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:pack:260","title":"portraits:pack:260"}}}'),
	(231, '2026-11-30 10:08:44.66226+00', 1, 15, 'out', 'buttons', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', NULL, NULL, '2026-11-30 10:08:44.66226+00', '{"is":"buttons","body":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun.","buttons":[{"id":"portraits:order:260","title":"I agree"},{"id":"portraits:packs","title":"Another style"}],"type":"buttons","summary":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun."}'),
	(232, '2026-11-30 10:08:44.665646+00', 1, 16, 'in', 'interactive', 'portraits:pack:260', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2NDQ1NjM4QkMyODg0Q0VCOTM4MUU1MzdENzE0MzM3RAA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2NDQ1NjM4QkMyODg0Q0VCOTM4MUU1MzdENzE0MzM3RAA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:pack:260","title":"portraits:pack:260"}}}'),
	(233, '2026-11-30 10:08:44.665646+00', 1, 16, 'out', 'buttons', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', NULL, NULL, '2026-11-30 10:08:44.665646+00', '{"is":"buttons","body":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun.","buttons":[{"id":"portraits:order:260","title":"I agree"},{"id":"portraits:packs","title":"Another style"}],"type":"buttons","summary":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun."}'),
	(234, '2026-11-30 10:08:44.668148+00', 1, 25, 'in', 'interactive', 'portraits:pack:260', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAwMDYyQUFCQzg0OUI0MEQ5OTg2NDcyRTlDRDA3RjY0NAA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAwMDYyQUFCQzg0OUI0MEQ5OTg2NDcyRTlDRDA3RjY0NAA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:pack:260","title":"portraits:pack:260"}}}'),
	(235, '2026-11-30 10:08:44.668148+00', 1, 25, 'out', 'buttons', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', NULL, NULL, '2026-11-30 10:08:44.668148+00', '{"is":"buttons","body":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun.","buttons":[{"id":"portraits:order:260","title":"I agree"},{"id":"portraits:packs","title":"Another style"}],"type":"buttons","summary":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun."}'),
	(236, '2026-11-30 10:08:44.691957+00', 1, 17, 'in', 'interactive', 'portraits:order:260', 'wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0Q0FCRjNBNjBGN0Y0MUE4OUQ1MDMwMzM5MDAxMkNCOQA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101009","id":"wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0Q0FCRjNBNjBGN0Y0MUE4OUQ1MDMwMzM5MDAxMkNCOQA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:order:260","title":"portraits:order:260"}}}'),
	(237, '2026-11-30 10:08:44.712146+00', 1, 25, 'in', 'interactive', 'portraits:order:260', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3RENCNzc1RTlEOUQ0MTAyOUJEOTREN0U3NjU5OTUyNgA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3RENCNzc1RTlEOUQ0MTAyOUJEOTREN0U3NjU5OTUyNgA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:order:260","title":"portraits:order:260"}}}'),
	(238, '2026-11-30 10:08:44.728361+00', 1, 16, 'in', 'interactive', 'portraits:order:260', 'wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzMDY0MUVBMUE3MTM0REJBQUZCMDZGNjk3RjQ4NDIxNQA=', NULL, '2026-11-30 10:08:44+00', '{"from":"15550101008","id":"wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzMDY0MUVBMUE3MTM0REJBQUZCMDZGNjk3RjQ4NDIxNQA=","timestamp":"1796033324","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:order:260","title":"portraits:order:260"}}}'),
	(239, '2026-11-30 10:08:44.830832+00', 1, 25, 'out', 'link', '*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_M9PkoCW8Ily1ryRIts', NULL, NULL, '2026-11-30 10:08:44.830832+00', '{"is":"link","body":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done.","label":"Pay","url":"http://127.0.0.1:37937/pay/cs_M9PkoCW8Ily1ryRIts","type":"link","summary":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_M9PkoCW8Ily1ryRIts"}'),
	(240, '2026-11-30 10:08:44.841072+00', 1, 17, 'out', 'link', '*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_pgnk3wSq043JzCkelP', NULL, NULL, '2026-11-30 10:08:44.841072+00', '{"is":"link","body":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done.","label":"Pay","url":"http://127.0.0.1:37937/pay/cs_pgnk3wSq043JzCkelP","type":"link","summary":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_pgnk3wSq043JzCkelP"}'),
	(241, '2026-11-30 10:08:44.845265+00', 1, 16, 'out', 'link', '*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_xxbCwEOxGwvRfFcFXy', NULL, NULL, '2026-11-30 10:08:44.845265+00', '{"is":"link","body":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done.","label":"Pay","url":"http://127.0.0.1:37937/pay/cs_xxbCwEOxGwvRfFcFXy","type":"link","summary":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_xxbCwEOxGwvRfFcFXy"}'),
	(242, '2026-11-30 10:08:45.028494+00', 1, 25, 'out', 'text', '✅ Paid, thank you! I am starting on “Corporate Headshots” now.', NULL, NULL, '2026-11-30 10:08:45.028494+00', '{"is":"text","body":"\u2705 Paid, thank you! I am starting on \u201CCorporate Headshots\u201D now.","previewUrl":false,"type":"text","summary":"\u2705 Paid, thank you! I am starting on \u201CCorporate Headshots\u201D now."}'),
	(243, '2026-11-30 10:08:45.081483+00', 1, 17, 'out', 'text', '✅ Paid, thank you! I am starting on “Corporate Headshots” now.', NULL, NULL, '2026-11-30 10:08:45.081483+00', '{"is":"text","body":"\u2705 Paid, thank you! I am starting on \u201CCorporate Headshots\u201D now.","previewUrl":false,"type":"text","summary":"\u2705 Paid, thank you! I am starting on \u201CCorporate Headshots\u201D now."}'),
	(244, '2026-11-30 10:08:46.146125+00', 1, 25, 'out', 'text', '🎨 “Corporate Headshots” is being made. It takes about 2 minutes; I send the portraits here.', NULL, NULL, '2026-11-30 10:08:46.146125+00', '{"is":"text","body":"\uD83C\uDFA8 \u201CCorporate Headshots\u201D is being made. It takes about 2 minutes; I send the portraits here.","previewUrl":false,"type":"text","summary":"\uD83C\uDFA8 \u201CCorporate Headshots\u201D is being made. It takes about 2 minutes; I send the portraits here."}'),
	(245, '2026-11-30 10:08:46.155047+00', 1, 17, 'out', 'text', '🎨 “Corporate Headshots” is being made. It takes about 2 minutes; I send the portraits here.', NULL, NULL, '2026-11-30 10:08:46.155047+00', '{"is":"text","body":"\uD83C\uDFA8 \u201CCorporate Headshots\u201D is being made. It takes about 2 minutes; I send the portraits here.","previewUrl":false,"type":"text","summary":"\uD83C\uDFA8 \u201CCorporate Headshots\u201D is being made. It takes about 2 minutes; I send the portraits here."}'),
	(246, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"bab5a2670c2b75dd6966b066953f8131.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(247, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"2a4727d1c528fc8e2a3205b4725521fc.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(248, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"777e92516187a31e0aaeb2e2540f2733.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(249, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"47eccac8d83de6dda25b38cd353d7c01.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(250, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"f870f076a0455bd6777a264d9e93612f.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}');
INSERT INTO chat.messages_202611 VALUES
	(251, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"72b24b32d85c4863f6c4e7394c4ab9dd.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(252, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"c92845f4361efd4930ab851b7cbba44d.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(253, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"2dd6f8be72e3a3bc4b5459fad0dad02a.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(254, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"8e8e5c64622b1551363dd003ed3960dc.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(255, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"49197e7f7c0420c320954d8694ba8aa3.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(256, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"8c05ae02b488cdf03015d522ea628415.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(257, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"media","kind":"Image","source":{"storeKey":"9dff8c5f7abeba1148423ee62afc2fc8.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(258, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'link', 'All of them in full size, in one file. The link lives for 30 days. http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4yOjE.n2bfcG8RHcPp3RL8QvwCyguUeyUTJXJ3iB_aD2MNRBQ', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"link","body":"All of them in full size, in one file. The link lives for 30 days.","label":"Download all","url":"http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4yOjE.n2bfcG8RHcPp3RL8QvwCyguUeyUTJXJ3iB_aD2MNRBQ","type":"link","summary":"All of them in full size, in one file. The link lives for 30 days. http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4yOjE.n2bfcG8RHcPp3RL8QvwCyguUeyUTJXJ3iB_aD2MNRBQ"}'),
	(259, '2026-11-30 10:08:51.074775+00', 1, 25, 'out', 'list', 'How do you like “Corporate Headshots”?', NULL, NULL, '2026-11-30 10:08:51.074775+00', '{"is":"list","body":"How do you like \u201CCorporate Headshots\u201D?","button":"Rate","sections":[{"rows":[{"id":"portraits:rate:1:5","title":"\u2B50\u2B50\u2B50\u2B50\u2B50"},{"id":"portraits:rate:1:4","title":"\u2B50\u2B50\u2B50\u2B50"},{"id":"portraits:rate:1:3","title":"\u2B50\u2B50\u2B50"},{"id":"portraits:rate:1:2","title":"\u2B50\u2B50"},{"id":"portraits:rate:1:1","title":"\u2B50"}]}],"type":"list","summary":"How do you like \u201CCorporate Headshots\u201D?"}'),
	(260, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"f9838e6fced81fc45b880244169e279b.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(261, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"3c9444572adc779488c8630026c1c2a0.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(262, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"c6f2dbfcd1ab64e692a4dd6929e009d3.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(263, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"de9991d887789f9b35a50f6157d58931.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(264, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"a69631ac9d05d8db02a76d904630ef23.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(265, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"d46d4e238620422ebf18643c09cdd416.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(266, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"080131f118a715fecef9fcdd2a1f8e1b.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(267, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"2d8393e7cacd2f02f6178b389c97e8ec.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(268, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"28972312a29c48ffd03ade9f3cff97f5.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(269, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"a60588653fa854cde76dedf8ac2a94e2.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(270, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"b6209ff04c65c39c525c0936c8792c4c.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(271, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'image', 'Made by AI', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"media","kind":"Image","source":{"storeKey":"beb523a6d1287635e03caa20f8f3cb27.png","mimeType":"image/png"},"caption":"Made by AI","type":"image","summary":"Made by AI"}'),
	(272, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'link', 'All of them in full size, in one file. The link lives for 30 days. http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4xOjE.3nfc5Sq8BfMT5EBybER3MvFITEl4c1zXknM9lDo4y4s', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"link","body":"All of them in full size, in one file. The link lives for 30 days.","label":"Download all","url":"http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4xOjE.3nfc5Sq8BfMT5EBybER3MvFITEl4c1zXknM9lDo4y4s","type":"link","summary":"All of them in full size, in one file. The link lives for 30 days. http://127.0.0.1:43225/pictures/MTc5ODYyNTMzMS4xOjE.3nfc5Sq8BfMT5EBybER3MvFITEl4c1zXknM9lDo4y4s"}'),
	(273, '2026-11-30 10:08:51.154424+00', 1, 17, 'out', 'list', 'How do you like “Corporate Headshots”?', NULL, NULL, '2026-11-30 10:08:51.154424+00', '{"is":"list","body":"How do you like \u201CCorporate Headshots\u201D?","button":"Rate","sections":[{"rows":[{"id":"portraits:rate:1:5","title":"\u2B50\u2B50\u2B50\u2B50\u2B50"},{"id":"portraits:rate:1:4","title":"\u2B50\u2B50\u2B50\u2B50"},{"id":"portraits:rate:1:3","title":"\u2B50\u2B50\u2B50"},{"id":"portraits:rate:1:2","title":"\u2B50\u2B50"},{"id":"portraits:rate:1:1","title":"\u2B50"}]}],"type":"list","summary":"How do you like \u201CCorporate Headshots\u201D?"}'),
	(274, '2026-11-30 10:08:51.310882+00', 1, 25, 'in', 'interactive', 'portraits:rate:1:2', 'wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEOTExNDkwMTQ2NjU0RUI4QUREOTE0QkQ2QTczMUIwRAA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101010","id":"wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEOTExNDkwMTQ2NjU0RUI4QUREOTE0QkQ2QTczMUIwRAA=","timestamp":"1796033331","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:rate:1:2","title":"portraits:rate:1:2"}}}'),
	(275, '2026-11-30 10:08:51.310882+00', 1, 25, 'out', 'buttons', 'I am sorry. What was not right? Write it here. If you like, I make them once more for nothing; you may swap photos first.', NULL, NULL, '2026-11-30 10:08:51.310882+00', '{"is":"buttons","body":"I am sorry. What was not right? Write it here. If you like, I make them once more for nothing; you may swap photos first.","buttons":[{"id":"portraits:again:1","title":"Make them again"},{"id":"portraits:skip","title":"Skip"}],"type":"buttons","summary":"I am sorry. What was not right? Write it here. If you like, I make them once more for nothing; you may swap photos first."}'),
	(276, '2026-11-30 10:08:51.368238+00', 1, 26, 'in', 'text', 'hello', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFQTc4MThGNjU0M0I0OTlBOTMzMTM2N0E0ODE3REUxQQA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFQTc4MThGNjU0M0I0OTlBOTMzMTM2N0E0ODE3REUxQQA=","timestamp":"1796033331","type":"text","text":{"body":"hello"}}'),
	(277, '2026-11-30 10:08:51.371943+00', 1, 26, 'out', 'text', 'You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.', NULL, NULL, '2026-11-30 10:08:51.371943+00', '{"is":"text","body":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person.","previewUrl":false,"type":"text","summary":"You are talking to an automated assistant. Write *help* to see what it understands, or *human* to reach a person."}'),
	(278, '2026-11-30 10:08:51.371943+00', 1, 26, 'out', 'list', '📸 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?', NULL, NULL, '2026-11-30 10:08:51.371943+00', '{"is":"list","body":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?","button":"Choose","sections":[{"rows":[{"id":"portraits:begin","title":"Begin","description":"Send photos and choose a style"},{"id":"portraits:how","title":"How it works","description":"In five steps, with prices and what happens to your photos"},{"id":"cmd:language","title":"Language"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83D\uDCF8 *Portraits of you, made by AI.* Send a few photos of yourself, choose a style, and get 12 to 40 new portraits, usually within the hour. What shall we do?"}'),
	(279, '2026-11-30 10:08:51.37516+00', 1, 26, 'in', 'interactive', 'portraits:ready', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDNjY1NTBFQTI0NDA0MEZEODZBQ0IwQkVBNjIwNTBFQwA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDNjY1NTBFQTI0NDA0MEZEODZBQ0IwQkVBNjIwNTBFQwA=","timestamp":"1796033331","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:ready","title":"portraits:ready"}}}'),
	(280, '2026-11-30 10:08:51.37516+00', 1, 26, 'out', 'buttons', 'Before your first photo, please read this:

• You send *only photos of yourself*, and you are *18 or over*.
• They go to our AI provider (Astria), for your portraits alone, and train no other model.
• Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.
• *delete my data* erases everything at any time.', NULL, NULL, '2026-11-30 10:08:51.37516+00', '{"is":"buttons","body":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time.","buttons":[{"id":"portraits:agree","title":"I agree"},{"id":"portraits:decline","title":"No, thanks"}],"type":"buttons","summary":"Before your first photo, please read this:\n\n\u2022 You send *only photos of yourself*, and you are *18 or over*.\n\u2022 They go to our AI provider (Astria), for your portraits alone, and train no other model.\n\u2022 Photos are erased 7 days after delivery, or after 30 days if you do not order; portraits and model after 30 days.\n\u2022 *delete my data* erases everything at any time."}'),
	(281, '2026-11-30 10:08:51.379185+00', 1, 26, 'in', 'interactive', 'portraits:agree', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0OUZCOUI3NzM2QzI0RDM2QjdFOTYwQjhDM0E4Qjg0MwA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0OUZCOUI3NzM2QzI0RDM2QjdFOTYwQjhDM0E4Qjg0MwA=","timestamp":"1796033331","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:agree","title":"portraits:agree"}}}'),
	(282, '2026-11-30 10:08:51.379185+00', 1, 26, 'out', 'text', 'Send your photos now, as many at once as you like. I need at least 4. A 👍 means that a photo is good; if not, I tell you why.', NULL, NULL, '2026-11-30 10:08:51.379185+00', '{"is":"text","body":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why.","previewUrl":false,"type":"text","summary":"Send your photos now, as many at once as you like. I need at least 4. A \uD83D\uDC4D means that a photo is good; if not, I tell you why."}'),
	(283, '2026-11-30 10:08:51.438672+00', 1, 26, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=","timestamp":"1796033331","type":"image","image":{"id":"900000000000056","mime_type":"image/png","sha256":"\u002BE7ejtuaPIek43RSVRXH7oeAdjvfmrSEjxLageHM4C4="}}'),
	(284, '2026-11-30 10:08:51.470544+00', 1, 26, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=","timestamp":"1796033331","type":"image","image":{"id":"900000000000057","mime_type":"image/png","sha256":"VrGBMvfRj9qydN7Y7iWh53LvWxCNipLB0/tyQHqu6GI="}}'),
	(285, '2026-11-30 10:08:51.493309+00', 1, 26, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=","timestamp":"1796033331","type":"image","image":{"id":"900000000000058","mime_type":"image/png","sha256":"z4VjfFuy0sYpGpucSv/f7MowwaMklfE\u002BIWAaoWpK4AA="}}'),
	(286, '2026-11-30 10:08:51.502045+00', 1, 26, 'in', 'image', 'image', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=', NULL, '2026-11-30 10:08:51+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=","timestamp":"1796033331","type":"image","image":{"id":"900000000000059","mime_type":"image/png","sha256":"hq3kKuLKxjjZogl0pRmjfv\u002BKcmc/38KXOKAn0Ngbyis="}}'),
	(287, '2026-11-30 10:08:52.134332+00', 1, 26, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:52.134332+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(288, '2026-11-30 10:08:52.195507+00', 1, 26, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:52.195507+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(289, '2026-11-30 10:08:52.698911+00', 1, 26, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:52.698911+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(290, '2026-11-30 10:08:52.746648+00', 1, 26, 'out', 'reaction', '👍', NULL, NULL, '2026-11-30 10:08:52.746648+00', '{"is":"reaction","messageId":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=","emoji":"\uD83D\uDC4D","type":"reaction","summary":"\uD83D\uDC4D"}'),
	(291, '2026-11-30 10:09:00.00786+00', 1, 26, 'out', 'text', '• Light: good.
• Angles: all are close-ups. One or two from head to toe would help.
• Variety: good.
• There is none I would replace.', NULL, NULL, '2026-11-30 10:09:00.00786+00', '{"is":"text","body":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace.","previewUrl":false,"type":"text","summary":"\u2022 Light: good.\n\u2022 Angles: all are close-ups. One or two from head to toe would help.\n\u2022 Variety: good.\n\u2022 There is none I would replace."}'),
	(292, '2026-11-30 10:09:00.00786+00', 1, 26, 'out', 'list', '🎉 4 photos are in, that is enough (up to 30 make it better). What next?', NULL, NULL, '2026-11-30 10:09:00.00786+00', '{"is":"list","body":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?","button":"Choose","sections":[{"rows":[{"id":"portraits:done","title":"Done, choose a style","description":"See sizes, prices and styles"},{"id":"portraits:add","title":"Add more photos","description":"More variety makes better portraits"},{"id":"portraits:review","title":"What about my photos?","description":"Light, angles, variety, and which one to replace"},{"id":"portraits:restart","title":"Start over","description":"Erase these photos and send others"},{"id":"cmd:human","title":"Talk to a person","description":"A human of our team answers"}]}],"type":"list","summary":"\uD83C\uDF89 4 photos are in, that is enough (up to 30 make it better). What next?"}'),
	(293, '2026-11-30 10:09:00.054331+00', 1, 26, 'in', 'interactive', 'portraits:done', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDNEYwOEI5Q0E0MjE0OUZFQUZFODZBNTA5QUM0QzI3QwA=', NULL, '2026-11-30 10:09:00+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDNEYwOEI5Q0E0MjE0OUZFQUZFODZBNTA5QUM0QzI3QwA=","timestamp":"1796033340","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:done","title":"portraits:done"}}}'),
	(294, '2026-11-30 10:09:00.054331+00', 1, 26, 'out', 'list', 'How many portraits would you like?', NULL, NULL, '2026-11-30 10:09:00.054331+00', '{"is":"list","body":"How many portraits would you like?","button":"Choose","sections":[{"rows":[{"id":"portraits:tier:lite","title":"Lite","description":"12 portraits for 9.00 USD"},{"id":"portraits:tier:standard","title":"Standard","description":"24 portraits for 15.00 USD"},{"id":"portraits:tier:premium","title":"Premium","description":"40 portraits for 23.00 USD"}]}],"type":"list","summary":"How many portraits would you like?"}'),
	(295, '2026-11-30 10:09:00.104534+00', 1, 26, 'in', 'interactive', 'portraits:tier:lite', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA2QkIzNTUxQUM2RDY0NUE3OEE5MzUyMEEzQjkyNzU5NAA=', NULL, '2026-11-30 10:09:00+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA2QkIzNTUxQUM2RDY0NUE3OEE5MzUyMEEzQjkyNzU5NAA=","timestamp":"1796033340","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:tier:lite","title":"portraits:tier:lite"}}}'),
	(296, '2026-11-30 10:09:00.146996+00', 1, 26, 'out', 'buttons', '*Corporate Headshots*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:09:00.146996+00', '{"is":"buttons","body":"*Corporate Headshots*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:260","title":"I want it"},{"id":"portraits:examples:260","title":"Show examples"}],"headerImage":{"storeKey":"3771776c426d6566bd79a81747c7c055.png","mimeType":"image/png"},"type":"buttons","summary":"*Corporate Headshots*\n12 portraits, 9.00 USD"}'),
	(297, '2026-11-30 10:09:00.146996+00', 1, 26, 'out', 'buttons', '*City Nights*
12 portraits, 9.00 USD', NULL, NULL, '2026-11-30 10:09:00.146996+00', '{"is":"buttons","body":"*City Nights*\n12 portraits, 9.00 USD","buttons":[{"id":"portraits:pack:261","title":"I want it"},{"id":"portraits:examples:261","title":"Show examples"}],"headerImage":{"storeKey":"244e6fd048e051ef8dee0fec208ae659.png","mimeType":"image/png"},"type":"buttons","summary":"*City Nights*\n12 portraits, 9.00 USD"}'),
	(298, '2026-11-30 10:09:00.158813+00', 1, 26, 'in', 'interactive', 'portraits:pack:260', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBCREY1Mjc4Q0VDRDQ0RTYxQTREM0ZEQTFCMDM5MjVBMwA=', NULL, '2026-11-30 10:09:00+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBCREY1Mjc4Q0VDRDQ0RTYxQTREM0ZEQTFCMDM5MjVBMwA=","timestamp":"1796033340","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:pack:260","title":"portraits:pack:260"}}}'),
	(299, '2026-11-30 10:09:00.158813+00', 1, 26, 'out', 'buttons', '*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.

• They are made by AI and say so.
• If they cannot be made, all your money goes back.
• If you rate them 1 or 2, I make them once more for nothing.
• Since they are made for you alone, you cannot withdraw once training has begun.', NULL, NULL, '2026-11-30 10:09:00.158813+00', '{"is":"buttons","body":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun.","buttons":[{"id":"portraits:order:260","title":"I agree"},{"id":"portraits:packs","title":"Another style"}],"type":"buttons","summary":"*Corporate Headshots*: 12 portraits of you for *9.00 USD*, paid once.\n\n\u2022 They are made by AI and say so.\n\u2022 If they cannot be made, all your money goes back.\n\u2022 If you rate them 1 or 2, I make them once more for nothing.\n\u2022 Since they are made for you alone, you cannot withdraw once training has begun."}'),
	(300, '2026-11-30 10:09:00.214115+00', 1, 26, 'in', 'interactive', 'portraits:order:260', 'wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFMjlCM0NEMERCRjE0RkNCQjBCRTRBOTFBODU0RTg1QQA=', NULL, '2026-11-30 10:09:00+00', '{"from":"15550101011","id":"wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFMjlCM0NEMERCRjE0RkNCQjBCRTRBOTFBODU0RTg1QQA=","timestamp":"1796033340","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"portraits:order:260","title":"portraits:order:260"}}}');
INSERT INTO chat.messages_202611 VALUES
	(301, '2026-11-30 10:09:00.236015+00', 1, 26, 'out', 'link', '*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_FUt0TcYZLx5JmCaknj', NULL, NULL, '2026-11-30 10:09:00.236015+00', '{"is":"link","body":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done.","label":"Pay","url":"http://127.0.0.1:37937/pay/cs_FUt0TcYZLx5JmCaknj","type":"link","summary":"*Corporate Headshots*, 12 portraits: 9.00 USD. Pay on this page; I begin as soon as it is done. http://127.0.0.1:37937/pay/cs_FUt0TcYZLx5JmCaknj"}'),
	(302, '2026-11-30 10:09:00.304807+00', 1, 26, 'out', 'text', '✅ Paid, thank you! I am starting on “Corporate Headshots” now.', NULL, NULL, '2026-11-30 10:09:00.304807+00', '{"is":"text","body":"\u2705 Paid, thank you! I am starting on \u201CCorporate Headshots\u201D now.","previewUrl":false,"type":"text","summary":"\u2705 Paid, thank you! I am starting on \u201CCorporate Headshots\u201D now."}'),
	(303, '2026-11-30 10:09:02.045049+00', 1, 26, 'out', 'text', '🎨 “Corporate Headshots” is being made. It takes about 2 minutes; I send the portraits here.', NULL, NULL, '2026-11-30 10:09:02.045049+00', '{"is":"text","body":"\uD83C\uDFA8 \u201CCorporate Headshots\u201D is being made. It takes about 2 minutes; I send the portraits here.","previewUrl":false,"type":"text","summary":"\uD83C\uDFA8 \u201CCorporate Headshots\u201D is being made. It takes about 2 minutes; I send the portraits here."}'),
	(304, '2026-11-30 10:09:02.218018+00', 1, 23, 'in', 'text', 'b', 'wamid.HBgLMTU1NTAxMDAwMDQVAgARGCBGOUU5ODQwRjU5Njg0NkQyQjM4RjVGODY0MURFMTY5NQA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100004","id":"wamid.HBgLMTU1NTAxMDAwMDQVAgARGCBGOUU5ODQwRjU5Njg0NkQyQjM4RjVGODY0MURFMTY5NQA=","timestamp":"1796033342","type":"text","text":{"body":"b"}}'),
	(305, '2026-11-30 10:09:02.218018+00', 1, 23, 'out', 'text', 'n=2 re:b', NULL, NULL, '2026-11-30 10:09:02.218018+00', '{"is":"text","body":"n=2 re:b","previewUrl":false,"type":"text","summary":"n=2 re:b"}'),
	(306, '2026-11-30 10:09:02.228555+00', 1, 23, 'in', 'text', 'c', 'wamid.HBgLMTU1NTAxMDAwMDQVAgARGCAzQTEwNzZGQTI5ODI0QkQ5OEUyOTdDQzhFRjRGNENCRQA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100004","id":"wamid.HBgLMTU1NTAxMDAwMDQVAgARGCAzQTEwNzZGQTI5ODI0QkQ5OEUyOTdDQzhFRjRGNENCRQA=","timestamp":"1796033342","type":"text","text":{"body":"c"}}'),
	(307, '2026-11-30 10:09:02.228555+00', 1, 23, 'out', 'text', 'n=3 re:c', NULL, NULL, '2026-11-30 10:09:02.228555+00', '{"is":"text","body":"n=3 re:c","previewUrl":false,"type":"text","summary":"n=3 re:c"}'),
	(308, '2026-11-30 10:09:02.240725+00', 1, 23, 'in', 'text', 'd', 'wamid.HBgLMTU1NTAxMDAwMDQVAgARGCA3RjBCMUYzMUVEMDE0QjQyOUREOUQ4NjRGNDZCQkMwRgA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100004","id":"wamid.HBgLMTU1NTAxMDAwMDQVAgARGCA3RjBCMUYzMUVEMDE0QjQyOUREOUQ4NjRGNDZCQkMwRgA=","timestamp":"1796033342","type":"text","text":{"body":"d"}}'),
	(309, '2026-11-30 10:09:02.240725+00', 1, 23, 'out', 'text', 'n=4 re:d', NULL, NULL, '2026-11-30 10:09:02.240725+00', '{"is":"text","body":"n=4 re:d","previewUrl":false,"type":"text","summary":"n=4 re:d"}'),
	(310, '2026-11-30 10:09:02.248797+00', 1, 22, 'in', 'text', 'b', 'wamid.HBgLMTU1NTAxMDAwMDUVAgARGCAzQjFFOUU0RjQyRTg0OTQzOEU4QUI5RjlDMkNFRUNCOAA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100005","id":"wamid.HBgLMTU1NTAxMDAwMDUVAgARGCAzQjFFOUU0RjQyRTg0OTQzOEU4QUI5RjlDMkNFRUNCOAA=","timestamp":"1796033342","type":"text","text":{"body":"b"}}'),
	(311, '2026-11-30 10:09:02.248797+00', 1, 22, 'out', 'text', 'n=2 re:b', NULL, NULL, '2026-11-30 10:09:02.248797+00', '{"is":"text","body":"n=2 re:b","previewUrl":false,"type":"text","summary":"n=2 re:b"}'),
	(312, '2026-11-30 10:09:02.253781+00', 1, 22, 'in', 'text', 'c', 'wamid.HBgLMTU1NTAxMDAwMDUVAgARGCAyNkI3NDZEMDIyNDY0RUIxQTNGQjg1NEU5MTE5MkQ2RAA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100005","id":"wamid.HBgLMTU1NTAxMDAwMDUVAgARGCAyNkI3NDZEMDIyNDY0RUIxQTNGQjg1NEU5MTE5MkQ2RAA=","timestamp":"1796033342","type":"text","text":{"body":"c"}}'),
	(313, '2026-11-30 10:09:02.253781+00', 1, 22, 'out', 'text', 'n=3 re:c', NULL, NULL, '2026-11-30 10:09:02.253781+00', '{"is":"text","body":"n=3 re:c","previewUrl":false,"type":"text","summary":"n=3 re:c"}'),
	(314, '2026-11-30 10:09:02.260519+00', 1, 22, 'in', 'text', 'd', 'wamid.HBgLMTU1NTAxMDAwMDUVAgARGCBEQjlEMUMwQkJDN0M0RkFEOUQ2QTE5NTYyQjJCMERFQgA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100005","id":"wamid.HBgLMTU1NTAxMDAwMDUVAgARGCBEQjlEMUMwQkJDN0M0RkFEOUQ2QTE5NTYyQjJCMERFQgA=","timestamp":"1796033342","type":"text","text":{"body":"d"}}'),
	(315, '2026-11-30 10:09:02.260519+00', 1, 22, 'out', 'text', 'n=4 re:d', NULL, NULL, '2026-11-30 10:09:02.260519+00', '{"is":"text","body":"n=4 re:d","previewUrl":false,"type":"text","summary":"n=4 re:d"}'),
	(316, '2026-11-30 10:09:02.262477+00', 1, 21, 'in', 'text', 'b', 'wamid.HBgLMTU1NTAxMDAwMDYVAgARGCA4NjJFOTk4RUJFNEU0QTQ3OTNBMzg5RUJCODg5QTBDQwA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100006","id":"wamid.HBgLMTU1NTAxMDAwMDYVAgARGCA4NjJFOTk4RUJFNEU0QTQ3OTNBMzg5RUJCODg5QTBDQwA=","timestamp":"1796033342","type":"text","text":{"body":"b"}}'),
	(317, '2026-11-30 10:09:02.262477+00', 1, 21, 'out', 'text', 'n=2 re:b', NULL, NULL, '2026-11-30 10:09:02.262477+00', '{"is":"text","body":"n=2 re:b","previewUrl":false,"type":"text","summary":"n=2 re:b"}'),
	(318, '2026-11-30 10:09:02.264718+00', 1, 21, 'in', 'text', 'c', 'wamid.HBgLMTU1NTAxMDAwMDYVAgARGCAwQjgxMjExOTM0NkI0MEUyOUQxNzRCRUI2QjFCNkUwMAA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100006","id":"wamid.HBgLMTU1NTAxMDAwMDYVAgARGCAwQjgxMjExOTM0NkI0MEUyOUQxNzRCRUI2QjFCNkUwMAA=","timestamp":"1796033342","type":"text","text":{"body":"c"}}'),
	(319, '2026-11-30 10:09:02.264718+00', 1, 21, 'out', 'text', 'n=3 re:c', NULL, NULL, '2026-11-30 10:09:02.264718+00', '{"is":"text","body":"n=3 re:c","previewUrl":false,"type":"text","summary":"n=3 re:c"}'),
	(320, '2026-11-30 10:09:02.269037+00', 1, 21, 'in', 'text', 'd', 'wamid.HBgLMTU1NTAxMDAwMDYVAgARGCBCNjUwQzE1MEZFMjY0NDkxOUMzQjYyMTlCNkY1RkMwNgA=', NULL, '2026-11-30 10:09:02+00', '{"from":"15550100006","id":"wamid.HBgLMTU1NTAxMDAwMDYVAgARGCBCNjUwQzE1MEZFMjY0NDkxOUMzQjYyMTlCNkY1RkMwNgA=","timestamp":"1796033342","type":"text","text":{"body":"d"}}'),
	(321, '2026-11-30 10:09:02.269037+00', 1, 21, 'out', 'text', 'n=4 re:d', NULL, NULL, '2026-11-30 10:09:02.269037+00', '{"is":"text","body":"n=4 re:d","previewUrl":false,"type":"text","summary":"n=4 re:d"}'),
	(322, '2026-11-30 10:09:02.270973+00', 1, 7, 'in', 'text', 'my habits', 'wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggQUVGMzdEQTgyMkQyNDk1QTlCRUNGRjc2QThGNkMxQ0MA', NULL, '2026-11-30 10:09:02+00', '{"from":"447700900009","id":"wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggQUVGMzdEQTgyMkQyNDk1QTlCRUNGRjc2QThGNkMxQ0MA","timestamp":"1796033342","type":"text","text":{"body":"my habits"}}'),
	(323, '2026-11-30 10:09:02.270973+00', 1, 7, 'out', 'list', 'Your habits:
*Walk*: every day, until 9:00 PM', NULL, NULL, '2026-11-30 10:09:02.270973+00', '{"is":"list","body":"Your habits:\n*Walk*: every day, until 9:00 PM","button":"Choose","sections":[{"rows":[{"id":"habits:habit:1","title":"Walk","description":"every day, until 9:00 PM"}]}],"type":"list","summary":"Your habits:\n*Walk*: every day, until 9:00 PM"}');










INSERT INTO chat.open_conversations VALUES
	(1, '100000000000004', 1, 1),
	(2, '100000000000002', 1, 2),
	(3, '100000000000004', 1, 3),
	(4, '100000000000004', 1, 4),
	(5, '100000000000004', 1, 5),
	(6, '100000000000004', 1, 6),
	(7, '100000000000004', 1, 7),
	(8, '100000000000003', 1, 8),
	(9, '100000000000003', 1, 9),
	(10, '100000000000003', 1, 10),
	(11, '100000000000003', 1, 11),
	(12, '100000000000003', 1, 12),
	(13, '100000000000001', 1, 13),
	(14, '100000000000003', 1, 14),
	(15, '100000000000003', 1, 15),
	(16, '100000000000003', 1, 16),
	(17, '100000000000003', 1, 17),
	(18, '100000000000004', 1, 18),
	(19, '100000000000004', 1, 19),
	(20, '100000000000004', 1, 20),
	(21, '100000000000002', 1, 21),
	(22, '100000000000002', 1, 22),
	(23, '100000000000002', 1, 23),
	(24, '100000000000001', 1, 24),
	(25, '100000000000003', 1, 25),
	(26, '100000000000003', 1, 26);


INSERT INTO chat.outbox VALUES
	(307, '2026-11-30 10:09:02.228555+00', 1, 23, 0, NULL, false),
	(309, '2026-11-30 10:09:02.240725+00', 1, 23, 0, NULL, false),
	(313, '2026-11-30 10:09:02.253781+00', 1, 22, 0, NULL, false),
	(311, '2026-11-30 10:09:02.248797+00', 1, 22, 1, NULL, false),
	(305, '2026-11-30 10:09:02.218018+00', 1, 23, 1, NULL, false),
	(315, '2026-11-30 10:09:02.260519+00', 1, 22, 0, NULL, false),
	(319, '2026-11-30 10:09:02.264718+00', 1, 21, 0, NULL, false),
	(317, '2026-11-30 10:09:02.262477+00', 1, 21, 1, NULL, false),
	(321, '2026-11-30 10:09:02.269037+00', 1, 21, 0, NULL, false),
	(323, '2026-11-30 10:09:02.270973+00', 1, 7, 1, NULL, false);


INSERT INTO chat.people VALUES
	(1, 1, 'Ann', '447700900005', NULL, NULL, '2026-11-30 10:08:22.654455+00'),
	(2, 1, 'Ann', '15550100001', NULL, NULL, '2026-11-30 10:08:23.964819+00'),
	(3, 1, 'Ann', '447700900004', NULL, NULL, '2026-11-30 10:08:24.001596+00'),
	(4, 1, 'Ann', '447700900006', NULL, NULL, '2026-11-30 10:08:24.039105+00'),
	(5, 1, 'Ann', '447700900007', NULL, NULL, '2026-11-30 10:08:24.103785+00'),
	(6, 1, 'Ann', '447700900008', NULL, NULL, '2026-11-30 10:08:24.195313+00'),
	(7, 1, 'Ann', '447700900009', NULL, NULL, '2026-11-30 10:08:24.215161+00'),
	(8, 1, 'Ann', '15550101001', NULL, NULL, '2026-11-30 10:08:24.251743+00'),
	(9, 1, 'Ann', '15550101002', NULL, NULL, '2026-11-30 10:08:24.32049+00'),
	(10, 1, 'Ann', '15550101003', NULL, NULL, '2026-11-30 10:08:24.332088+00'),
	(11, 1, 'Ann', '15550101004', NULL, NULL, '2026-11-30 10:08:24.343735+00'),
	(12, 1, 'Ann', '15550101005', NULL, NULL, '2026-11-30 10:08:24.355182+00'),
	(13, 1, 'Ann', '15550100002', NULL, NULL, '2026-11-30 10:08:24.3655+00'),
	(14, 1, 'Ann', '15550101006', NULL, NULL, '2026-11-30 10:08:24.38377+00'),
	(15, 1, 'Ann', '15550101007', NULL, NULL, '2026-11-30 10:08:24.395583+00'),
	(16, 1, 'Ann', '15550101008', NULL, NULL, '2026-11-30 10:08:24.405218+00'),
	(17, 1, 'Ann', '15550101009', NULL, NULL, '2026-11-30 10:08:24.415201+00'),
	(18, 1, 'Ann', '447700900003', NULL, NULL, '2026-11-30 10:08:24.430098+00'),
	(19, 1, 'Ann', '447700900002', NULL, NULL, '2026-11-30 10:08:24.446556+00'),
	(20, 1, 'Ann', '447700900001', NULL, NULL, '2026-11-30 10:08:24.460204+00'),
	(21, 1, 'Ann', '15550100006', NULL, NULL, '2026-11-30 10:08:24.477501+00'),
	(22, 1, 'Ann', '15550100005', NULL, NULL, '2026-11-30 10:08:24.487453+00'),
	(23, 1, 'Ann', '15550100004', NULL, NULL, '2026-11-30 10:08:24.497465+00'),
	(24, 1, 'Ann', '15550100003', NULL, NULL, '2026-11-30 10:08:24.51285+00'),
	(25, 1, 'Ann', '15550101010', NULL, NULL, '2026-11-30 10:08:24.522713+00'),
	(26, 1, 'Ann', '15550101011', NULL, NULL, '2026-11-30 10:08:51.368238+00');


















INSERT INTO chat.seen_20261130 VALUES
	('message:wamid.HBgMNDQ3NzAwOTAwMDA1FQIAERggRDQ3NTNDMjFBREEwNDE1MjgxRTcyN0FEQkFGQzk5NUUA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDEVAgARGCBBNUNFMDI2MDA2Q0Y0OEQ3OTgwMDA5NTcyMzE1MjgwQgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA0FQIAERggRTU1REFDNTczMTMwNDI5M0FDQUVGODkxNjdCQjlFNjkA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggRDA4NDE0MDk3MENFNDVFNkFERjA0QzkwMEI2MEVGMEMA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggNzAyNDMwRTg2MTgzNEExODg0OUFDRjUzMDE1MEU1NjUA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggMERGREZGRDM5QUQ1NDlCNzhDQkExNTdGNTkyMzY5OEEA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggQ0FCQkM0NkJEQkJBNDg5RDk5RTM3NEFDMkI2MTE2MEYA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDEVAgARGCAwNTc0NzlDMDIyRDc0NzRBOEJDNEVDNzAzODE0NTlFNQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDIVAgARGCA3MDg0MjBGOUU0ODk0NUUwQUFDNEVFOEVFQjlGQjlGNAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA1MDU5RDMxNDgzMDA0RDlFQkU2OTI2NzU2MjI5MjM1QgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBEREQ0NkM2QjM4RTk0RTRGOERCRkQ2MzM3NkVGRDBCNQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBENzY1Qzg3NjEwRDI0OEE1OTczQ0U3MUMzREJFMzZBOQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDIVAgARGCBEQTY2NUVCRUFERjI0RkQ1ODg4ODE3MjQyQ0FENjdCMgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBBREFGODUwM0I1RkE0QjU0ODY1N0EwRDhDMDFERjQyRAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAyMTE4NzdGOUIyMDg0M0I5OTdCQ0Q5RkQ3NEUxODk5MgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBGNTZENDI0NkFDMzY0QTQzOEJCRUUxQzU3NTAwRUQwQQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA1M0VDRjExREJEMEM0MDgyOEEzNzQ5RTYyMUY5MDBBQQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDAzFQIAERggRTUwNjQ2QzQxODlGNEZFQUJFOTNBMjkwRDlGM0IyMUYA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggNDVDQ0I5MUE3MjZGNDUyQ0JERjM4MDNGNDE3ODJBODcA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDAxFQIAERggMDgyRTA4MDVFMTE5NDU5QjgzRDYyNERFQ0M1OTkyNzUA', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDYVAgARGCAzMzU2MDY0NUQxRDk0MDgxODBBOEY5ODBBMDNDOERERgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDUVAgARGCA4NEY2NTMzNDUwMkU0REEwQjk4M0RDMkJGRDYyNEExRQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDQVAgARGCA2QkMwQzJCNEZGMkM0RTNDQUI0OEU3OEJGRjVDRkJGQgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAxNDIwOEVCNTdCQjg0MTBCQjhCRTcwRUVBMDMwQ0NGNQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA0RjMyRTk1NjEzMjU0RjA4ODQ0M0QzRjQ3MzFEMUFBOAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBDODUwOTkyMTRCOUM0RTMxODUwQUI0ODY2MjQ1NDIyMwA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwM0E1OEVBQjc2NUM0QTUzOEU0RDA5QkMzNkNDRTc0RAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0MEUxREFGMEYyRUM0MjkzOUJBMkQ0QzI4MEJFRTAwQQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCBCRkJDOEQzMjQ3NjU0NTQ5QkU2NzFCQ0Y3RTVEMkVGRgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBEODEwMTY3NkNGQjE0QkRBQjgxQzQxQjREOEMwMTM3QQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA1RjBGRUNFMDE1NkM0QjI1QjdENzM1QkFGMTQ4N0NEQwA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0OURFODM5NDVBNDc0MUUyQTdGQkMxOTQyQUIzNUIyRQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAzNUVCNkIyRjY4RDc0NEE0QUI4MjVENUE3NDFGM0FFMQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA4QTk0NTgxMzVEOEY0NDhCQkEwRDRGQ0U2NjNDMDI2NAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA4RTkyNzQwNEU2NkU0MDBFQUUyODBDMjE0RkREMTRCRAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0RERBNEQ5QjlDOEI0N0E3ODkwOUQ0MjQwQ0M0NTFGNgA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA3MUNFQ0Q1OEY5MDA0MjE1OThDMEI1NkQzQzM4MThGRQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAzOTVEQTUwNjE3NDU0NzQ5QURENjcxNTkyMkEzNkRERAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFQTFCRTNCMjk3MzY0MDQyQUQ1MEE1QUQzRjZDMjMyMQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBCN0Y0M0M5OUZGRTk0RkNEODc4NEU0RjFBNDQ1ODA4MQA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBCODQ4Q0REOEM5OEE0OEU5ODVCNDlEMUJDODY2QUNGMAA=', '2026-11-30 10:08:22+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggQTk5RkU0Q0M2NzVCNEU5NUIwMTA0RUNCMENFMDMzRTkA', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggNTgyQjM2QUE0MjAzNDdGRkEwRTNDMTc2OTI1MDkyMUMA', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggNjMzMjZDMTlDMUVDNDE0MDlDREI0MkRGNDZEQzA1NzEA', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDIVAgARGCA2MTQwQzNFRjQwM0Y0QUEyOEMxRjEwNzM1QUQxREQyMAA=', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggQzM5MTM5ODI1ODlBNEQxRjk0QjdEMkQxRDk5ODA4NUQA', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAwREU5RUU4MjY2Q0M0OTEzOTFGNUI0QjM5MURBQzQ2MQA=', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=', '2026-11-30 10:08:24+00', 1);
INSERT INTO chat.seen_20261130 VALUES
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=', '2026-11-30 10:08:24+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=', '2026-11-30 10:08:25+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDMVAgARGCBDRERBOUMxMTE4OEI0MEE5QjYxRjFBMEQ4MUU3NTgwNQA=', '2026-11-30 10:08:25+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=', '2026-11-30 10:08:27.799586+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=', '2026-11-30 10:08:27.813499+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=', '2026-11-30 10:08:28.596345+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=', '2026-11-30 10:08:28.717834+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=', '2026-11-30 10:08:29.30198+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=', '2026-11-30 10:08:29.765976+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=', '2026-11-30 10:08:30.041286+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=', '2026-11-30 10:08:30.476581+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=', '2026-11-30 10:08:31.04255+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=', '2026-11-30 10:08:31.103787+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=', '2026-11-30 10:08:32.050782+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=', '2026-11-30 10:08:32.210546+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=', '2026-11-30 10:08:32.877926+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=', '2026-11-30 10:08:33.15966+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=', '2026-11-30 10:08:33.560896+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=', '2026-11-30 10:08:33.642621+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=', '2026-11-30 10:08:34.066464+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=', '2026-11-30 10:08:34.270875+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=', '2026-11-30 10:08:34.474549+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=', '2026-11-30 10:08:35.102821+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=', '2026-11-30 10:08:35.256881+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=', '2026-11-30 10:08:35.938529+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=', '2026-11-30 10:08:36.051284+00', 1);
INSERT INTO chat.seen_20261130 VALUES
	('event:image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=', '2026-11-30 10:08:36.557426+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=', '2026-11-30 10:08:36.627754+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=', '2026-11-30 10:08:37.130966+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=', '2026-11-30 10:08:37.221832+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=', '2026-11-30 10:08:37.407492+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=', '2026-11-30 10:08:37.831226+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDdBNzAzODk4QkI0NEVDQjhDRUUxQzRCQTJENjE5OAA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBDNjUwQzE5RDg4NTk0MTFFQTRGNThCNjM4RDFCMEM1QwA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA4MEE2ODg3NDMwMkM0MzRGOENDQTgyOTBDQTY0NEI0NAA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBGRjFDQzcyOTAxNzU0QTk4QjU2MThGNDRGQjhDNjNEMwA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA5QjU1RDM5Q0RBREQ0OTlGQkUxNzZGM0E4NDU2MDZENAA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxMzQ3RkFBMDE4NTY0OThEQkIzMUI5MkJCMkUxRjg2RQA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGQUYyNjNBNTU2NUY0RDU1QUJFODY3QTFERDQ1OUFFMwA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2N0NDRkYxOURGMjI0MzE1OEE2MDU1NDEyQUZCRTRGQQA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAwMTVDMjEwQUUxQzk0M0JBOTRGQzA4QTM4MUQyMjAxRQA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBQUZFMkI4M0VDMzQ0OTRCOEVBMzVGMTIzNDgwQTAwMwA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFNEY1OEU2MDQyNDE0Q0ZEQTIzQzc0MzU2NDhFNEM1QgA=', '2026-11-30 10:08:44+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAwMTVDMjEwQUUxQzk0M0JBOTRGQzA4QTM4MUQyMjAxRQA=/0/packs', '2026-11-30 10:08:44.542986+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2N0NDRkYxOURGMjI0MzE1OEE2MDU1NDEyQUZCRTRGQQA=/0/packs', '2026-11-30 10:08:44.54305+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGQUYyNjNBNTU2NUY0RDU1QUJFODY3QTFERDQ1OUFFMwA=/0/packs', '2026-11-30 10:08:44.539184+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFNEY1OEU2MDQyNDE0Q0ZEQTIzQzc0MzU2NDhFNEM1QgA=/0/packs', '2026-11-30 10:08:44.551031+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBQUZFMkI4M0VDMzQ0OTRCOEVBMzVGMTIzNDgwQTAwMwA=/0/packs', '2026-11-30 10:08:44.561405+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAwNkE4RUU3NUVFRjE0NzZBQTdFQUM1NURGODE4OUUxRgA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA5NTM4QTc4QzU4Rjk0NTU0ODdCNDBBODdGMjg1RjkxOAA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2NDQ1NjM4QkMyODg0Q0VCOTM4MUU1MzdENzE0MzM3RAA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAwMDYyQUFCQzg0OUI0MEQ5OTg2NDcyRTlDRDA3RjY0NAA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0Q0FCRjNBNjBGN0Y0MUE4OUQ1MDMwMzM5MDAxMkNCOQA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3RENCNzc1RTlEOUQ0MTAyOUJEOTREN0U3NjU5OTUyNgA=', '2026-11-30 10:08:44+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzMDY0MUVBMUE3MTM0REJBQUZCMDZGNjk3RjQ4NDIxNQA=', '2026-11-30 10:08:44+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3RENCNzc1RTlEOUQ0MTAyOUJEOTREN0U3NjU5OTUyNgA=/0/ready', '2026-11-30 10:08:44.805401+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0Q0FCRjNBNjBGN0Y0MUE4OUQ1MDMwMzM5MDAxMkNCOQA=/0/ready', '2026-11-30 10:08:44.80646+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzMDY0MUVBMUE3MTM0REJBQUZCMDZGNjk3RjQ4NDIxNQA=/0/ready', '2026-11-30 10:08:44.806438+00', 1),
	('event:payment:stripe:pi_mvvGCfuY2IuPutN5Td', '2026-11-30 10:08:44.920277+00', 1),
	('event:payment:stripe:pi_qG55O9UrYAPTOI2Qbt', '2026-11-30 10:08:44.920538+00', 1),
	('event:order-2-1/begun', '2026-11-30 10:08:46.122311+00', 1),
	('event:order-1-1/begun', '2026-11-30 10:08:46.121972+00', 1),
	('event:order-2-1/ready', '2026-11-30 10:08:51.052555+00', 1),
	('event:order-1-1/ready', '2026-11-30 10:08:51.099492+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEOTExNDkwMTQ2NjU0RUI4QUREOTE0QkQ2QTczMUIwRAA=', '2026-11-30 10:08:51+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFQTc4MThGNjU0M0I0OTlBOTMzMTM2N0E0ODE3REUxQQA=', '2026-11-30 10:08:51+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDNjY1NTBFQTI0NDA0MEZEODZBQ0IwQkVBNjIwNTBFQwA=', '2026-11-30 10:08:51+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0OUZCOUI3NzM2QzI0RDM2QjdFOTYwQjhDM0E4Qjg0MwA=', '2026-11-30 10:08:51+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=', '2026-11-30 10:08:51+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=', '2026-11-30 10:08:51+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=', '2026-11-30 10:08:51+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=', '2026-11-30 10:08:51+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=', '2026-11-30 10:08:52.112411+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=', '2026-11-30 10:08:52.166939+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=', '2026-11-30 10:08:52.675252+00', 1),
	('event:image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=', '2026-11-30 10:08:52.733855+00', 1);
INSERT INTO chat.seen_20261130 VALUES
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDNEYwOEI5Q0E0MjE0OUZFQUZFODZBNTA5QUM0QzI3QwA=', '2026-11-30 10:09:00+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA2QkIzNTUxQUM2RDY0NUE3OEE5MzUyMEEzQjkyNzU5NAA=', '2026-11-30 10:09:00+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA2QkIzNTUxQUM2RDY0NUE3OEE5MzUyMEEzQjkyNzU5NAA=/0/packs', '2026-11-30 10:09:00.130127+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBCREY1Mjc4Q0VDRDQ0RTYxQTREM0ZEQTFCMDM5MjVBMwA=', '2026-11-30 10:09:00+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFMjlCM0NEMERCRjE0RkNCQjBCRTRBOTFBODU0RTg1QQA=', '2026-11-30 10:09:00+00', 1),
	('event:message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFMjlCM0NEMERCRjE0RkNCQjBCRTRBOTFBODU0RTg1QQA=/0/ready', '2026-11-30 10:09:00.226006+00', 1),
	('event:payment:stripe:pi_kxtMy5GwRkItHnpMlp', '2026-11-30 10:09:00.270327+00', 1),
	('event:order-4-1/begun', '2026-11-30 10:09:02.027352+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDQVAgARGCBGOUU5ODQwRjU5Njg0NkQyQjM4RjVGODY0MURFMTY5NQA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDQVAgARGCAzQTEwNzZGQTI5ODI0QkQ5OEUyOTdDQzhFRjRGNENCRQA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDQVAgARGCA3RjBCMUYzMUVEMDE0QjQyOUREOUQ4NjRGNDZCQkMwRgA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDUVAgARGCAzQjFFOUU0RjQyRTg0OTQzOEU4QUI5RjlDMkNFRUNCOAA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDUVAgARGCAyNkI3NDZEMDIyNDY0RUIxQTNGQjg1NEU5MTE5MkQ2RAA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDUVAgARGCBEQjlEMUMwQkJDN0M0RkFEOUQ2QTE5NTYyQjJCMERFQgA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDYVAgARGCA4NjJFOTk4RUJFNEU0QTQ3OTNBMzg5RUJCODg5QTBDQwA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDYVAgARGCAwQjgxMjExOTM0NkI0MEUyOUQxNzRCRUI2QjFCNkUwMAA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgLMTU1NTAxMDAwMDYVAgARGCBCNjUwQzE1MEZFMjY0NDkxOUMzQjYyMTlCNkY1RkMwNgA=', '2026-11-30 10:09:02+00', 1),
	('message:wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggQUVGMzdEQTgyMkQyNDk1QTlCRUNGRjc2QThGNkMxQ0MA', '2026-11-30 10:09:02+00', 1);












INSERT INTO chat.statuses_202611 VALUES
	('wamid.HBgLMTU1NTAxMDAwMDEVAgARGCA0ODgwMzM4MjUyOTk0Qjk4QjcxRUREMjIyRTFCMzIxNgA=', '', 'accepted', '2026-11-30 10:08:24.072779+00', 1, 6, NULL, NULL, '2026-11-30 10:08:24.072779+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA0FQIAERggRTFGRkI3RUU2QUM2NDIyRUI3NENBM0EzNzJGRDFCRDUA', '', 'accepted', '2026-11-30 10:08:24.088335+00', 1, 8, NULL, NULL, '2026-11-30 10:08:24.088335+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA1FQIAERggM0IwNEFDMEZCOTMwNERFRDkxM0NEMDFFRTAyQkZGOTAA', '', 'accepted', '2026-11-30 10:08:24.088237+00', 1, 2, NULL, NULL, '2026-11-30 10:08:24.088237+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggRDZEMUY0MzhDRkYxNEY1M0I0M0E4RkRCN0E0ODBGNzIA', '', 'accepted', '2026-11-30 10:08:24.107512+00', 1, 12, NULL, NULL, '2026-11-30 10:08:24.107512+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA0FQIAERggNEZEOUQ3NTI1MTMwNDIwOUI1Mjg2OTRBMkY5QkFBN0MA', '', 'accepted', '2026-11-30 10:08:24.188348+00', 1, 9, NULL, NULL, '2026-11-30 10:08:24.188348+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA1FQIAERggNEIwMDUxNzE5NzVCNEJDRkE1QzcxMUIzN0U1NjY0QzQA', '', 'accepted', '2026-11-30 10:08:24.188295+00', 1, 3, NULL, NULL, '2026-11-30 10:08:24.188295+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggMjU4MjM3NUIyNDAzNDhBNzk2MUIzOTc0RTUwRDQ0MjcA', '', 'accepted', '2026-11-30 10:08:24.198434+00', 1, 13, NULL, NULL, '2026-11-30 10:08:24.198434+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggNTNEMjEwQjFGMjI3NDQ5QjlENjY3OUVCQTJBM0Y0MzYA', '', 'accepted', '2026-11-30 10:08:24.198395+00', 1, 16, NULL, NULL, '2026-11-30 10:08:24.198395+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA0FQIAERggNTIwMDlEQkNCQ0U4NDQxNzkzRjJFQjFBOTVBNjQzM0YA', '', 'accepted', '2026-11-30 10:08:24.214491+00', 1, 10, NULL, NULL, '2026-11-30 10:08:24.214491+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA1FQIAERggQTRFRDkwQzFGQjM5NEM0QjlEQUY3MUYzQUQ0QUEyMDIA', '', 'accepted', '2026-11-30 10:08:24.214443+00', 1, 4, NULL, NULL, '2026-11-30 10:08:24.214443+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggODNBQkNENUIyQzBFNDRFRkEyN0I5M0I5MDI0NTIwMTQA', '', 'accepted', '2026-11-30 10:08:24.217645+00', 1, 14, NULL, NULL, '2026-11-30 10:08:24.217645+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggOTg1MUE0NzdERjM3NDI5RkIzRDIyOUY4MUZDNUYzM0QA', '', 'accepted', '2026-11-30 10:08:24.217744+00', 1, 17, NULL, NULL, '2026-11-30 10:08:24.217744+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggNjE4MDdERjlFNEM5NEM5RUI1RUFDNzAyMjY4NEI3MEQA', '', 'accepted', '2026-11-30 10:08:24.217777+00', 1, 20, NULL, NULL, '2026-11-30 10:08:24.217777+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggNzZCRTIyNzFCNUYyNDcyRTkyMEI1NTZBMDZDNTJGOTcA', '', 'accepted', '2026-11-30 10:08:24.253225+00', 1, 18, NULL, NULL, '2026-11-30 10:08:24.253225+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggNjY3MDc5RDVEQ0ZENDhEQkJEN0I2MThENEQ4MjA1NUEA', '', 'accepted', '2026-11-30 10:08:24.253757+00', 1, 21, NULL, NULL, '2026-11-30 10:08:24.253757+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggNTM1RTYxRUNCRURENEJDOEIyNjU4NDNDNDAyMUMyNkEA', '', 'accepted', '2026-11-30 10:08:24.253572+00', 1, 24, NULL, NULL, '2026-11-30 10:08:24.253572+00'),
	('wamid.HBgLMTU1NTAxMDEwMDEVAgARGCA0QUEyQTFGOEVCQzI0QkE1OTc4NTI4NUZBRkYxNEMwOQA=', '', 'accepted', '2026-11-30 10:08:24.322826+00', 1, 28, NULL, NULL, '2026-11-30 10:08:24.322826+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggNzczMjYzQzdEQUFFNERDQkI1MDEzRkQ4RTc2RjQ4MUYA', '', 'accepted', '2026-11-30 10:08:24.322742+00', 1, 22, NULL, NULL, '2026-11-30 10:08:24.322742+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggQjdCQ0EzQ0ZCQjc3NDdBRkI5RDQ0MjY2MEM3NjQ3MDQA', '', 'accepted', '2026-11-30 10:08:24.322436+00', 1, 25, NULL, NULL, '2026-11-30 10:08:24.322436+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA5FQIAERggMjI4MTg0NzQ4NDQzNDc5MTg3NDAzMTkwRTc5MEMxRkUA', '', 'accepted', '2026-11-30 10:08:24.331533+00', 1, 26, NULL, NULL, '2026-11-30 10:08:24.331533+00'),
	('wamid.HBgLMTU1NTAxMDEwMDEVAgARGCAyRjQ1Mjc5MjdBMjE0NkQ2QUE3MUQwQUU4RUZFOUQ0NAA=', '', 'accepted', '2026-11-30 10:08:24.332836+00', 1, 29, NULL, NULL, '2026-11-30 10:08:24.332836+00'),
	('wamid.HBgLMTU1NTAxMDEwMDIVAgARGCBGNTUxNzBCNTFFMjE0RTQ0ODNDRTlFMDlENUE4REMyMQA=', '', 'accepted', '2026-11-30 10:08:24.332577+00', 1, 31, NULL, NULL, '2026-11-30 10:08:24.332577+00'),
	('wamid.HBgLMTU1NTAxMDEwMDIVAgARGCBGQzY4NDA2RDQyNEQ0RDQ0OTFFNTkzODMyRTk1Qzc0RAA=', '', 'accepted', '2026-11-30 10:08:24.34613+00', 1, 32, NULL, NULL, '2026-11-30 10:08:24.34613+00'),
	('wamid.HBgLMTU1NTAxMDEwMDMVAgARGCBEMzdFNEUxMDlEMDM0Q0Y1OUE3Q0NFMUNCOTM3RjYxMgA=', '', 'accepted', '2026-11-30 10:08:24.346618+00', 1, 34, NULL, NULL, '2026-11-30 10:08:24.346618+00'),
	('wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA3MzRBQ0JBMjlDRkE0MUY3QTVDMkVCNTA3RDg0NjE0OQA=', '', 'accepted', '2026-11-30 10:08:24.356732+00', 1, 35, NULL, NULL, '2026-11-30 10:08:24.356732+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBENjU1QURBNjM5OUI0QUE3Qjg0NDA3N0U5NEU1ODExRgA=', '', 'accepted', '2026-11-30 10:08:24.356691+00', 1, 37, NULL, NULL, '2026-11-30 10:08:24.356691+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBCMUYxMzI5Mzk0RTg0OEJCODBDQURBOEE4QjRDNzE2MwA=', '', 'accepted', '2026-11-30 10:08:24.36613+00', 1, 38, NULL, NULL, '2026-11-30 10:08:24.36613+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBDODhCM0QwMDU5NjI0OTJBOTRDRkI5NDMxMjlGNDcyNQA=', '', 'accepted', '2026-11-30 10:08:24.366441+00', 1, 40, NULL, NULL, '2026-11-30 10:08:24.366441+00'),
	('wamid.HBgLMTU1NTAxMDAwMDIVAgARGCA1RjM1QzdGQkJDNDI0QjU0QUU4Mjk1OEYzOTk2OUFFNgA=', '', 'accepted', '2026-11-30 10:08:24.386374+00', 1, 43, NULL, NULL, '2026-11-30 10:08:24.386374+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBERTMzQUI3NEJENjY0NjNBQUFCNTc4OUU5RjE2NzBEMgA=', '', 'accepted', '2026-11-30 10:08:24.385835+00', 1, 41, NULL, NULL, '2026-11-30 10:08:24.385835+00'),
	('wamid.HBgLMTU1NTAxMDAwMDIVAgARGCBFM0Q1REUwQkE3MDk0OUM4QUJGODQ4REY3MjE0RjNEMwA=', '', 'accepted', '2026-11-30 10:08:24.397457+00', 1, 44, NULL, NULL, '2026-11-30 10:08:24.397457+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGNDlENjJENzc1RkI0QUNBQjM4NTY3NzI3MUNCRDVDMAA=', '', 'accepted', '2026-11-30 10:08:24.398+00', 1, 46, NULL, NULL, '2026-11-30 10:08:24.398+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA0MkUxQjUyNzk3Qjg0Q0M3OTU3MDlEOTZCRDk3RDMwMAA=', '', 'accepted', '2026-11-30 10:08:24.407697+00', 1, 47, NULL, NULL, '2026-11-30 10:08:24.407697+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA1MzMwOTMyNjExODQ0N0JFQUMyMjc3QThEMjZGNzg3RgA=', '', 'accepted', '2026-11-30 10:08:24.408759+00', 1, 49, NULL, NULL, '2026-11-30 10:08:24.408759+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBGMDY4NThENUIzQjI0RTUxOTg0NTRFRDM2MkFEMzE4RgA=', '', 'accepted', '2026-11-30 10:08:24.414254+00', 1, 50, NULL, NULL, '2026-11-30 10:08:24.414254+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0Mzc3QjhGREIwQ0Q0MDlCQkExOTkwMjI0RDk3RkJDNwA=', '', 'accepted', '2026-11-30 10:08:24.415701+00', 1, 52, NULL, NULL, '2026-11-30 10:08:24.415701+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAyQkNCMzE1NkI2NkI0MEI3OTU3N0FFMTU0RDhDRjVFMAA=', '', 'accepted', '2026-11-30 10:08:24.432648+00', 1, 53, NULL, NULL, '2026-11-30 10:08:24.432648+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyMzkzRTVFN0RFOEM0NTYwOUYyNEFGNDA5OUI1NjgxOQA=', '', 'accepted', '2026-11-30 10:08:24.432623+00', 1, 55, NULL, NULL, '2026-11-30 10:08:24.432623+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA4MkU0NTMxQkQ5MUQ0NzczQkVBNDE2OTI1QkVGQTM4QgA=', '', 'accepted', '2026-11-30 10:08:24.449523+00', 1, 56, NULL, NULL, '2026-11-30 10:08:24.449523+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAzFQIAERggNjdDMDRFRTc4MjAyNDk4MTlEMzkzREY4M0U4QzdEQkMA', '', 'accepted', '2026-11-30 10:08:24.450371+00', 1, 58, NULL, NULL, '2026-11-30 10:08:24.450371+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggMUFBQkY5RDI0NzgxNEVCREE1RUZGMDk3Qzg5Qzg2NjEA', '', 'accepted', '2026-11-30 10:08:24.471498+00', 1, 61, NULL, NULL, '2026-11-30 10:08:24.471498+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAzFQIAERggMDM2NDFCNzdBOEU0NDc4NUIyQ0EyREM3MkZEMDNFMjAA', '', 'accepted', '2026-11-30 10:08:24.471463+00', 1, 59, NULL, NULL, '2026-11-30 10:08:24.471463+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAxFQIAERggNEM4NEM4QkUxM0I5NEIxODk5NjM5RUMwNTE2ODQ0MDgA', '', 'accepted', '2026-11-30 10:08:24.479913+00', 1, 65, NULL, NULL, '2026-11-30 10:08:24.479913+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggQUEyNzJBOUU5NzFENEVFMkFERjhBNTQ0Q0Q2ODZBNzcA', '', 'accepted', '2026-11-30 10:08:24.47917+00', 1, 62, NULL, NULL, '2026-11-30 10:08:24.47917+00'),
	('wamid.HBgLMTU1NTAxMDAwMDYVAgARGCBDODgwNUM3MkE0NzI0NUMwODdCOUFGNjQxRDI3REQ3NAA=', '', 'accepted', '2026-11-30 10:08:24.487741+00', 1, 69, NULL, NULL, '2026-11-30 10:08:24.487741+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAxFQIAERggRTIzMEMyRjg0RjNFNEUxOTlGRkUzRUMwQjlGNzA2QkQA', '', 'accepted', '2026-11-30 10:08:24.487823+00', 1, 66, NULL, NULL, '2026-11-30 10:08:24.487823+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggQUFBN0IwNjA3NTQ2NEM5ODhBQTZGODUzMjJBRDBBRTAA', '', 'accepted', '2026-11-30 10:08:24.487883+00', 1, 63, NULL, NULL, '2026-11-30 10:08:24.487883+00'),
	('wamid.HBgLMTU1NTAxMDAwMDUVAgARGCA1MTc5QkYyOThGM0U0RUM5QTZDNTE0RkNCODVFN0Q4NwA=', '', 'accepted', '2026-11-30 10:08:24.498293+00', 1, 71, NULL, NULL, '2026-11-30 10:08:24.498293+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAxFQIAERggNkFDMTY1RkQ4NDc4NDdBMUI4NUI5NDEwNzhDREQ2ODQA', '', 'accepted', '2026-11-30 10:08:24.498535+00', 1, 67, NULL, NULL, '2026-11-30 10:08:24.498535+00'),
	('wamid.HBgLMTU1NTAxMDAwMDQVAgARGCBENzhBODNCQzYxQjU0ODMzQjdFMDBFNEFENjRGNjQ0MwA=', '', 'accepted', '2026-11-30 10:08:24.513439+00', 1, 73, NULL, NULL, '2026-11-30 10:08:24.513439+00');
INSERT INTO chat.statuses_202611 VALUES
	('wamid.HBgLMTU1NTAxMDAwMDMVAgARGCA4Q0I5NjVBNTExNDQ0OTJFQUI3MDNGOTYwOTdEMzM4RgA=', '', 'accepted', '2026-11-30 10:08:24.526627+00', 1, 75, NULL, NULL, '2026-11-30 10:08:24.526627+00'),
	('wamid.HBgLMTU1NTAxMDAwMDMVAgARGCBDNUQzQ0JFQUYwQjc0NDJFODI1Mjk0NTg0ODU1NDVCQwA=', '', 'accepted', '2026-11-30 10:08:24.534291+00', 1, 76, NULL, NULL, '2026-11-30 10:08:24.534291+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA2MDEzQkNDQ0EwQjE0Q0I5QTM3QUZDRjFBMDMxODcxMQA=', '', 'accepted', '2026-11-30 10:08:24.532404+00', 1, 78, NULL, NULL, '2026-11-30 10:08:24.532404+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFRkVEQzIyRURBNEE0RkNCODYwNENFNkE5NUVEMTdCMQA=', '', 'accepted', '2026-11-30 10:08:24.54159+00', 1, 81, NULL, NULL, '2026-11-30 10:08:24.54159+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA0MUJFQTJCMTAzRjY0OUY1QkIwNTBFOThDNTRBNkU3MQA=', '', 'accepted', '2026-11-30 10:08:24.547485+00', 1, 83, NULL, NULL, '2026-11-30 10:08:24.547485+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBDMkVFRTQ4MjM3OTc0MTNEODUxODVEODdFODgwNzJCQwA=', '', 'accepted', '2026-11-30 10:08:24.543241+00', 1, 79, NULL, NULL, '2026-11-30 10:08:24.543241+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA4Q0FCOTQyMkJDMUE0Qzg2QjZFMDMyQUFCM0ExNzZEMAA=', '', 'accepted', '2026-11-30 10:08:24.555878+00', 1, 85, NULL, NULL, '2026-11-30 10:08:24.555878+00'),
	('wamid.HBgLMTU1NTAxMDEwMDMVAgARGCBGQjAwRTEyRUZDRTI0MjY0OUQ3NjUyOEZERTQxQUNDRAA=', '', 'accepted', '2026-11-30 10:08:24.567361+00', 1, 87, NULL, NULL, '2026-11-30 10:08:24.567361+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxNzlBMkUzM0YzRjI0RTVFODBFRUI2Qjc4NUVBQThBRgA=', '', 'accepted', '2026-11-30 10:08:24.57511+00', 1, 89, NULL, NULL, '2026-11-30 10:08:24.57511+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBEQ0JDOTVDNEYxREU0Q0M1ODYyMDg2MzJBNUVCRDkxOQA=', '', 'accepted', '2026-11-30 10:08:24.582843+00', 1, 91, NULL, NULL, '2026-11-30 10:08:24.582843+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFNEQ3QUYzMjQ5MDk0RkU5OTc0ODEzNTA5NDk3QjdDNwA=', '', 'accepted', '2026-11-30 10:08:24.587463+00', 1, 93, NULL, NULL, '2026-11-30 10:08:24.587463+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBDNEZDNzcwNzczNTc0M0E0OEFBREEwMUE0QzQ4NjY2MgA=', '', 'accepted', '2026-11-30 10:08:24.606093+00', 1, 97, NULL, NULL, '2026-11-30 10:08:24.606093+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3OTU2OTQ1QjNFMzc0QjVEQTczOEQzQ0E1QzQ2MUFDRgA=', '', 'accepted', '2026-11-30 10:08:24.595216+00', 1, 95, NULL, NULL, '2026-11-30 10:08:24.595216+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA3OTI5QUQzMjk3NzU0RjkwODE3N0U5MkQyN0U4MDBBMgA=', '', 'accepted', '2026-11-30 10:08:24.61619+00', 1, 99, NULL, NULL, '2026-11-30 10:08:24.61619+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBGMUEwNzQzQUJGNEQ0N0M1QUMxRkIzMTQwNDAxRTAwNAA=', '', 'accepted', '2026-11-30 10:08:24.621371+00', 1, 101, NULL, NULL, '2026-11-30 10:08:24.621371+00'),
	('wamid.HBgLMTU1NTAxMDEwMDMVAgARGCBFMTZBQzY4NTdGMUU0RUE4OTA1NDFBQkExNkMwRTUzNQA=', '', 'accepted', '2026-11-30 10:08:24.626412+00', 1, 103, NULL, NULL, '2026-11-30 10:08:24.626412+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA5OTQ3RkFERjhFRUY0MzJDQkQwQkQ3NjBGNzEzQUI3OQA=', '', 'accepted', '2026-11-30 10:08:24.652215+00', 1, 105, NULL, NULL, '2026-11-30 10:08:24.652215+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAzNUM2RDc0QjZBRDY0OURCQjdCMEEzMEU2QzRGOUIxMgA=', '', 'accepted', '2026-11-30 10:08:24.654381+00', 1, 107, NULL, NULL, '2026-11-30 10:08:24.654381+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA1RDRBQjhGRDUwQTk0OTE0ODZCMTM5MjNDQjhFRUVGOQA=', '', 'accepted', '2026-11-30 10:08:24.677188+00', 1, 109, NULL, NULL, '2026-11-30 10:08:24.677188+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRDZCNTU5Q0ZENUE0RUM4QUU3RUJBQUQ3QjFENEUzRQA=', '', 'accepted', '2026-11-30 10:08:24.684146+00', 1, 111, NULL, NULL, '2026-11-30 10:08:24.684146+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA3FQIAERggOTc5N0FFRTE4MUJBNDNCRjk4MTY5MDc5RDUwRkE4RjcA', '', 'accepted', '2026-11-30 10:08:24.946752+00', 1, 113, NULL, NULL, '2026-11-30 10:08:24.946752+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA2FQIAERggMTY4ODdEQjI5NjI2NDI1Nzg5NUI3MzgxODFEMDNDOUYA', '', 'accepted', '2026-11-30 10:08:25.567855+00', 1, 115, NULL, NULL, '2026-11-30 10:08:25.567855+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDA4FQIAERggRUJGN0I1NzNEMUM4NDZFN0FBRDFFREQ5OEJCRjQ0RDMA', '', 'accepted', '2026-11-30 10:08:25.581229+00', 1, 117, NULL, NULL, '2026-11-30 10:08:25.581229+00'),
	('wamid.HBgLMTU1NTAxMDEwMDIVAgARGCA0MTk2RTlBRUI1QjE0NjI5OTNGNDhBNjhEQUFCMUI3NAA=', '', 'accepted', '2026-11-30 10:08:25.683158+00', 1, 119, NULL, NULL, '2026-11-30 10:08:25.683158+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggQUIyQUIwRjc1MjZGNEU2RThGODFEREE3RjkwQzY2NDAA', '', 'accepted', '2026-11-30 10:08:25.78175+00', 1, 121, NULL, NULL, '2026-11-30 10:08:25.78175+00'),
	('wamid.HBgMNDQ3NzAwOTAwMDAyFQIAERggNDdBQUI1RkM2NTY0NEMyRkI2QUQ2OTAxMjI0M0UwOUIA', '', 'accepted', '2026-11-30 10:08:25.785012+00', 1, 122, NULL, NULL, '2026-11-30 10:08:25.785012+00'),
	('wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAxMjJBNEU1MTU3ODc0ODJDOTdGNDk4MDRFN0FGRjhFNgA=', '', 'accepted', '2026-11-30 10:08:25.848284+00', 1, 124, NULL, NULL, '2026-11-30 10:08:25.848284+00'),
	('wamid.HBgLMTU1NTAxMDAwMDMVAgARGCA2MEYzODBFODBEN0M0QTNBODRBOTZENUI3MTg3MjZDMwA=', '', 'accepted', '2026-11-30 10:08:25.859832+00', 1, 125, NULL, NULL, '2026-11-30 10:08:25.859832+00'),
	('wamid.HBgLMTU1NTAxMDAwMDMVAgARGCAyNTI3QjU2ODAxQ0M0QUEzOUM1RTA2OUJBOERDNzk3MgA=', '', 'accepted', '2026-11-30 10:08:27.259982+00', 1, 156, NULL, NULL, '2026-11-30 10:08:27.259982+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA3ODNEMjBDNUM3NTU0MTlBQTRFQTU3MjZGRTYxQUVGQQA=', '', 'accepted', '2026-11-30 10:08:28.074529+00', 1, 157, NULL, NULL, '2026-11-30 10:08:28.074529+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzQjBDOEVBRDlCOTg0MTNGQkI3QkJBQ0JCNDk1NTM3MgA=', '', 'accepted', '2026-11-30 10:08:28.13965+00', 1, 158, NULL, NULL, '2026-11-30 10:08:28.13965+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA5RkNBM0Y3NjdCQTQ0QzVGQjY5Mjk1MzNDRDRBMTRENgA=', '', 'accepted', '2026-11-30 10:08:28.660625+00', 1, 159, NULL, NULL, '2026-11-30 10:08:28.660625+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA1RUU0REQ5ODdGMDE0OENGODE4NTBDQTE0MjNBNzk0MAA=', '', 'accepted', '2026-11-30 10:08:28.842834+00', 1, 160, NULL, NULL, '2026-11-30 10:08:28.842834+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA3NjQ1QTQxRUE5RkE0RjgzQTA3NjA1N0RBQjU5QTNEQgA=', '', 'accepted', '2026-11-30 10:08:29.406794+00', 1, 161, NULL, NULL, '2026-11-30 10:08:29.406794+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA3MTJCNjBFOTBCNzk0MTU4OEU2MENFODYwM0UzOTE1NQA=', '', 'accepted', '2026-11-30 10:08:29.810574+00', 1, 162, NULL, NULL, '2026-11-30 10:08:29.810574+00'),
	('wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAxQUZDRTZBRjQxNjg0MEY2OUU0NjY5REE5QkI4MTcwMwA=', '', 'accepted', '2026-11-30 10:08:30.151135+00', 1, 163, NULL, NULL, '2026-11-30 10:08:30.151135+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3MTJBRTgxNDU3RTU0QUM0ODBCOUM5QkE1Nzk2QjdCNQA=', '', 'accepted', '2026-11-30 10:08:30.572042+00', 1, 164, NULL, NULL, '2026-11-30 10:08:30.572042+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBBMURCQUFEMUEyQjk0NzBBOTMwNTAzRDg3MTJCNjJCRQA=', '', 'accepted', '2026-11-30 10:08:31.114247+00', 1, 165, NULL, NULL, '2026-11-30 10:08:31.114247+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA3Q0ExRkQzRjBFNzM0MjcxQUYzNzQ0MEY4M0U4QjI5RgA=', '', 'accepted', '2026-11-30 10:08:31.178934+00', 1, 166, NULL, NULL, '2026-11-30 10:08:31.178934+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA2Mjg0OEFENUQ3MjY0NEY1OUUwNjNGRDEwODBBNjVGOQA=', '', 'accepted', '2026-11-30 10:08:32.109011+00', 1, 167, NULL, NULL, '2026-11-30 10:08:32.109011+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA3NDUzNzdCNDJCMEI0NkVCODc0OUVDNDVDOTA4ODM0MwA=', '', 'accepted', '2026-11-30 10:08:32.243343+00', 1, 168, NULL, NULL, '2026-11-30 10:08:32.243343+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBGMUM5M0FGMEQ5RDE0QjQ2OTMyQTZFREJENjdGN0I1RAA=', '', 'accepted', '2026-11-30 10:08:32.998001+00', 1, 169, NULL, NULL, '2026-11-30 10:08:32.998001+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA5QzI5QjQ1M0I1Qzg0RUNCODY0RkZEMkFBMjNENEZDRgA=', '', 'accepted', '2026-11-30 10:08:33.239537+00', 1, 170, NULL, NULL, '2026-11-30 10:08:33.239537+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA1NTBBMDM5M0YzQTM0MjUzQUU5RkM0NDk4NkUwQUEyOQA=', '', 'accepted', '2026-11-30 10:08:33.666613+00', 1, 171, NULL, NULL, '2026-11-30 10:08:33.666613+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMTQ0RUQzMzlDMjI0MzQ5QjFENUE0RUI0RjUxMzBCMQA=', '', 'accepted', '2026-11-30 10:08:33.765456+00', 1, 172, NULL, NULL, '2026-11-30 10:08:33.765456+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBCQkZGOUQ2RDU5NkM0NzdEQTFBMjA2NkREODY0REExMAA=', '', 'accepted', '2026-11-30 10:08:34.1656+00', 1, 173, NULL, NULL, '2026-11-30 10:08:34.1656+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA5Qzg1MTIzN0Y3MjU0MTQzQUJDM0QzNEM1RDIxN0M1QQA=', '', 'accepted', '2026-11-30 10:08:34.362785+00', 1, 174, NULL, NULL, '2026-11-30 10:08:34.362785+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA3NkU3NDBFRTNCRjY0MDU3ODhBQUQzQUM2QkEyN0RCNAA=', '', 'accepted', '2026-11-30 10:08:34.526958+00', 1, 175, NULL, NULL, '2026-11-30 10:08:34.526958+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQ0Q4RDM2MzZENEM0M0Y5OTcwMDBFRUVFRTlEMTY3OQA=', '', 'accepted', '2026-11-30 10:08:35.137785+00', 1, 176, NULL, NULL, '2026-11-30 10:08:35.137785+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA4MDQ0MTg4NkEwQjQ0MkMyOUNDMzhGQUM0NkNERDYxNAA=', '', 'accepted', '2026-11-30 10:08:35.306766+00', 1, 177, NULL, NULL, '2026-11-30 10:08:35.306766+00');
INSERT INTO chat.statuses_202611 VALUES
	('wamid.HBgLMTU1NTAxMDEwMDMVAgARGCA4QkIxQzU2MkU5MUI0Q0Q5OTQ3MTdEOURCMUE3Qzc3OQA=', '', 'accepted', '2026-11-30 10:08:36.044014+00', 1, 179, NULL, NULL, '2026-11-30 10:08:36.044014+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0RDIxQUQyNkFCQTA0NEU4ODM4MjIyREFGMTYxQTY4RgA=', '', 'accepted', '2026-11-30 10:08:36.041981+00', 1, 178, NULL, NULL, '2026-11-30 10:08:36.041981+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzQzhBRjM4NTQ3NjI0OEZFODE5QkM1QTA5MTI0NjA1NQA=', '', 'accepted', '2026-11-30 10:08:36.151783+00', 1, 180, NULL, NULL, '2026-11-30 10:08:36.151783+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAwQ0E5NzFEM0Y2RTQ0MDgxOUMyRkNBOEIxNzRGRkI5OAA=', '', 'accepted', '2026-11-30 10:08:36.705984+00', 1, 182, NULL, NULL, '2026-11-30 10:08:36.705984+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA0MDgwMUFCMDBBN0M0NDgwQjkyNzY0NEE0RDE3Q0RGNAA=', '', 'accepted', '2026-11-30 10:08:36.698284+00', 1, 181, NULL, NULL, '2026-11-30 10:08:36.698284+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBGMzM0NDE4REJBOTQ0NzE2OEM1MTRDMzVDOEVEQTFDOQA=', '', 'accepted', '2026-11-30 10:08:37.279988+00', 1, 183, NULL, NULL, '2026-11-30 10:08:37.279988+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGQ0NFMkY3ODRFNTc0NEJFODgyMTRBRjZENDk0MjQ4NQA=', '', 'accepted', '2026-11-30 10:08:37.298433+00', 1, 184, NULL, NULL, '2026-11-30 10:08:37.298433+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA4NEJDNzRGQzIxNTg0MkUxQUYxMkREMkVCMEE5MTMyMgA=', '', 'accepted', '2026-11-30 10:08:37.502873+00', 1, 185, NULL, NULL, '2026-11-30 10:08:37.502873+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA5MEFFOTM3RjgxMEI0ODU1QjlGQTBFOTI4MjQ5OUZFQQA=', '', 'accepted', '2026-11-30 10:08:37.84933+00', 1, 186, NULL, NULL, '2026-11-30 10:08:37.84933+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA3NkExNjU3RjM5N0E0QzZCOTUxNDBBQzJFM0Q5NUI1OAA=', '', 'accepted', '2026-11-30 10:08:44.048365+00', 1, 187, NULL, NULL, '2026-11-30 10:08:44.048365+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAyMDAyMDQ2MjgyREQ0OTBDQjc0NEU2QTY3NDFGOTE5MAA=', '', 'accepted', '2026-11-30 10:08:44.048415+00', 1, 199, NULL, NULL, '2026-11-30 10:08:44.048415+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0ODA2RkMyODFDQzQ0QzcwODcyQTE1MjYxMTlEQTU2OQA=', '', 'accepted', '2026-11-30 10:08:44.048389+00', 1, 195, NULL, NULL, '2026-11-30 10:08:44.048389+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBENzE4OTQ2MDMwMjE0OTZGQjU1NTk2OEVFNzFEODg3RQA=', '', 'accepted', '2026-11-30 10:08:44.049922+00', 1, 189, NULL, NULL, '2026-11-30 10:08:44.049922+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDNEY0QUY0OUZEQUU0RUY4ODkxQjhEREJCNjg5RDAwMAA=', '', 'accepted', '2026-11-30 10:08:44.048548+00', 1, 197, NULL, NULL, '2026-11-30 10:08:44.048548+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQkQ2MTNGRDVENDc0OUUzOEIwQTE3NUYyNjNDNzE3OQA=', '', 'accepted', '2026-11-30 10:08:44.049951+00', 1, 193, NULL, NULL, '2026-11-30 10:08:44.049951+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAzMUQ4NDY0OTM4RDU0MzczODJEQTlEODcyRUY1MUJGMAA=', '', 'accepted', '2026-11-30 10:08:44.049824+00', 1, 191, NULL, NULL, '2026-11-30 10:08:44.049824+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA1Rjc2RDczMDE2Qjg0RDc1QjZFOTk1OTJDMjk0QUQyNwA=', '', 'accepted', '2026-11-30 10:08:44.052103+00', 1, 188, NULL, NULL, '2026-11-30 10:08:44.052103+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBGOThGMzQ4MkI3RUU0MDAwQUJCNzFEOEY2QzBENzYyRgA=', '', 'accepted', '2026-11-30 10:08:44.052432+00', 1, 190, NULL, NULL, '2026-11-30 10:08:44.052432+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBEQkUxOTNENjEyNEQ0MEI4OUY5QzQ4RkU4RkQ1ODI1RgA=', '', 'accepted', '2026-11-30 10:08:44.052408+00', 1, 198, NULL, NULL, '2026-11-30 10:08:44.052408+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA4QTY1MjFBMTIzRTk0RkJFQURCMDhBMkRCNTAzRUNDRgA=', '', 'accepted', '2026-11-30 10:08:44.052295+00', 1, 200, NULL, NULL, '2026-11-30 10:08:44.052295+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAyNTlFNDNCRkUxNEM0MzUyQjEwMDAyMTMwQjM3M0MwMgA=', '', 'accepted', '2026-11-30 10:08:44.052398+00', 1, 196, NULL, NULL, '2026-11-30 10:08:44.052398+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA4MkRFQThCNkM0RDc0N0QyOUIyQzI5MzBDQjQ2MDlCMwA=', '', 'accepted', '2026-11-30 10:08:44.052441+00', 1, 194, NULL, NULL, '2026-11-30 10:08:44.052441+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBGRTdGNDdDNDk2M0Y0NjI2Qjc4ODFFODE3NzQ2NTIzMgA=', '', 'accepted', '2026-11-30 10:08:44.052421+00', 1, 192, NULL, NULL, '2026-11-30 10:08:44.052421+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA3NTBBQkMyQjM5OEU0ODNDOURBNUExQTk1QjQ2M0ZERgA=', '', 'accepted', '2026-11-30 10:08:44.075142+00', 1, 202, NULL, NULL, '2026-11-30 10:08:44.075142+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBBQkU2QjVDREVBOTM0RDQ5QkQzMjNDQkZBMTJERTE5NQA=', '', 'accepted', '2026-11-30 10:08:44.089279+00', 1, 204, NULL, NULL, '2026-11-30 10:08:44.089279+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBDQTkyNjBDQkZDNDI0QUU2OTg5NTM3N0YyMjUyREZDMAA=', '', 'accepted', '2026-11-30 10:08:44.094706+00', 1, 208, NULL, NULL, '2026-11-30 10:08:44.094706+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA5Rjc1MzcwMDRGMTI0MThGOTc0NzgxMEUwOUU3M0Y1NwA=', '', 'accepted', '2026-11-30 10:08:44.092441+00', 1, 206, NULL, NULL, '2026-11-30 10:08:44.092441+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzOTIzQzFCMUM2RjU0N0Q4QUU0MjFBNjI5RjJFNzgyQwA=', '', 'accepted', '2026-11-30 10:08:44.09739+00', 1, 210, NULL, NULL, '2026-11-30 10:08:44.09739+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBDMEVCRDA1MkNGM0Y0QzgwQUY3M0ExMjBFRjhDNkFENwA=', '', 'accepted', '2026-11-30 10:08:44.099297+00', 1, 212, NULL, NULL, '2026-11-30 10:08:44.099297+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2OENEQjAyOUMyMjE0ODVGQkFFQjBGNzNFOTVBNzRERgA=', '', 'accepted', '2026-11-30 10:08:44.619794+00', 1, 218, NULL, NULL, '2026-11-30 10:08:44.619794+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBGNzA0Q0RFOTg0ODU0QjkyOUM4MDI0MjYyNzM2NzZERAA=', '', 'accepted', '2026-11-30 10:08:44.619769+00', 1, 222, NULL, NULL, '2026-11-30 10:08:44.619769+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA5RjI2MjFBMUM4OEQ0QTcxQUQ3NzBGMkI4NTY1MURCQwA=', '', 'accepted', '2026-11-30 10:08:44.619812+00', 1, 224, NULL, NULL, '2026-11-30 10:08:44.619812+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBFQzY1NEJBMzREMEI0MDcyQkUxOUU3RTg2ODg1Mjc0MQA=', '', 'accepted', '2026-11-30 10:08:44.620075+00', 1, 220, NULL, NULL, '2026-11-30 10:08:44.620075+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA4NzJFNTg3RjBENTI0QjNCOTlFRTE0NDE4OENBQ0UwQQA=', '', 'accepted', '2026-11-30 10:08:44.620086+00', 1, 226, NULL, NULL, '2026-11-30 10:08:44.620086+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAyNTAxN0VEMDBFRDU0NUFCOThCQjkwMkU1RTYxNDc2NQA=', '', 'accepted', '2026-11-30 10:08:44.63199+00', 1, 225, NULL, NULL, '2026-11-30 10:08:44.63199+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA5RDVEODBCMTk0RDU0NEJDQjBEMjE4MEM4OEU2QTZCOQA=', '', 'accepted', '2026-11-30 10:08:44.632253+00', 1, 219, NULL, NULL, '2026-11-30 10:08:44.632253+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA3MTYzOTA4RERDNDA0OEIwOTlBMUE0NTBFNzgwMTJEQgA=', '', 'accepted', '2026-11-30 10:08:44.632086+00', 1, 221, NULL, NULL, '2026-11-30 10:08:44.632086+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFQTg2NzdFRDJDODY0MTk1ODQ3NzdENTdCNjhGODE5MQA=', '', 'accepted', '2026-11-30 10:08:44.632266+00', 1, 227, NULL, NULL, '2026-11-30 10:08:44.632266+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBENzM5OUJCMTM0Q0Y0NjA0OTlGMzkyRDgxMDM1MEM3MgA=', '', 'accepted', '2026-11-30 10:08:44.632069+00', 1, 223, NULL, NULL, '2026-11-30 10:08:44.632069+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA2NjYxQzFEREIwQUY0QkY1OEJENzg1RDExRTNBNzBDMAA=', '', 'accepted', '2026-11-30 10:08:44.652883+00', 1, 229, NULL, NULL, '2026-11-30 10:08:44.652883+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBGNTI1NzMzRkMwMzI0QzNCQTQ2QkY2NjFBRERBNzg0NAA=', '', 'accepted', '2026-11-30 10:08:44.665827+00', 1, 231, NULL, NULL, '2026-11-30 10:08:44.665827+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA5MEVCQkE4Q0FFRDE0QzE4QTEyQzY3QkI4RkRGNzBEMwA=', '', 'accepted', '2026-11-30 10:08:44.668329+00', 1, 233, NULL, NULL, '2026-11-30 10:08:44.668329+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3QzE3QjQ0QTIwN0U0QzdCODFDOTlENzZBNDYyOTc3RgA=', '', 'accepted', '2026-11-30 10:08:44.670651+00', 1, 235, NULL, NULL, '2026-11-30 10:08:44.670651+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAzRDFCQjBFMEQ5MDg0N0NBOTA5QTY4NjlFMDRFQjA2MgA=', '', 'accepted', '2026-11-30 10:08:44.843061+00', 1, 239, NULL, NULL, '2026-11-30 10:08:44.843061+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA4REI3Njg4NkQyNEE0OTk0OUQwMTc1RkE1OTA4QjA2MgA=', '', 'accepted', '2026-11-30 10:08:44.849276+00', 1, 241, NULL, NULL, '2026-11-30 10:08:44.849276+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0NEYzNkVFNkRGQTE0RDFGOTkxNTdDQjVCOERCQjE2MAA=', '', 'accepted', '2026-11-30 10:08:44.846647+00', 1, 240, NULL, NULL, '2026-11-30 10:08:44.846647+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3MUM3QzI2NTJFOEM0MkVFOUIxODEwMTZEREQ4RDBBMgA=', '', 'accepted', '2026-11-30 10:08:45.062829+00', 1, 242, NULL, NULL, '2026-11-30 10:08:45.062829+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAwMDcyNDc5N0E2Q0Q0MkNFODJEMDU0RUVGMkNDMjBCNgA=', '', 'accepted', '2026-11-30 10:08:45.088068+00', 1, 243, NULL, NULL, '2026-11-30 10:08:45.088068+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxMjY1NTgyMEYyNDI0OTE0OTM5MTNFMTg4QzE2RjI4QgA=', '', 'accepted', '2026-11-30 10:08:46.151876+00', 1, 244, NULL, NULL, '2026-11-30 10:08:46.151876+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBDOTA3QTBCMEU2Qzg0Qzc0OTQzNzA3NDEyNEI2N0U0NgA=', '', 'accepted', '2026-11-30 10:08:46.162619+00', 1, 245, NULL, NULL, '2026-11-30 10:08:46.162619+00');
INSERT INTO chat.statuses_202611 VALUES
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAwQzlCOEZDMjAwNUY0OEZFQjQ4REI5MzBDQTdCMkQyQQA=', '', 'accepted', '2026-11-30 10:08:51.107517+00', 1, 246, NULL, NULL, '2026-11-30 10:08:51.107517+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFRjA5RTVGNEEzNzA0MEQ3ODEyNzM1QUVGNEVBQTg0NwA=', '', 'accepted', '2026-11-30 10:08:51.117478+00', 1, 247, NULL, NULL, '2026-11-30 10:08:51.117478+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA1MUQwRjk2Njc1OUQ0RTVFQTAxMTg1QUU5MENGNjhCQQA=', '', 'accepted', '2026-11-30 10:08:51.132593+00', 1, 248, NULL, NULL, '2026-11-30 10:08:51.132593+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA2NERCNjE2NjAzMEM0MkE2QTBEMkZBNDQ1OTg5RUI4RQA=', '', 'accepted', '2026-11-30 10:08:51.145683+00', 1, 249, NULL, NULL, '2026-11-30 10:08:51.145683+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMUNFQTgwN0QwQTU0RkE2QjREMjgwNDBCNUU3MkI4NQA=', '', 'accepted', '2026-11-30 10:08:51.178247+00', 1, 250, NULL, NULL, '2026-11-30 10:08:51.178247+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3OTJGOUZGODNGRjk0OTM5OEUzNkVGMzk4NTk1QjQxMwA=', '', 'accepted', '2026-11-30 10:08:51.196956+00', 1, 251, NULL, NULL, '2026-11-30 10:08:51.196956+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBDMkE4QjMyMTE0OUY0RTFEQkI4MEIwQTM2N0RCQjIyRQA=', '', 'accepted', '2026-11-30 10:08:51.201113+00', 1, 260, NULL, NULL, '2026-11-30 10:08:51.201113+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBBMDk0NjQ5MDlDNkQ0REQwOTMxQTA2OUM2RkIyNDM2OAA=', '', 'accepted', '2026-11-30 10:08:51.207686+00', 1, 261, NULL, NULL, '2026-11-30 10:08:51.207686+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA1N0EzN0ZGNzVBNUQ0RUI3QjA2NTNEOTI2QkJEQjMwQgA=', '', 'accepted', '2026-11-30 10:08:51.217052+00', 1, 262, NULL, NULL, '2026-11-30 10:08:51.217052+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAwQkFEOUVDNTc3MDE0NTU2OUE1MDc0QjU1RkZGM0Y1QgA=', '', 'accepted', '2026-11-30 10:08:51.217069+00', 1, 252, NULL, NULL, '2026-11-30 10:08:51.217069+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAwMzE1Q0RDQjcxRDI0QTdGOTY4ODI3MzYxREVBREMyRQA=', '', 'accepted', '2026-11-30 10:08:51.227174+00', 1, 253, NULL, NULL, '2026-11-30 10:08:51.227174+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0QTlFMUUxODI0NzE0RjZBQTBFNDUwNzAxRTZDRTBFNAA=', '', 'accepted', '2026-11-30 10:08:51.228566+00', 1, 263, NULL, NULL, '2026-11-30 10:08:51.228566+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA3REVDQzA3RkZGMzY0NTdFOUFDMjBGRDE5NUFENDM5MwA=', '', 'accepted', '2026-11-30 10:08:51.242983+00', 1, 264, NULL, NULL, '2026-11-30 10:08:51.242983+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAyQUI0MTM5MUQzRUY0MkNDODU0M0M2QkEwRkNCOEM4NgA=', '', 'accepted', '2026-11-30 10:08:51.243053+00', 1, 254, NULL, NULL, '2026-11-30 10:08:51.243053+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA4NENGOTFBNjA1REY0QkIzQUY0QTQ4OTk0MDQzRjA3NgA=', '', 'accepted', '2026-11-30 10:08:51.256406+00', 1, 265, NULL, NULL, '2026-11-30 10:08:51.256406+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBMDdCNzhDQjMyQzE0MkFFQjA2NjdBMTdEQjYzRkUzQQA=', '', 'accepted', '2026-11-30 10:08:51.256428+00', 1, 255, NULL, NULL, '2026-11-30 10:08:51.256428+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA4Mzc0NzQzOTkyRkI0RDgyQjgzMjA3RDg0NUYwOTNBOQA=', '', 'accepted', '2026-11-30 10:08:51.266021+00', 1, 256, NULL, NULL, '2026-11-30 10:08:51.266021+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA1M0JCQUExREM0N0Y0NDU1QkIwMjhDQjdEMjk5NTlEMQA=', '', 'accepted', '2026-11-30 10:08:51.267702+00', 1, 266, NULL, NULL, '2026-11-30 10:08:51.267702+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAyODBERDIwNEUxRkM0M0Q1QjA0OTkwOERBRDRDMTIzQQA=', '', 'accepted', '2026-11-30 10:08:51.273426+00', 1, 257, NULL, NULL, '2026-11-30 10:08:51.273426+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBQzI4Qzk2RkYzMzM0MUFFOEU4NkUyMTZGMEMyMENBNAA=', '', 'accepted', '2026-11-30 10:08:51.276003+00', 1, 258, NULL, NULL, '2026-11-30 10:08:51.276003+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA2RDZCQTVGQTM1NjY0MTc2QjAyNUFCRTJBRUJBMDlGMQA=', '', 'accepted', '2026-11-30 10:08:51.277476+00', 1, 267, NULL, NULL, '2026-11-30 10:08:51.277476+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAwQTVBQzBBMEYwRjk0MDNFQUEwRTNGMTU1ODYwRjI4MQA=', '', 'accepted', '2026-11-30 10:08:51.277492+00', 1, 259, NULL, NULL, '2026-11-30 10:08:51.277492+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA3OEFBOENFRTBBOUI0M0VFOEFCM0M2ODBGQTE5NzkwNQA=', '', 'accepted', '2026-11-30 10:08:51.284753+00', 1, 268, NULL, NULL, '2026-11-30 10:08:51.284753+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQ0U2QzVGODk0OUE0ODE3ODNGNjA5MkMzQjc3OEZCRAA=', '', 'accepted', '2026-11-30 10:08:51.29353+00', 1, 269, NULL, NULL, '2026-11-30 10:08:51.29353+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0QTIwRDBGRUFGNzc0Mjg5QjlFMjZFNTU0NTQwMjQ1QgA=', '', 'accepted', '2026-11-30 10:08:51.32079+00', 1, 270, NULL, NULL, '2026-11-30 10:08:51.32079+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBCRjU0RkI1NzNGREU0Qzg2QUM1NzkwMUU4QTRDM0U3OAA=', '', 'accepted', '2026-11-30 10:08:51.327395+00', 1, 275, NULL, NULL, '2026-11-30 10:08:51.327395+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBBNjExRDJDQUI3Qjg0NTk5OTMyNzJGRkFBNzYzREJENgA=', '', 'accepted', '2026-11-30 10:08:51.34393+00', 1, 271, NULL, NULL, '2026-11-30 10:08:51.34393+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0MDEzNDlGNDlGQUQ0MTlCQUY3OTAwRTUyQzhFRDY5OAA=', '', 'accepted', '2026-11-30 10:08:51.345387+00', 1, 272, NULL, NULL, '2026-11-30 10:08:51.345387+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0MzJFQThDMDNCMDY0MTk3OUMyNEQ0QUMzNUFDNDc2OAA=', '', 'accepted', '2026-11-30 10:08:51.347146+00', 1, 273, NULL, NULL, '2026-11-30 10:08:51.347146+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA5N0NGMDdGOTg4NTE0QkEwQTY2NDBCOEUzNTE1OURGRAA=', '', 'accepted', '2026-11-30 10:08:51.375975+00', 1, 277, NULL, NULL, '2026-11-30 10:08:51.375975+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCAzMjhDQzIxQTc2NTg0MTI2QTI2N0NGRkYyRDM3MDg0NwA=', '', 'accepted', '2026-11-30 10:08:51.379801+00', 1, 278, NULL, NULL, '2026-11-30 10:08:51.379801+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFQjJFODNDOTQyRDU0QzJFQURCOERENzRGQjQ1NTM1OQA=', '', 'accepted', '2026-11-30 10:08:51.383188+00', 1, 280, NULL, NULL, '2026-11-30 10:08:51.383188+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDQzY4OTQ5MkQ1OUY0QzY3OEU0RUI2M0VCQ0Q4RUZEMwA=', '', 'accepted', '2026-11-30 10:08:51.384611+00', 1, 282, NULL, NULL, '2026-11-30 10:08:51.384611+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBBNTA4QzM2MkI1MDg0QUFGOEE3MjEyNkJFREQ0Q0NEMAA=', '', 'accepted', '2026-11-30 10:08:52.13662+00', 1, 287, NULL, NULL, '2026-11-30 10:08:52.13662+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA2MEUzQkMxRkZGOTE0QjAzQjM0MjlDQUI1QUE0N0EwOQA=', '', 'accepted', '2026-11-30 10:08:52.209839+00', 1, 288, NULL, NULL, '2026-11-30 10:08:52.209839+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDOUZFNjdDQjk3QkY0MEQ3OTJGNjk2OTVDQkU3NUU3QwA=', '', 'accepted', '2026-11-30 10:08:52.703116+00', 1, 289, NULL, NULL, '2026-11-30 10:08:52.703116+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBCQjQ0RjU5MzlCMzM0RkJGQjA3NkUwQkQ1MTdEN0Y4QwA=', '', 'accepted', '2026-11-30 10:08:52.74879+00', 1, 290, NULL, NULL, '2026-11-30 10:08:52.74879+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBBM0FBNzFBMUMzNEI0RUE5OERFNzkyMjM2RUM1OTNGMwA=', '', 'accepted', '2026-11-30 10:09:00.013783+00', 1, 291, NULL, NULL, '2026-11-30 10:09:00.013783+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCAzNTc3NjkzRDQwRjQ0REM4OUUyNTJCRTYxMEFBRDc4MgA=', '', 'accepted', '2026-11-30 10:09:00.014977+00', 1, 292, NULL, NULL, '2026-11-30 10:09:00.014977+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0NUZGQ0M3QzkyOUY0MkU5QTg4NzU1NzUxNzg0QThFQwA=', '', 'accepted', '2026-11-30 10:09:00.058938+00', 1, 294, NULL, NULL, '2026-11-30 10:09:00.058938+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDNzk0RTNBNkJCQTc0QUM0QkVCNERDMTI3MDY4MzExRQA=', '', 'accepted', '2026-11-30 10:09:00.15099+00', 1, 296, NULL, NULL, '2026-11-30 10:09:00.15099+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBBMUM5Qzc0QkYxODM0NTBCQjVCQjNEQkJBMDdFMEU4OQA=', '', 'accepted', '2026-11-30 10:09:00.153151+00', 1, 297, NULL, NULL, '2026-11-30 10:09:00.153151+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCAzMjg2MzA3RjBERDg0MjExOUI3QzVEM0Y0NzE3NDE3RgA=', '', 'accepted', '2026-11-30 10:09:00.164032+00', 1, 299, NULL, NULL, '2026-11-30 10:09:00.164032+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBDOUZBRTRBRUNDRTA0M0Y0QjFGNDE0MUNDMzI3RjIyMQA=', '', 'accepted', '2026-11-30 10:09:00.239238+00', 1, 301, NULL, NULL, '2026-11-30 10:09:00.239238+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCAzN0Q4NjZEMkQyOTk0REZBODY5NURDMjc2NTMzNTQ3MQA=', '', 'accepted', '2026-11-30 10:09:00.311835+00', 1, 302, NULL, NULL, '2026-11-30 10:09:00.311835+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCAzNjk2QUJCMTc0OEE0QkQyODRBNDIxMEZEN0YzNkUyOAA=', '', 'accepted', '2026-11-30 10:09:02.047981+00', 1, 303, NULL, NULL, '2026-11-30 10:09:02.047981+00');










INSERT INTO chat.timers VALUES
	(1, 1, 1, 'habits:next', '2026-11-30 20:00:00+00', NULL, false, 'habits'),
	(2, 1, 3, 'habits:next', '2026-11-30 10:20:00+00', NULL, false, 'habits'),
	(3, 1, 4, 'habits:next', '2026-11-30 20:00:00+00', NULL, false, 'habits'),
	(4, 1, 5, 'habits:next', '2026-11-30 20:00:00+00', NULL, false, 'habits'),
	(6, 1, 7, 'habits:next', '2026-11-30 20:00:00+00', NULL, false, 'habits'),
	(7, 1, 6, 'habits:next', '2026-12-03 07:00:00+00', NULL, false, 'habits'),
	(11, 1, 10, 'portraits:photos', '2026-12-27 10:08:25.902864+00', NULL, false, 'portraits'),
	(51, 1, 16, 'portraits:photos', '2026-12-27 10:08:26.896286+00', NULL, false, 'portraits'),
	(53, 1, 15, 'portraits:photos', '2026-12-27 10:08:26.91412+00', NULL, false, 'portraits'),
	(55, 1, 14, 'portraits:photos', '2026-12-27 10:08:26.973642+00', NULL, false, 'portraits'),
	(57, 1, 12, 'portraits:photos', '2026-12-27 10:08:26.985327+00', NULL, false, 'portraits'),
	(59, 1, 11, 'portraits:photos', '2026-12-27 10:08:27.00843+00', NULL, false, 'portraits'),
	(102, 1, 16, 'portraits:unpaid:1', '2026-11-30 11:08:44.845265+00', NULL, false, 'portraits'),
	(103, 1, 25, 'portraits:photos', '2026-12-07 10:08:51.074775+00', NULL, false, 'portraits'),
	(104, 1, 25, 'portraits:model:1700001', '2026-12-27 10:08:47.234+00', NULL, false, 'portraits'),
	(105, 1, 25, 'portraits:pictures:1', '2026-12-30 10:08:51.074775+00', NULL, false, 'portraits'),
	(106, 1, 17, 'portraits:photos', '2026-12-07 10:08:51.154424+00', NULL, false, 'portraits'),
	(107, 1, 17, 'portraits:model:1700002', '2026-12-27 10:08:47.237+00', NULL, false, 'portraits'),
	(108, 1, 17, 'portraits:pictures:1', '2026-12-30 10:08:51.154424+00', NULL, false, 'portraits'),
	(116, 1, 26, 'portraits:photos', '2026-12-27 10:08:51.502045+00', NULL, false, 'portraits');














INSERT INTO events.consumed_202611 VALUES
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=/media', 'images', '2026-11-30 10:08:26.141764+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=/media', 'images', '2026-11-30 10:08:25.902864+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=/media', 'images', '2026-11-30 10:08:25.854685+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=/media', 'images', '2026-11-30 10:08:25.959244+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=/media', 'images', '2026-11-30 10:08:25.916455+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=/media', 'images', '2026-11-30 10:08:26.204132+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=/media', 'images', '2026-11-30 10:08:26.162822+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=/media', 'images', '2026-11-30 10:08:25.981973+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=/media', 'images', '2026-11-30 10:08:26.243511+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=/media', 'images', '2026-11-30 10:08:25.971178+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=/media', 'images', '2026-11-30 10:08:26.270408+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=/media', 'images', '2026-11-30 10:08:26.301807+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=/media', 'images', '2026-11-30 10:08:26.432934+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=/media', 'images', '2026-11-30 10:08:26.534595+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=/media', 'images', '2026-11-30 10:08:26.47093+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=/media', 'images', '2026-11-30 10:08:26.586454+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=/media', 'images', '2026-11-30 10:08:26.669624+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=/media', 'images', '2026-11-30 10:08:26.712402+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=/media', 'images', '2026-11-30 10:08:26.641778+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=/media', 'images', '2026-11-30 10:08:26.776192+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=/media', 'images', '2026-11-30 10:08:26.888002+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=', 'images', '2026-11-30 10:08:26.292228+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=', 'images', '2026-11-30 10:08:26.288709+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=', 'messages', '2026-11-30 10:08:27.799586+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=', 'messages', '2026-11-30 10:08:27.813499+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=/media', 'images', '2026-11-30 10:08:26.896286+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=/media', 'images', '2026-11-30 10:08:26.91412+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=/media', 'images', '2026-11-30 10:08:26.973642+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=', 'images', '2026-11-30 10:08:26.292433+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=', 'messages', '2026-11-30 10:08:28.596345+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=/media', 'images', '2026-11-30 10:08:26.985327+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=', 'images', '2026-11-30 10:08:26.292449+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=/media', 'images', '2026-11-30 10:08:27.00843+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=/media', 'images', '2026-11-30 10:08:27.078812+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=', 'messages', '2026-11-30 10:08:28.717834+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=', 'images', '2026-11-30 10:08:26.292383+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=/media', 'images', '2026-11-30 10:08:27.136978+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=', 'messages', '2026-11-30 10:08:29.30198+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=', 'images', '2026-11-30 10:08:26.292347+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=', 'messages', '2026-11-30 10:08:29.765976+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=/media', 'images', '2026-11-30 10:08:27.148802+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=', 'images', '2026-11-30 10:08:26.292366+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=', 'messages', '2026-11-30 10:08:30.041286+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=', 'images', '2026-11-30 10:08:26.318394+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=', 'messages', '2026-11-30 10:08:30.476581+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=', 'images', '2026-11-30 10:08:26.315858+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=', 'messages', '2026-11-30 10:08:31.04255+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=', 'images', '2026-11-30 10:08:26.2924+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=', 'messages', '2026-11-30 10:08:31.103787+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=', 'images', '2026-11-30 10:08:26.508968+00', 1);
INSERT INTO events.consumed_202611 VALUES
	('image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=', 'messages', '2026-11-30 10:08:32.050782+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=', 'images', '2026-11-30 10:08:26.292417+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=', 'messages', '2026-11-30 10:08:32.210546+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=', 'images', '2026-11-30 10:08:26.61975+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=', 'messages', '2026-11-30 10:08:32.877926+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=', 'images', '2026-11-30 10:08:26.510558+00', 1),
	('payment:stripe:pi_kxtMy5GwRkItHnpMlp', 'messages', '2026-11-30 10:09:00.270327+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=', 'messages', '2026-11-30 10:08:33.15966+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=', 'messages', '2026-11-30 10:08:33.642621+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=', 'images', '2026-11-30 10:08:26.956005+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=', 'messages', '2026-11-30 10:08:35.938529+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=', 'images', '2026-11-30 10:08:28.326907+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=', 'images', '2026-11-30 10:08:29.381587+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3RENCNzc1RTlEOUQ0MTAyOUJEOTREN0U3NjU5OTUyNgA=/0', 'payments', '2026-11-30 10:08:44.712146+00', 1),
	('order-2-1/ready', 'messages', '2026-11-30 10:08:51.052555+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=/media', 'images', '2026-11-30 10:08:51.438672+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=', 'images', '2026-11-30 10:08:26.882457+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=', 'messages', '2026-11-30 10:08:33.560896+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=', 'images', '2026-11-30 10:08:26.592328+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=', 'images', '2026-11-30 10:08:26.998247+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=', 'messages', '2026-11-30 10:08:35.256881+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=', 'messages', '2026-11-30 10:08:36.627754+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBQUZFMkI4M0VDMzQ0OTRCOEVBMzVGMTIzNDgwQTAwMwA=/0', 'images', '2026-11-30 10:08:44.228912+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2N0NDRkYxOURGMjI0MzE1OEE2MDU1NDEyQUZCRTRGQQA=/0/packs', 'messages', '2026-11-30 10:08:44.54305+00', 1),
	('order-2-1/begun', 'messages', '2026-11-30 10:08:46.122311+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=/media', 'images', '2026-11-30 10:08:51.502045+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=', 'images', '2026-11-30 10:08:51.499743+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=', 'messages', '2026-11-30 10:08:52.733855+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFMjlCM0NEMERCRjE0RkNCQjBCRTRBOTFBODU0RTg1QQA=/0', 'payments', '2026-11-30 10:09:00.214115+00', 1),
	('event:payment:stripe:pi_kxtMy5GwRkItHnpMlp/0', 'images', '2026-11-30 10:09:00.304807+00', 1),
	('order-4-1/begun', 'messages', '2026-11-30 10:09:02.027352+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=', 'messages', '2026-11-30 10:08:34.066464+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=', 'messages', '2026-11-30 10:08:37.130966+00', 1),
	('event:order-1-1/ready/0', 'payments', '2026-11-30 10:08:51.154424+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=', 'messages', '2026-11-30 10:08:52.675252+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=', 'messages', '2026-11-30 10:08:34.270875+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=', 'messages', '2026-11-30 10:08:34.474549+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2N0NDRkYxOURGMjI0MzE1OEE2MDU1NDEyQUZCRTRGQQA=/0', 'images', '2026-11-30 10:08:44.151301+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=', 'images', '2026-11-30 10:08:51.512099+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA2QkIzNTUxQUM2RDY0NUE3OEE5MzUyMEEzQjkyNzU5NAA=/0/packs', 'messages', '2026-11-30 10:09:00.130127+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=', 'images', '2026-11-30 10:08:26.886462+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=', 'images', '2026-11-30 10:08:27.102466+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=', 'messages', '2026-11-30 10:08:36.051284+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=', 'images', '2026-11-30 10:08:28.812615+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=', 'images', '2026-11-30 10:08:29.815148+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFNEY1OEU2MDQyNDE0Q0ZEQTIzQzc0MzU2NDhFNEM1QgA=/0', 'images', '2026-11-30 10:08:44.232503+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBBQUZFMkI4M0VDMzQ0OTRCOEVBMzVGMTIzNDgwQTAwMwA=/0/packs', 'messages', '2026-11-30 10:08:44.561405+00', 1),
	('payment:stripe:pi_qG55O9UrYAPTOI2Qbt', 'messages', '2026-11-30 10:08:44.920538+00', 1),
	('order-1-1/ready', 'messages', '2026-11-30 10:08:51.099492+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=', 'messages', '2026-11-30 10:08:35.102821+00', 1);
INSERT INTO events.consumed_202611 VALUES
	('image:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=', 'messages', '2026-11-30 10:08:36.557426+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGQUYyNjNBNTU2NUY0RDU1QUJFODY3QTFERDQ1OUFFMwA=/0', 'images', '2026-11-30 10:08:44.114753+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFNEY1OEU2MDQyNDE0Q0ZEQTIzQzc0MzU2NDhFNEM1QgA=/0/packs', 'messages', '2026-11-30 10:08:44.551031+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=', 'images', '2026-11-30 10:08:27.1624+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=', 'images', '2026-11-30 10:08:28.240564+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0Q0FCRjNBNjBGN0Y0MUE4OUQ1MDMwMzM5MDAxMkNCOQA=/0', 'payments', '2026-11-30 10:08:44.691957+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=', 'images', '2026-11-30 10:08:51.547737+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=', 'images', '2026-11-30 10:08:27.921559+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=', 'messages', '2026-11-30 10:08:37.407492+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAwMTVDMjEwQUUxQzk0M0JBOTRGQzA4QTM4MUQyMjAxRQA=/0', 'images', '2026-11-30 10:08:44.220115+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA2QkIzNTUxQUM2RDY0NUE3OEE5MzUyMEEzQjkyNzU5NAA=/0', 'images', '2026-11-30 10:09:00.104534+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=', 'images', '2026-11-30 10:08:28.660244+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=', 'images', '2026-11-30 10:08:28.745173+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzMDY0MUVBMUE3MTM0REJBQUZCMDZGNjk3RjQ4NDIxNQA=/0/ready', 'messages', '2026-11-30 10:08:44.806438+00', 1),
	('media:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=', 'images', '2026-11-30 10:08:51.494585+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=', 'messages', '2026-11-30 10:08:37.221832+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=/media', 'images', '2026-11-30 10:08:51.493309+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=', 'messages', '2026-11-30 10:08:37.831226+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAwMTVDMjEwQUUxQzk0M0JBOTRGQzA4QTM4MUQyMjAxRQA=/0/packs', 'messages', '2026-11-30 10:08:44.542986+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzMDY0MUVBMUE3MTM0REJBQUZCMDZGNjk3RjQ4NDIxNQA=/0', 'payments', '2026-11-30 10:08:44.728361+00', 1),
	('event:order-2-1/ready/0', 'payments', '2026-11-30 10:08:51.074775+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=/media', 'images', '2026-11-30 10:08:51.470544+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGQUYyNjNBNTU2NUY0RDU1QUJFODY3QTFERDQ1OUFFMwA=/0/packs', 'messages', '2026-11-30 10:08:44.539184+00', 1),
	('payment:stripe:pi_mvvGCfuY2IuPutN5Td', 'messages', '2026-11-30 10:08:44.920277+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3RENCNzc1RTlEOUQ0MTAyOUJEOTREN0U3NjU5OTUyNgA=/0/ready', 'messages', '2026-11-30 10:08:44.805401+00', 1),
	('event:payment:stripe:pi_qG55O9UrYAPTOI2Qbt/0', 'images', '2026-11-30 10:08:45.081483+00', 1),
	('order-1-1/begun', 'messages', '2026-11-30 10:08:46.121972+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0Q0FCRjNBNjBGN0Y0MUE4OUQ1MDMwMzM5MDAxMkNCOQA=/0/ready', 'messages', '2026-11-30 10:08:44.80646+00', 1),
	('event:payment:stripe:pi_mvvGCfuY2IuPutN5Td/0', 'images', '2026-11-30 10:08:45.028494+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=', 'messages', '2026-11-30 10:08:52.112411+00', 1),
	('message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFMjlCM0NEMERCRjE0RkNCQjBCRTRBOTFBODU0RTg1QQA=/0/ready', 'messages', '2026-11-30 10:09:00.226006+00', 1),
	('image:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=', 'messages', '2026-11-30 10:08:52.166939+00', 1);














INSERT INTO host.schedules VALUES
	('WeeklyCleanup', '0 0 4 * * WED', '2026-12-02 04:00:00+00', NULL),
	('Backup', '0 0 3 * * *', '2026-12-01 03:00:00+00', NULL),
	('MakePartitions', '0 15 * * * *', '2026-11-30 10:15:00+00', NULL),
	('MeasureQueues', '*/30 * * * * *', '2026-11-30 10:09:00+00', '2026-11-30 10:08:30.002639+00'),
	('Reconcile', '*/20 * * * * *', '2026-11-30 10:09:00+00', '2026-11-30 10:08:40.000309+00'),
	('RingForLeftBehind', '*/5 * * * * *', '2026-11-30 10:09:00+00', '2026-11-30 10:08:59.999591+00'),
	('GiveBack', '*/3 * * * * *', '2026-11-30 10:09:03+00', '2026-11-30 10:09:00.002538+00'),
	('RelayEvents', '*/5 * * * * *', '2026-11-30 10:09:00+00', '2026-11-30 10:08:59.999448+00'),
	('WorkJobs', '*/2 * * * * *', '2026-11-30 10:09:02+00', '2026-11-30 10:09:01.999911+00'),
	('FireTimers', '*/2 * * * * *', '2026-11-30 10:09:04+00', '2026-11-30 10:09:02.002675+00');




INSERT INTO images.jobs VALUES
	(2, 1, 1, 25, 'portraits', 'order-2-1', '{"pack": 260, "class": "woman", "images": 12, "attempt": 1, "orderId": 2, "messageIds": ["wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=", "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=", "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=", "wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA="], "conversationId": 25, "characteristics": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}}', 'ready', 1700001, '2026-11-30 10:08:47.234+00', '2026-12-30 10:08:47.234+00', 2, NULL, false, NULL, '2026-11-30 10:08:45.068121+00'),
	(1, 1, 1, 17, 'portraits', 'order-1-1', '{"pack": 260, "class": "woman", "images": 12, "attempt": 1, "orderId": 1, "messageIds": ["wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=", "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=", "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=", "wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA="], "conversationId": 17, "characteristics": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}}', 'ready', 1700002, '2026-11-30 10:08:47.237+00', '2026-12-30 10:08:47.237+00', 2, NULL, false, NULL, '2026-11-30 10:08:45.093164+00'),
	(4, 1, 1, 26, 'portraits', 'order-4-1', '{"pack": 260, "class": "woman", "images": 12, "attempt": 1, "orderId": 4, "messageIds": ["wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=", "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=", "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=", "wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA="], "conversationId": 26, "characteristics": {"age": "30 yo", "ethnicity": "caucasian", "eye_color": "brown eyes", "hair_color": "black hair", "hair_length": "short hair"}}', 'training', 1700003, NULL, NULL, 1, '2026-11-30 10:09:32.027347+00', false, NULL, '2026-11-30 10:09:00.316334+00');


INSERT INTO images.looks VALUES
	(1, 10, '2026-11-30', 1),
	(1, 15, '2026-11-30', 4),
	(1, 16, '2026-11-30', 4),
	(1, 14, '2026-11-30', 4),
	(1, 12, '2026-11-30', 4),
	(1, 11, '2026-11-30', 4),
	(1, 25, '2026-11-30', 4),
	(1, 17, '2026-11-30', 4),
	(1, 26, '2026-11-30', 4);


INSERT INTO images.packs VALUES
	(260, 'corporate-headshots', 'Corporate Headshots', 'http://127.0.0.1:37937/astria/images/corporate-headshots.png', '3771776c426d6566bd79a81747c7c055.png', '{"man": {"cost": 120, "num_images": 12}, "woman": {"cost": 130, "num_images": 12}}', '{http://127.0.0.1:37937/astria/images/corporate-headshots-man-1.png,http://127.0.0.1:37937/astria/images/corporate-headshots-man-2.png,http://127.0.0.1:37937/astria/images/corporate-headshots-man-3.png,http://127.0.0.1:37937/astria/images/corporate-headshots-man-4.png,http://127.0.0.1:37937/astria/images/corporate-headshots-man-5.png,http://127.0.0.1:37937/astria/images/corporate-headshots-man-6.png,http://127.0.0.1:37937/astria/images/corporate-headshots-woman-1.png,http://127.0.0.1:37937/astria/images/corporate-headshots-woman-2.png,http://127.0.0.1:37937/astria/images/corporate-headshots-woman-3.png,http://127.0.0.1:37937/astria/images/corporate-headshots-woman-4.png,http://127.0.0.1:37937/astria/images/corporate-headshots-woman-5.png,http://127.0.0.1:37937/astria/images/corporate-headshots-woman-6.png}', NULL, true, '2026-11-30 10:08:44.140341+00'),
	(261, 'city-nights', 'City Nights', 'http://127.0.0.1:37937/astria/images/city-nights.png', '244e6fd048e051ef8dee0fec208ae659.png', '{"man": {"cost": 120, "num_images": 12}, "woman": {"cost": 120, "num_images": 12}}', '{http://127.0.0.1:37937/astria/images/city-nights-man-1.png,http://127.0.0.1:37937/astria/images/city-nights-man-2.png,http://127.0.0.1:37937/astria/images/city-nights-man-3.png,http://127.0.0.1:37937/astria/images/city-nights-man-4.png,http://127.0.0.1:37937/astria/images/city-nights-man-5.png,http://127.0.0.1:37937/astria/images/city-nights-man-6.png,http://127.0.0.1:37937/astria/images/city-nights-woman-1.png,http://127.0.0.1:37937/astria/images/city-nights-woman-2.png,http://127.0.0.1:37937/astria/images/city-nights-woman-3.png,http://127.0.0.1:37937/astria/images/city-nights-woman-4.png,http://127.0.0.1:37937/astria/images/city-nights-woman-5.png,http://127.0.0.1:37937/astria/images/city-nights-woman-6.png}', NULL, true, '2026-11-30 10:08:44.140341+00'),
	(262, 'old-masters', 'Old Masters', 'http://127.0.0.1:37937/astria/images/old-masters.png', 'baa7c03cff6e546f074b4f4334aa833a.png', '{"man": {"cost": 240, "num_images": 24}, "woman": {"cost": 260, "num_images": 24}}', '{http://127.0.0.1:37937/astria/images/old-masters-man-1.png,http://127.0.0.1:37937/astria/images/old-masters-man-2.png,http://127.0.0.1:37937/astria/images/old-masters-man-3.png,http://127.0.0.1:37937/astria/images/old-masters-man-4.png,http://127.0.0.1:37937/astria/images/old-masters-man-5.png,http://127.0.0.1:37937/astria/images/old-masters-man-6.png,http://127.0.0.1:37937/astria/images/old-masters-woman-1.png,http://127.0.0.1:37937/astria/images/old-masters-woman-2.png,http://127.0.0.1:37937/astria/images/old-masters-woman-3.png,http://127.0.0.1:37937/astria/images/old-masters-woman-4.png,http://127.0.0.1:37937/astria/images/old-masters-woman-5.png,http://127.0.0.1:37937/astria/images/old-masters-woman-6.png}', NULL, true, '2026-11-30 10:08:44.140341+00'),
	(263, 'garden-party', 'Garden Party', 'http://127.0.0.1:37937/astria/images/garden-party.png', '30c02ca9c289c65873ea31f8f46dae52.png', '{"woman": {"cost": 250, "num_images": 24}}', '{http://127.0.0.1:37937/astria/images/garden-party-woman-1.png,http://127.0.0.1:37937/astria/images/garden-party-woman-2.png,http://127.0.0.1:37937/astria/images/garden-party-woman-3.png,http://127.0.0.1:37937/astria/images/garden-party-woman-4.png,http://127.0.0.1:37937/astria/images/garden-party-woman-5.png,http://127.0.0.1:37937/astria/images/garden-party-woman-6.png}', NULL, true, '2026-11-30 10:08:44.140341+00'),
	(264, 'mountain-man', 'Mountain Man', 'http://127.0.0.1:37937/astria/images/mountain-man.png', 'fbbfd6dc85b310dbdb8061470d68ca1e.png', '{"man": {"cost": 400, "num_images": 40}}', '{http://127.0.0.1:37937/astria/images/mountain-man-man-1.png,http://127.0.0.1:37937/astria/images/mountain-man-man-2.png,http://127.0.0.1:37937/astria/images/mountain-man-man-3.png,http://127.0.0.1:37937/astria/images/mountain-man-man-4.png,http://127.0.0.1:37937/astria/images/mountain-man-man-5.png,http://127.0.0.1:37937/astria/images/mountain-man-man-6.png}', NULL, true, '2026-11-30 10:08:44.140341+00'),
	(265, 'around-the-world', 'Around the World', 'http://127.0.0.1:37937/astria/images/around-the-world.png', '44b66f3313227188917d9ebffb5afd6a.png', '{"man": {"cost": 390, "num_images": 40}, "woman": {"cost": 410, "num_images": 40}}', '{http://127.0.0.1:37937/astria/images/around-the-world-man-1.png,http://127.0.0.1:37937/astria/images/around-the-world-man-2.png,http://127.0.0.1:37937/astria/images/around-the-world-man-3.png,http://127.0.0.1:37937/astria/images/around-the-world-man-4.png,http://127.0.0.1:37937/astria/images/around-the-world-man-5.png,http://127.0.0.1:37937/astria/images/around-the-world-man-6.png,http://127.0.0.1:37937/astria/images/around-the-world-woman-1.png,http://127.0.0.1:37937/astria/images/around-the-world-woman-2.png,http://127.0.0.1:37937/astria/images/around-the-world-woman-3.png,http://127.0.0.1:37937/astria/images/around-the-world-woman-4.png,http://127.0.0.1:37937/astria/images/around-the-world-woman-5.png,http://127.0.0.1:37937/astria/images/around-the-world-woman-6.png}', NULL, true, '2026-11-30 10:08:44.140341+00');


INSERT INTO images.photos VALUES
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBFQjc3MTcyOENGNDY0RDEzQThCOUFGRENBODg0NzI5NwA=', 1, 25, '6f0a7a1653c0e621b42ccde09c6a9e9e.png', 'fba4a1613c2b7c6122eeab537c9da9202698417449abcca1ad62a9e4703776bf', 6222468033255484633, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.471434+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA0NkRDRDdCOEIzNjE0QzRCQjY2MjFBQTMzNEYwRDg1RQA=', 1, 16, 'f2fb492e0bfb32648ff48838578a6d4c.png', '1d42c3ae1ed12955fe0308096adf8892facca4b9be4b472cf0fcddf19af13e65', 6515242555149724325, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.46713+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA2Mjg2RDkyNUI1ODk0NjhFODRBODczQzI3QjYyRDZDNwA=', 1, 16, '42f1b5f500d5796ea995ac7950d92e77.png', '0767516e029fc7b0733fa29f7b4f4e610b2a9294f1688bd7e59ee4b73cb4865f', -6154544196498074282, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.472501+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA5NEQyMDMzNTRFRUE0MTQ0OTk3QkU3MzFBQzRFNzk0MAA=', 1, 11, 'd7c9e5747412db721597f4543cb75cf6.png', 'c0772b5c2d79d8618a11f4ed0775836fdce027630f5d156cb0a75a19324f3e43', 6100782538944064085, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.472221+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCAwODM4NEZCQjA2MDU0OEUzQjQyODdBMTdBRkExREU4RAA=', 1, 14, '3ed2552f5c7a3fb074618217cb6b82bb.png', '74e90c9e18a38e2115fd83d6782d3058a31942fffc36dba1f9cc26d6695484bf', -5936969532807424595, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.4726+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCA4QzA2REIwMkEwRDY0QjkxOTRDNDgzQzU4NTE1N0RFQwA=', 1, 12, 'fd26109fc338a6b0bfe6605276522325.png', 'd2c71dd90fab26f65a72df7a5b64a261497c36eb884c48eb86cc30f33e31ef5f', 6166881812893494165, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.499249+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCBFNzc4Q0UwRjhERDQ0OEVGQUU0QUU5QjAxMjFCRERBQwA=', 1, 11, '220fd1fda94f5365135ce51475a44b99.png', '640192cd4d2a0d8f1fad9b85f3c9c9ffaa89b7daf39675dc6cc5b2a8d4810cbb', -6172986253132543398, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.471777+00'),
	('wamid.HBgLMTU1NTAxMDEwMDMVAgARGCAyNDg5QUJFQjUyMTE0Qjk2OTQ3ODM2M0Y1Q0IxQzZCQQA=', 1, 10, '490cd3ab7ca9c8b02bcf4af70e101f80.png', 'fda65244343ac8db7e73c598dc2064732a760c8317e48435c4b9f111414b0556', 3068545282383661490, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.475558+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA2RTM3NUU0RkE2QzU0QTQ4OUY4RTYyNzVEMEQwRjQ1RgA=', 1, 15, 'b5e26883cee745ee43066fc11b674144.png', '81ba861f38bb3961537e524cfac3cc5fb0bc7bfd338b06abe247e03137d8f7da', -6253905962966855085, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.451664+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBDRDczOTMxMkY0MzY0Rjg2OEQwRDY0NDgzRkMxRDNDMAA=', 1, 14, '1092f2e66a77a185c5617ede07724118.png', '49e9f9ac18f32b6533ed450be51fcdf4ae8f268928dfb5c072c703e704beeb8a', 5938653250836387428, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.498717+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCAxQjE2ODcyNkQwMDc0ODQwOEQ5ODU5QjMyQTFFOThCNgA=', 1, 12, '22f1afa3a2763c2d6623b3696b418cdf.png', 'b217f1097888a2700627078c87555ace59f39f73edd671529f48899815a4d075', 2690239606503560613, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.584734+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCA0QTFERkUyQ0NEMEU0N0Y5ODY5MEMyMTUxQzBBMTY0RgA=', 1, 15, '8ebed38ac038a54d718a498ff878cdf6.png', 'e142cb05b0ca7e0e658d7241a551418492ff20638c9f2675384be6fc9874cc9a', -3002379595213526419, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.546576+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTFCRTcxMTAxRjc0RUIxOTYzQ0FFRDEzRTZGNThGMAA=', 1, 25, 'be529ceb968cb41fa7f7c51643490617.png', '8e3f47b61994b7244b02ff6b68cc7ac0afca7667776bca75d4488d24aa5d30fa', -5932743001470833579, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.894427+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBFRjk4NEJBNDM0RDM0RTU5ODUyRjU3RDU3N0ZGMURERAA=', 1, 12, '4dad54fe1a1ec89171eee2865fcba41e.png', '9f9ea1f1544516564257c9eba6e2428ae96840feef077c81fc1690dceb360bb7', -5355424967793234598, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:28.474589+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAzQzY3RDVEQkVBMjE0MjQ3OEFDQjZCQTgyNzg5NDUyRgA=', 1, 17, 'c600bcd596717c0489f12cc062cb90a3.png', '6d16701e59a8e647c4aff9ff6cd23debd64a08744f98ca5950b7e1ba3d036e1a', -6101442176533288358, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:26.830117+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCBFNTkyRENBNjg4RkE0QzExOUQzN0M4RkJERTVEQTZCOQA=', 1, 15, '9ebeaa97f448943d0e6ddee9dc243662.png', 'd3e9fbec96b3f66fe1689e8acea9d45b3646793aca49d19deee6c14312e0180d', -6437233397766773198, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:27.292598+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCA1NDVGRjMxQTIxNDY0MkU4ODVCNkU2MDgyRjY5MkNENQA=', 1, 16, '06bf4292ce018ce585417f6f8b7b50b1.png', 'b8c415a2fdabea62a45bb4dc40788df018082bf41746eef7f200b3539299e8c3', -6424760670923430326, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:27.154379+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCA2NTgxMDZBRDlDMjg0Mzk2QkYyNkI1NDA1NEFBMjU2MQA=', 1, 14, 'a010a8a11a2b829d139c825adce5ce03.png', '44175254252b2f7f28a9a22be599177d53a3ef6e034898e30cba29377d9893b9', 3844478323894426202, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:27.944383+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCA0MEYxNEZDN0ZDMUM0NEIyQTA3QUQ2OEVDMjA4MUIyMQA=', 1, 11, '227dcd6a8ff0366e19aeb018070bd275.png', 'f863205c8a4090756d76ecf2e0f6c18c719da691196498861bdea2573316564f', -6150099141479519591, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:28.810273+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA0MUQ5QkVBMkQzNTE0NUM0OENEQkI1MjUyODA3NjlEQwA=', 1, 26, '64071d12109d32d0aa894132ee28eecd.png', '56b18132f7d18fdab274ded8ee25a1e772ef5b108d8a92c1d3fb72407aaee862', -3050531472932481451, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:51.522304+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA4NDZENDMyRjJGOEU0NDRBOEU3N0Y3MTQ0RDI0QTU0QgA=', 1, 26, '8a4ac25d5592bf060d401da94f13612b.png', 'f84ede8edb9a3c87a4e374525515c7ee8780763bdf9ab4848f12da81e1cce02e', 5956391661564941746, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:51.506511+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBFRkFGM0QxNzNGODI0NzY5OTAzQUY2NzMzNDkyNkFBRQA=', 1, 17, '5d664bdbfba35fa157ddc2a178e44056.png', '872ebe3b4348572867591e24646d64d74693b406ec2774ca85a5a46398e9b1d4', 6219019644235573932, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:28.876583+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCBEMTdCMDM4RDA0MEI0REQ0OEYzRUI4OEUwQzc1NjUwQQA=', 1, 25, '65fc2422f8e6d49ae556d6c3808915f2.png', '7f637a4bebd134907507a1c1636a012e4d69e75138a306f665a018b181377b01', 6244916715060505253, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:29.403422+00'),
	('wamid.HBgLMTU1NTAxMDEwMDcVAgARGCAxRTAzRDcyNTQ0NUQ0QzdBQjU4QUMxOThEMDJBOTk1NgA=', 1, 15, '5f9550f889e2f8c854294a174e8409cc.png', '613060e6b6fdb7c5830a9cf4373e0eea24e77666c9a3544e16da9ea381cb0540', -5957079874217027286, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:30.10312+00'),
	('wamid.HBgLMTU1NTAxMDEwMDgVAgARGCBEMzZBNzI1RkZFQkI0MzgzOTc0REFBNDlDMzZGRUI1NwA=', 1, 16, '2cbacabad6c77c748226f75d065468e8.png', '27e6b99dd92c1ca52cdc74edf3e5e9f3a1783fedd8f555e4e6d4c4629f14802a', -6167004977592359531, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:29.86477+00'),
	('wamid.HBgLMTU1NTAxMDEwMDYVAgARGCBGMEQ3N0VEMkY3NTE0OUNCOEM3QkIyQzYwNUQ2MjgwNQA=', 1, 14, 'aaf6a3711b7b9e95b6ac4c0dbf0ca555.png', '19d70a9116d0434454ae3a7deaa39b6d7d62a723807c17494d05e7aa7c50a2ac', 2978447710033187690, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:30.530832+00'),
	('wamid.HBgLMTU1NTAxMDEwMDUVAgARGCBBNzk0QkNGODVENDY0MEY5QjUzMDJERDRENDNFM0Y0MwA=', 1, 12, 'e700e86b145f040ec9c0fe7c97c44dde.png', '442ef16beb4cf2629623de6634db801fe5536c469b396072e61788895deabde3', 6245038740823233876, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:31.080291+00'),
	('wamid.HBgLMTU1NTAxMDEwMDQVAgARGCAxRjhGQkNFMzZGOUM0ODI1QTVEQkRDNTZEMTVEOEEzOAA=', 1, 11, 'da384f8ea18e9604fbeab7a0f415b73e.png', 'da8c742ed352d2d00f490e50350a268f8fc5a55c2d92aa7f3c5bf643f97d761f', -6186448028189485398, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:31.139703+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCAyNEUzMDk3RDU2Q0U0MUM0ODc0NjhBRjlCOUIxRjhDNwA=', 1, 17, '5e8bb7c71b2dc1b807fc82eceaa1280e.png', '34c5837e85e0b55a41d8ecd45526266e377ec2d1ac9052cff8983deeed447de3', -3074451485932997291, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:32.095341+00'),
	('wamid.HBgLMTU1NTAxMDEwMTAVAgARGCAxRjBCMEIwRkVCNkI0RUY3OUM4QjQzNURBNDQ3ODFEOAA=', 1, 25, 'c75cdfce27ecfeb95d31cbdabdeaf68b.png', '1ef68ff7800c99b1421ead31bb708162bb40052fa3843aa608b92356b0b54e6f', 5955249325886171733, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:32.221905+00'),
	('wamid.HBgLMTU1NTAxMDEwMDkVAgARGCBGRjlBN0YzQThEQzA0OTRDQjA3MDUzNjgzNjQxQUMzMQA=', 1, 17, '659215359711b19a7d4f3504148644cc.png', '8f92629535b73d492380526f719c0cf7d29add03c47c868d1164596efb339776', -6173778224790386101, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:32.912836+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1OTg4NDY4NDBFOTI0OEM0QjgzOEUyODM1MjYyRDNFQgA=', 1, 26, 'f745ad34dc67ef9f97a5a13319ab591c.png', 'cf85637c5bb2d2c6291a9b9c4affdfecca30c1a32495f13e21601aa16a4ae000', 3093314983641115465, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:51.585228+00'),
	('wamid.HBgLMTU1NTAxMDEwMTEVAgARGCA1NkVDRDgzNjZEQTI0OEVFQUFFMDY0M0U0Mzc0MzhFRAA=', 1, 26, '404d5cc6cfc8aed7cd2794be3dd9d92a.png', '86ade42ae2cac638d9a20974a519a37eff8a72673fdfc29738a027d0d81bca2b', -6145817729927828566, '{"age": "30 yo", "name": "woman", "blurry": false, "selfie": false, "glasses": "", "is_bald": "", "ethnicity": "caucasian", "eye_color": "brown eyes", "funny_face": false, "hair_color": "black hair", "hair_style": "straight hair", "facial_hair": "", "hair_length": "short hair", "wearing_hat": false, "low_resolution": false, "wearing_sunglasses": false, "includes_multiple_people": false, "full_body_image_or_longshot": false}', NULL, true, '2026-11-30 10:08:51.555644+00');


INSERT INTO images.results OVERRIDING SYSTEM VALUE VALUES
	(1, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500001-1.png', 'bab5a2670c2b75dd6966b066953f8131.png', '2026-11-30 10:08:50.114358+00'),
	(2, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500004-1.png', 'f9838e6fced81fc45b880244169e279b.png', '2026-11-30 10:08:50.118023+00'),
	(3, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500001-2.png', '2a4727d1c528fc8e2a3205b4725521fc.png', '2026-11-30 10:08:50.188314+00'),
	(4, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500004-2.png', '3c9444572adc779488c8630026c1c2a0.png', '2026-11-30 10:08:50.188711+00'),
	(5, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500001-3.png', '777e92516187a31e0aaeb2e2540f2733.png', '2026-11-30 10:08:50.26316+00'),
	(6, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500004-3.png', 'c6f2dbfcd1ab64e692a4dd6929e009d3.png', '2026-11-30 10:08:50.278763+00'),
	(7, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500001-4.png', '47eccac8d83de6dda25b38cd353d7c01.png', '2026-11-30 10:08:50.320739+00'),
	(8, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500004-4.png', 'de9991d887789f9b35a50f6157d58931.png', '2026-11-30 10:08:50.345145+00'),
	(9, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500002-1.png', 'f870f076a0455bd6777a264d9e93612f.png', '2026-11-30 10:08:50.384848+00'),
	(10, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500005-1.png', 'a69631ac9d05d8db02a76d904630ef23.png', '2026-11-30 10:08:50.438453+00'),
	(11, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500002-2.png', '72b24b32d85c4863f6c4e7394c4ab9dd.png', '2026-11-30 10:08:50.486858+00'),
	(12, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500005-2.png', 'd46d4e238620422ebf18643c09cdd416.png', '2026-11-30 10:08:50.618957+00'),
	(13, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500002-3.png', 'c92845f4361efd4930ab851b7cbba44d.png', '2026-11-30 10:08:50.625237+00'),
	(14, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500005-3.png', '080131f118a715fecef9fcdd2a1f8e1b.png', '2026-11-30 10:08:50.740138+00'),
	(15, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500002-4.png', '2dd6f8be72e3a3bc4b5459fad0dad02a.png', '2026-11-30 10:08:50.757442+00'),
	(16, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500005-4.png', '2d8393e7cacd2f02f6178b389c97e8ec.png', '2026-11-30 10:08:50.820152+00'),
	(17, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500003-1.png', '8e8e5c64622b1551363dd003ed3960dc.png', '2026-11-30 10:08:50.822442+00'),
	(18, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500006-1.png', '28972312a29c48ffd03ade9f3cff97f5.png', '2026-11-30 10:08:50.889166+00'),
	(19, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500003-2.png', '49197e7f7c0420c320954d8694ba8aa3.png', '2026-11-30 10:08:50.894699+00'),
	(20, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500006-2.png', 'a60588653fa854cde76dedf8ac2a94e2.png', '2026-11-30 10:08:50.933968+00'),
	(21, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500003-3.png', '8c05ae02b488cdf03015d522ea628415.png', '2026-11-30 10:08:50.966746+00'),
	(22, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500006-3.png', 'b6209ff04c65c39c525c0936c8792c4c.png', '2026-11-30 10:08:50.996018+00'),
	(23, 2, 1, 1, 'http://127.0.0.1:37937/astria/images/1700001-20500003-4.png', '9dff8c5f7abeba1148423ee62afc2fc8.png', '2026-11-30 10:08:51.042454+00'),
	(24, 1, 1, 1, 'http://127.0.0.1:37937/astria/images/1700002-20500006-4.png', 'beb523a6d1287635e03caa20f8f3cb27.png', '2026-11-30 10:08:51.090491+00');


INSERT INTO money.accounts OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'order', '2', 'USD', true, '2026-11-30 10:08:44.920277+00'),
	(2, 1, 'provider:stripe', '', 'USD', false, '2026-11-30 10:08:44.920277+00'),
	(3, 1, 'order', '1', 'USD', true, '2026-11-30 10:08:44.920538+00'),
	(6, 1, 'revenue', '', 'USD', false, '2026-11-30 10:08:51.107194+00'),
	(9, 1, 'order', '4', 'USD', true, '2026-11-30 10:09:00.270327+00');


INSERT INTO money.entries VALUES
	(1, 2, -900),
	(1, 1, 900),
	(2, 2, -900),
	(2, 3, 900),
	(3, 1, -900),
	(3, 6, 900),
	(4, 3, -900),
	(4, 6, 900),
	(5, 2, -900),
	(5, 9, 900);


INSERT INTO money.movements OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 'payment:stripe:pi_mvvGCfuY2IuPutN5Td', 'payment', 'order:2', 'USD', '2026-11-30 10:08:44.920277+00'),
	(2, 1, 'payment:stripe:pi_qG55O9UrYAPTOI2Qbt', 'payment', 'order:1', 'USD', '2026-11-30 10:08:44.920538+00'),
	(3, 1, 'fulfilled:2', 'fulfilled', 'order:2', 'USD', '2026-11-30 10:08:51.107194+00'),
	(4, 1, 'fulfilled:1', 'fulfilled', 'order:1', 'USD', '2026-11-30 10:08:51.168165+00'),
	(5, 1, 'payment:stripe:pi_kxtMy5GwRkItHnpMlp', 'payment', 'order:4', 'USD', '2026-11-30 10:09:00.270327+00');


INSERT INTO money.order_history VALUES
	(1, '2026-11-30 10:08:44.711476+00', 'open', 'message:wamid.HBgLMTU1NTAxMDEwMDkVAgARGCA0Q0FCRjNBNjBGN0Y0MUE4OUQ1MDMwMzM5MDAxMkNCOQA=/0'),
	(2, '2026-11-30 10:08:44.727935+00', 'open', 'message:wamid.HBgLMTU1NTAxMDEwMTAVAgARGCA3RENCNzc1RTlEOUQ0MTAyOUJEOTREN0U3NjU5OTUyNgA=/0'),
	(3, '2026-11-30 10:08:44.739923+00', 'open', 'message:wamid.HBgLMTU1NTAxMDEwMDgVAgARGCAzMDY0MUVBMUE3MTM0REJBQUZCMDZGNjk3RjQ4NDIxNQA=/0'),
	(2, '2026-11-30 10:08:44.920277+00', 'paid', 'stripe:pi_mvvGCfuY2IuPutN5Td'),
	(1, '2026-11-30 10:08:44.920538+00', 'paid', 'stripe:pi_qG55O9UrYAPTOI2Qbt'),
	(2, '2026-11-30 10:08:51.107194+00', 'fulfilled', 'event:order-2-1/ready/0'),
	(1, '2026-11-30 10:08:51.168165+00', 'fulfilled', 'event:order-1-1/ready/0'),
	(4, '2026-11-30 10:09:00.222085+00', 'open', 'message:wamid.HBgLMTU1NTAxMDEwMTEVAgARGCBFMjlCM0NEMERCRjE0RkNCQjBCRTRBOTFBODU0RTg1QQA=/0'),
	(4, '2026-11-30 10:09:00.270327+00', 'paid', 'stripe:pi_kxtMy5GwRkItHnpMlp');


INSERT INTO money.orders OVERRIDING SYSTEM VALUE VALUES
	(3, 1, 16, 'portraits', '{"pack": "260", "tier": "lite", "class": "woman", "title": "Corporate Headshots"}', 900, 'USD', 'open', 'o_d7c47fb89ccd811dc3ef9903', '2026-11-30 10:08:44.739923+00', '2026-11-30 10:08:44.739923+00', 1, 'Corporate Headshots: 12 AI portraits', 'stripe', 'cs_xxbCwEOxGwvRfFcFXy', 'http://127.0.0.1:37937/pay/cs_xxbCwEOxGwvRfFcFXy', '2026-11-30 10:23:44.739923+00'),
	(2, 1, 25, 'portraits', '{"pack": "260", "tier": "lite", "class": "woman", "title": "Corporate Headshots"}', 900, 'USD', 'fulfilled', 'o_6e5ef4efb4f0b4fe5b46dd77', '2026-11-30 10:08:44.727935+00', '2026-11-30 10:08:51.107194+00', 1, 'Corporate Headshots: 12 AI portraits', 'stripe', 'cs_M9PkoCW8Ily1ryRIts', 'http://127.0.0.1:37937/pay/cs_M9PkoCW8Ily1ryRIts', '2026-11-30 10:23:44.727935+00'),
	(1, 1, 17, 'portraits', '{"pack": "260", "tier": "lite", "class": "woman", "title": "Corporate Headshots"}', 900, 'USD', 'fulfilled', 'o_6c0fc17e4374ffe33d17a687', '2026-11-30 10:08:44.711476+00', '2026-11-30 10:08:51.168165+00', 1, 'Corporate Headshots: 12 AI portraits', 'stripe', 'cs_pgnk3wSq043JzCkelP', 'http://127.0.0.1:37937/pay/cs_pgnk3wSq043JzCkelP', '2026-11-30 10:23:44.711476+00'),
	(4, 1, 26, 'portraits', '{"pack": "260", "tier": "lite", "class": "woman", "title": "Corporate Headshots"}', 900, 'USD', 'paid', 'o_6099a0f3021c38457ae4d7af', '2026-11-30 10:09:00.222085+00', '2026-11-30 10:09:00.270327+00', 1, 'Corporate Headshots: 12 AI portraits', 'stripe', 'cs_FUt0TcYZLx5JmCaknj', 'http://127.0.0.1:37937/pay/cs_FUt0TcYZLx5JmCaknj', '2026-11-30 10:24:00.222085+00');


INSERT INTO money.payments VALUES
	('stripe', 'pi_qG55O9UrYAPTOI2Qbt', 1, 1, 900, 'USD', 'credited', NULL, '2026-11-30 10:08:44.920538+00', NULL, NULL, 0, NULL),
	('stripe', 'pi_mvvGCfuY2IuPutN5Td', 1, 2, 900, 'USD', 'credited', NULL, '2026-11-30 10:08:44.920277+00', NULL, NULL, 0, NULL),
	('stripe', 'pi_kxtMy5GwRkItHnpMlp', 1, 4, 900, 'USD', 'credited', NULL, '2026-11-30 10:09:00.270327+00', NULL, NULL, 0, NULL);


INSERT INTO money.webhooks VALUES
	('stripe', 'evt_C8Z7i7jPuDLc2U9FUa', 1, 'Credited', '{"id":"evt_C8Z7i7jPuDLc2U9FUa","object":"event","api_version":"2025-03-31.basil","created":1796033324,"data":{"object":{"id":"cs_M9PkoCW8Ily1ryRIts","object":"checkout.session","amount_subtotal":900,"amount_total":900,"cancel_url":"http://127.0.0.1:43225/paid","client_reference_id":"o_6e5ef4efb4f0b4fe5b46dd77","created":1796033324,"currency":"usd","expires_at":1796119724,"livemode":false,"metadata":{},"mode":"payment","payment_intent":"pi_mvvGCfuY2IuPutN5Td","payment_status":"paid","status":"complete","success_url":"http://127.0.0.1:43225/paid","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}', '2026-11-30 10:08:44.920277+00', 2),
	('stripe', 'evt_ergy67UCPL2ucMZ3mo', 1, 'Credited', '{"id":"evt_ergy67UCPL2ucMZ3mo","object":"event","api_version":"2025-03-31.basil","created":1796033324,"data":{"object":{"id":"cs_pgnk3wSq043JzCkelP","object":"checkout.session","amount_subtotal":900,"amount_total":900,"cancel_url":"http://127.0.0.1:43225/paid","client_reference_id":"o_6c0fc17e4374ffe33d17a687","created":1796033324,"currency":"usd","expires_at":1796119724,"livemode":false,"metadata":{},"mode":"payment","payment_intent":"pi_qG55O9UrYAPTOI2Qbt","payment_status":"paid","status":"complete","success_url":"http://127.0.0.1:43225/paid","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}', '2026-11-30 10:08:44.920538+00', 1),
	('stripe', 'evt_eGh2XZXCpPqiQuBCEn', 1, 'Credited', '{"id":"evt_eGh2XZXCpPqiQuBCEn","object":"event","api_version":"2025-03-31.basil","created":1796033340,"data":{"object":{"id":"cs_FUt0TcYZLx5JmCaknj","object":"checkout.session","amount_subtotal":900,"amount_total":900,"cancel_url":"http://127.0.0.1:43225/paid","client_reference_id":"o_6099a0f3021c38457ae4d7af","created":1796033340,"currency":"usd","expires_at":1796119740,"livemode":false,"metadata":{},"mode":"payment","payment_intent":"pi_kxtMy5GwRkItHnpMlp","payment_status":"paid","status":"complete","success_url":"http://127.0.0.1:43225/paid","url":null}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}', '2026-11-30 10:09:00.270327+00', 4);


INSERT INTO platform.grants VALUES
	('messages', 'usage', 'schema platform'),
	('messages', 'usage', 'schema chat'),
	('messages', 'usage', 'schema events'),
	('images', 'usage', 'schema platform'),
	('images', 'usage', 'schema chat'),
	('images', 'usage', 'schema events'),
	('images', 'usage', 'schema images'),
	('payments', 'usage', 'schema platform'),
	('payments', 'usage', 'schema events'),
	('payments', 'usage', 'schema money'),
	('maintenance', 'usage', 'schema platform'),
	('maintenance', 'usage', 'schema chat'),
	('maintenance', 'usage', 'schema events'),
	('maintenance', 'usage', 'schema images'),
	('maintenance', 'usage', 'schema money'),
	('maintenance', 'usage', 'schema host'),
	('admin', 'usage', 'schema platform'),
	('admin', 'usage', 'schema chat'),
	('admin', 'usage', 'schema events'),
	('admin', 'usage', 'schema images'),
	('admin', 'usage', 'schema money'),
	('messages', 'select', 'public.schema_migrations'),
	('messages', 'execute', 'function platform.make_partitions'),
	('images', 'select', 'public.schema_migrations'),
	('images', 'execute', 'function platform.make_partitions'),
	('payments', 'select', 'public.schema_migrations'),
	('payments', 'execute', 'function platform.make_partitions'),
	('maintenance', 'select', 'public.schema_migrations'),
	('maintenance', 'execute', 'function platform.make_partitions'),
	('admin', 'select', 'public.schema_migrations'),
	('admin', 'execute', 'function platform.make_partitions'),
	('messages', 'select, insert, update, delete', 'events.queue'),
	('messages', 'select, insert', 'events.consumed'),
	('images', 'select, insert, update, delete', 'events.queue'),
	('images', 'select, insert', 'events.consumed'),
	('payments', 'select, insert, update, delete', 'events.queue'),
	('payments', 'select, insert', 'events.consumed'),
	('maintenance', 'select, insert, update, delete', 'events.queue'),
	('maintenance', 'select, insert', 'events.consumed'),
	('messages', 'insert', 'events.dead_letters'),
	('messages', 'select, insert', 'platform.numbers'),
	('messages', 'select, insert, update', 'chat.people'),
	('messages', 'select, insert, update', 'chat.identities'),
	('messages', 'select, insert, update', 'chat.conversations'),
	('messages', 'select, insert, update, delete', 'chat.open_conversations'),
	('messages', 'usage', 'sequence chat.people_id_seq'),
	('messages', 'usage', 'sequence chat.conversations_id_seq'),
	('messages', 'select, insert', 'chat.seen'),
	('messages', 'select, insert, update', 'chat.heard'),
	('messages', 'select, insert, update, delete', 'chat.inbox');
INSERT INTO platform.grants VALUES
	('messages', 'select, insert, update, delete', 'chat.timers'),
	('messages', 'select, insert', 'chat.messages'),
	('messages', 'select, insert', 'chat.statuses'),
	('messages', 'select, insert, update, delete', 'chat.outbox'),
	('messages', 'select, insert, update', 'chat.number_pace'),
	('messages', 'insert', 'chat.updates'),
	('messages', 'select, insert, update (taken_back_at)', 'chat.consents'),
	('messages', 'select, insert, update', 'chat.ai_turns'),
	('images', 'insert', 'events.dead_letters'),
	('images', 'select (id, workspace_id), update (created_at)', 'chat.conversations'),
	('images', 'select, insert, update', 'chat.media'),
	('images', 'select, insert, update, delete', 'images.photos'),
	('images', 'select, insert, update, delete', 'images.looks'),
	('images', 'select, insert, update', 'images.packs'),
	('images', 'select, insert, update', 'images.jobs'),
	('images', 'select, insert, delete', 'images.results'),
	('images', 'select, insert, update, delete', 'images.charts'),
	('payments', 'insert', 'events.dead_letters'),
	('payments', 'select, insert, update (created_at)', 'money.accounts'),
	('payments', 'select, insert', 'money.movements'),
	('payments', 'select, insert', 'money.entries'),
	('payments', 'select, insert, update', 'money.orders'),
	('payments', 'select, insert', 'money.order_history'),
	('payments', 'select, insert, update', 'money.payments'),
	('payments', 'select, insert, update', 'money.webhooks'),
	('maintenance', 'execute', 'function platform.end_partitions'),
	('maintenance', 'select, insert, delete', 'platform.reports'),
	('maintenance', 'select, insert, delete', 'events.dead_letters'),
	('maintenance', 'select, delete', 'chat.people'),
	('maintenance', 'select, delete', 'chat.conversations'),
	('maintenance', 'select, delete', 'chat.consents'),
	('maintenance', 'select, delete', 'chat.messages'),
	('maintenance', 'select, delete', 'chat.statuses'),
	('maintenance', 'select, delete', 'chat.outbox'),
	('maintenance', 'select, delete', 'chat.heard'),
	('maintenance', 'select, delete', 'chat.ai_turns'),
	('maintenance', 'select, insert, delete', 'chat.inbox'),
	('maintenance', 'select, update, delete', 'chat.timers'),
	('maintenance', 'select, update, delete', 'chat.media'),
	('maintenance', 'insert', 'chat.suppressed'),
	('maintenance', 'select', 'sequence chat.inbox_seq_seq'),
	('maintenance', 'select', 'sequence chat.messages_id_seq'),
	('maintenance', 'select', 'images.photos'),
	('maintenance', 'select', 'images.jobs'),
	('maintenance', 'select', 'images.results'),
	('maintenance', 'select, delete', 'images.charts'),
	('maintenance', 'select', 'money.accounts'),
	('maintenance', 'select', 'money.movements'),
	('maintenance', 'select', 'money.entries'),
	('maintenance', 'select', 'money.balances');
INSERT INTO platform.grants VALUES
	('maintenance', 'select', 'money.orders'),
	('maintenance', 'select', 'money.order_history'),
	('maintenance', 'select', 'money.payments'),
	('maintenance', 'select, update (body)', 'money.webhooks'),
	('maintenance', 'select, insert, update', 'host.schedules'),
	('admin', 'select', 'chat.conversations'),
	('admin', 'select', 'chat.people'),
	('admin', 'select', 'chat.identities'),
	('admin', 'select', 'platform.numbers'),
	('admin', 'select', 'chat.messages'),
	('admin', 'select', 'chat.statuses'),
	('admin', 'select', 'chat.outbox'),
	('admin', 'select', 'chat.updates'),
	('admin', 'select', 'chat.media'),
	('admin', 'select', 'chat.number_pace'),
	('admin', 'select', 'chat.suppressed'),
	('admin', 'select', 'events.consumed'),
	('admin', 'select', 'chat.seen'),
	('admin', 'select', 'platform.workspaces'),
	('admin', 'select', 'chat.timers'),
	('admin', 'select', 'chat.open_conversations'),
	('admin', 'select', 'money.accounts'),
	('admin', 'select', 'money.movements'),
	('admin', 'select', 'money.entries'),
	('admin', 'select', 'money.balances'),
	('admin', 'select', 'money.orders'),
	('admin', 'select', 'money.payments'),
	('admin', 'select', 'money.webhooks'),
	('admin', 'select', 'money.order_history'),
	('admin', 'select', 'chat.consents'),
	('admin', 'select', 'images.jobs'),
	('admin', 'select', 'images.photos'),
	('admin', 'select', 'images.looks'),
	('admin', 'select', 'images.results'),
	('admin', 'select', 'images.packs'),
	('admin', 'select', 'images.charts'),
	('admin', 'select', 'platform.reports'),
	('admin', 'select', 'chat.ai_turns'),
	('admin', 'select', 'chat.heard'),
	('admin', 'select, insert', 'chat.inbox'),
	('admin', 'select, insert', 'events.queue'),
	('admin', 'select, update (replays, replayed_at)', 'events.dead_letters');


INSERT INTO platform.numbers VALUES
	('100000000000001', 1, '2026-11-30 10:08:20.560077+00'),
	('100000000000002', 1, '2026-11-30 10:08:20.560077+00'),
	('100000000000003', 1, '2026-11-30 10:08:20.560077+00'),
	('100000000000004', 1, '2026-11-30 10:08:20.560077+00');




INSERT INTO platform.workspaces VALUES
	(1, 'default', '2026-11-30 10:08:19.557641+00');


INSERT INTO public.schema_migrations VALUES
	(1, '0001_platform.sql', '591e55b804aef7b9c0434cd42f898ae1d65ff9fcced55432b735a8bdb3d2bc95', '2026-11-30 10:08:19.557641+00'),
	(2, '0002_conversations.sql', '9b6abb870e8992af743a199984ccff670667b1eb0a4fca61f104fc4072a7253c', '2026-11-30 10:08:19.646282+00'),
	(3, '0003_schedules.sql', 'b0daf0c9d61a18b1321229dec538db2be4d50433fd3e3f3ff3b263aff39ae93c', '2026-11-30 10:08:19.752465+00'),
	(4, '0004_admin_role.sql', '699b321d27f358aa30a6a5b9ee170b69c2858ebaa7bdc256a743393d822f6999', '2026-11-30 10:08:19.757701+00'),
	(5, '0005_outbox_counters.sql', '6456435503aefc701b01efab1dbc744b448d1427fc674f6e1baf20475c59f93c', '2026-11-30 10:08:19.766819+00'),
	(6, '0006_light_conversations.sql', '0f9c48fee9a7a59c9ef7d3c716c603448d153c659e49f148280810f1019de564', '2026-11-30 10:08:19.770059+00'),
	(7, '0007_ledger.sql', 'dd404caab327abdd93e0b38e14976549cc1ab2c8d27ae919fd022a77045a9122', '2026-11-30 10:08:19.777053+00'),
	(8, '0008_orders.sql', 'f52254e65c48f74228b1647fa25b5972881f3d450340ec883a852f73c50a1cc0', '2026-11-30 10:08:19.79192+00'),
	(9, '0009_consents.sql', 'c03046cca3dfe3f6e61150efa941ae758b2457f167c2cbb9bd10b40a0855de65', '2026-11-30 10:08:19.817269+00'),
	(10, '0010_pictures.sql', '7c62842ed797f0aec741b55c9d03af2a4502c32929e0948b0fc3c0b8fc0c2b1e', '2026-11-30 10:08:19.825424+00'),
	(11, '0011_checkouts.sql', '631122788635d627cd3dc0dfecd939d4b406ec7fa79d18acbeb4957ee473caba', '2026-11-30 10:08:19.843212+00'),
	(12, '0012_consents_taken_back.sql', 'a4967168d13cdcd101ef4b79b26c2dde75e869dd59d2b77c44a8c055d8b1f818', '2026-11-30 10:08:19.854571+00'),
	(13, '0013_ai_turns.sql', 'b9990ee07456412589f8dcdabc19ecf8293e9d432201d6ba911884bd696fc3a8', '2026-11-30 10:08:19.855544+00'),
	(14, '0014_twilio.sql', '7ec975b7e387086da1b4fa22975c7ec9171ec4999df0104b25433551f5f38f30', '2026-11-30 10:08:19.858676+00'),
	(15, '0015_charts_and_clock.sql', '27833e6b0a1bb317ddae81da57b6575b5f100d7e5fd715de6fea9956846913d3', '2026-11-30 10:08:19.86271+00'),
	(16, '0016_roles.sql', 'c17f094dd38414f7fa926df0ba772634df563613ada21515ac7bc419b0dc08d9', '2026-11-30 10:08:19.868881+00');


SELECT pg_catalog.setval('chat.consents_id_seq', 13, true);


SELECT pg_catalog.setval('chat.conversations_id_seq', 26, true);


SELECT pg_catalog.setval('chat.inbox_seq_seq', 88, true);


SELECT pg_catalog.setval('chat.media_id_seq', 33, true);


SELECT pg_catalog.setval('chat.messages_id_seq', 323, true);


SELECT pg_catalog.setval('chat.people_id_seq', 26, true);


SELECT pg_catalog.setval('chat.timers_id_seq', 122, true);


SELECT pg_catalog.setval('chat.updates_id_seq', 1, false);


SELECT pg_catalog.setval('events.dead_letters_id_seq', 1, false);


SELECT pg_catalog.setval('events.queue_id_seq', 183, true);


SELECT pg_catalog.setval('images.results_id_seq', 24, true);


SELECT pg_catalog.setval('money.accounts_id_seq', 10, true);


SELECT pg_catalog.setval('money.movements_id_seq', 5, true);


SELECT pg_catalog.setval('money.orders_id_seq', 4, true);


SELECT pg_catalog.setval('platform.reports_id_seq', 1, false);


SELECT pg_catalog.setval('platform.workspaces_id_seq', 2, false);


ALTER TABLE ONLY chat.ai_turns
    ADD CONSTRAINT ai_turns_pkey PRIMARY KEY (person_id, day);


ALTER TABLE ONLY chat.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (id);


ALTER TABLE ONLY chat.heard
    ADD CONSTRAINT heard_pkey PRIMARY KEY (key);


ALTER TABLE ONLY chat.identities
    ADD CONSTRAINT identities_pkey PRIMARY KEY (workspace_id, kind, value);


ALTER TABLE ONLY chat.inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (seq);


ALTER TABLE ONLY chat.media
    ADD CONSTRAINT media_message_provider_id_key UNIQUE (message_provider_id);


ALTER TABLE ONLY chat.media
    ADD CONSTRAINT media_pkey PRIMARY KEY (id);


ALTER TABLE ONLY chat.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id, stored_at);


ALTER TABLE ONLY chat.messages_202610
    ADD CONSTRAINT messages_202610_pkey PRIMARY KEY (id, stored_at);


ALTER TABLE ONLY chat.messages_202611
    ADD CONSTRAINT messages_202611_pkey PRIMARY KEY (id, stored_at);


ALTER TABLE ONLY chat.messages_202612
    ADD CONSTRAINT messages_202612_pkey PRIMARY KEY (id, stored_at);


ALTER TABLE ONLY chat.messages_202701
    ADD CONSTRAINT messages_202701_pkey PRIMARY KEY (id, stored_at);


ALTER TABLE ONLY chat.messages_default
    ADD CONSTRAINT messages_default_pkey PRIMARY KEY (id, stored_at);


ALTER TABLE ONLY chat.number_pace
    ADD CONSTRAINT number_pace_pkey PRIMARY KEY (number_id);


ALTER TABLE ONLY chat.open_conversations
    ADD CONSTRAINT open_conversations_pkey PRIMARY KEY (person_id, number_id);


ALTER TABLE ONLY chat.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (message_id);


ALTER TABLE ONLY chat.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);


ALTER TABLE ONLY chat.seen
    ADD CONSTRAINT seen_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261122
    ADD CONSTRAINT seen_20261122_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261123
    ADD CONSTRAINT seen_20261123_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261124
    ADD CONSTRAINT seen_20261124_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261125
    ADD CONSTRAINT seen_20261125_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261126
    ADD CONSTRAINT seen_20261126_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261127
    ADD CONSTRAINT seen_20261127_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261128
    ADD CONSTRAINT seen_20261128_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261129
    ADD CONSTRAINT seen_20261129_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261130
    ADD CONSTRAINT seen_20261130_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261201
    ADD CONSTRAINT seen_20261201_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261202
    ADD CONSTRAINT seen_20261202_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_20261203
    ADD CONSTRAINT seen_20261203_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.seen_default
    ADD CONSTRAINT seen_default_pkey PRIMARY KEY (cause, cause_at);


ALTER TABLE ONLY chat.statuses
    ADD CONSTRAINT statuses_pkey PRIMARY KEY (provider_id, recipient, status, at);


ALTER TABLE ONLY chat.statuses_202610
    ADD CONSTRAINT statuses_202610_pkey PRIMARY KEY (provider_id, recipient, status, at);


ALTER TABLE ONLY chat.statuses_202611
    ADD CONSTRAINT statuses_202611_pkey PRIMARY KEY (provider_id, recipient, status, at);


ALTER TABLE ONLY chat.statuses_202612
    ADD CONSTRAINT statuses_202612_pkey PRIMARY KEY (provider_id, recipient, status, at);


ALTER TABLE ONLY chat.statuses_202701
    ADD CONSTRAINT statuses_202701_pkey PRIMARY KEY (provider_id, recipient, status, at);


ALTER TABLE ONLY chat.statuses_default
    ADD CONSTRAINT statuses_default_pkey PRIMARY KEY (provider_id, recipient, status, at);


ALTER TABLE ONLY chat.suppressed
    ADD CONSTRAINT suppressed_pkey PRIMARY KEY (workspace_id, hash);


ALTER TABLE ONLY chat.timers
    ADD CONSTRAINT timers_conversation_id_name_key UNIQUE (conversation_id, name);


ALTER TABLE ONLY chat.timers
    ADD CONSTRAINT timers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY chat.updates
    ADD CONSTRAINT updates_pkey PRIMARY KEY (id, received_at);


ALTER TABLE ONLY chat.updates_202610
    ADD CONSTRAINT updates_202610_pkey PRIMARY KEY (id, received_at);


ALTER TABLE ONLY chat.updates_202611
    ADD CONSTRAINT updates_202611_pkey PRIMARY KEY (id, received_at);


ALTER TABLE ONLY chat.updates_202612
    ADD CONSTRAINT updates_202612_pkey PRIMARY KEY (id, received_at);


ALTER TABLE ONLY chat.updates_202701
    ADD CONSTRAINT updates_202701_pkey PRIMARY KEY (id, received_at);


ALTER TABLE ONLY chat.updates_default
    ADD CONSTRAINT updates_default_pkey PRIMARY KEY (id, received_at);


ALTER TABLE ONLY events.consumed
    ADD CONSTRAINT consumed_pkey PRIMARY KEY (event_id, receiver, event_at);


ALTER TABLE ONLY events.consumed_202610
    ADD CONSTRAINT consumed_202610_pkey PRIMARY KEY (event_id, receiver, event_at);


ALTER TABLE ONLY events.consumed_202611
    ADD CONSTRAINT consumed_202611_pkey PRIMARY KEY (event_id, receiver, event_at);


ALTER TABLE ONLY events.consumed_202612
    ADD CONSTRAINT consumed_202612_pkey PRIMARY KEY (event_id, receiver, event_at);


ALTER TABLE ONLY events.consumed_202701
    ADD CONSTRAINT consumed_202701_pkey PRIMARY KEY (event_id, receiver, event_at);


ALTER TABLE ONLY events.consumed_default
    ADD CONSTRAINT consumed_default_pkey PRIMARY KEY (event_id, receiver, event_at);


ALTER TABLE ONLY events.dead_letters
    ADD CONSTRAINT dead_letters_pkey PRIMARY KEY (id);


ALTER TABLE ONLY events.queue
    ADD CONSTRAINT queue_event_id_receiver_key UNIQUE (event_id, receiver);


ALTER TABLE ONLY events.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (id);


ALTER TABLE ONLY host.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (one);


ALTER TABLE ONLY host.schedules
    ADD CONSTRAINT schedules_pkey PRIMARY KEY (name);


ALTER TABLE ONLY images.charts
    ADD CONSTRAINT charts_pkey PRIMARY KEY (event_id);


ALTER TABLE ONLY images.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (order_id, attempt);


ALTER TABLE ONLY images.jobs
    ADD CONSTRAINT jobs_title_key UNIQUE (title);


ALTER TABLE ONLY images.looks
    ADD CONSTRAINT looks_pkey PRIMARY KEY (conversation_id, day);


ALTER TABLE ONLY images.packs
    ADD CONSTRAINT packs_pkey PRIMARY KEY (id);


ALTER TABLE ONLY images.photos
    ADD CONSTRAINT photos_pkey PRIMARY KEY (message_id);


ALTER TABLE ONLY images.results
    ADD CONSTRAINT results_order_id_attempt_source_key UNIQUE (order_id, attempt, source);


ALTER TABLE ONLY images.results
    ADD CONSTRAINT results_pkey PRIMARY KEY (id);


ALTER TABLE ONLY money.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);


ALTER TABLE ONLY money.accounts
    ADD CONSTRAINT accounts_workspace_id_kind_owner_currency_key UNIQUE (workspace_id, kind, owner, currency);


ALTER TABLE ONLY money.entries
    ADD CONSTRAINT entries_pkey PRIMARY KEY (movement_id, account_id);


ALTER TABLE ONLY money.movements
    ADD CONSTRAINT movements_pkey PRIMARY KEY (id);


ALTER TABLE ONLY money.movements
    ADD CONSTRAINT movements_workspace_id_key_key UNIQUE (workspace_id, key);


ALTER TABLE ONLY money.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


ALTER TABLE ONLY money.orders
    ADD CONSTRAINT orders_reference_key UNIQUE (reference);


ALTER TABLE ONLY money.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (provider, payment_id);


ALTER TABLE ONLY money.webhooks
    ADD CONSTRAINT webhooks_pkey PRIMARY KEY (provider, event_id);


ALTER TABLE ONLY platform.grants
    ADD CONSTRAINT grants_pkey PRIMARY KEY (app, object);


ALTER TABLE ONLY platform.numbers
    ADD CONSTRAINT numbers_pkey PRIMARY KEY (number_id);


ALTER TABLE ONLY platform.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (id);


ALTER TABLE ONLY platform.workspaces
    ADD CONSTRAINT workspaces_name_key UNIQUE (name);


ALTER TABLE ONLY platform.workspaces
    ADD CONSTRAINT workspaces_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (number);


CREATE INDEX consents_conversation ON chat.consents USING btree (conversation_id);


CREATE INDEX conversations_id ON chat.conversations USING btree (id);


CREATE INDEX conversations_person ON chat.conversations USING btree (person_id);


CREATE INDEX conversations_workspace ON chat.conversations USING btree (workspace_id, id);


CREATE INDEX heard_at ON chat.heard USING btree (at);


CREATE INDEX identities_person ON chat.identities USING btree (person_id);


CREATE INDEX inbox_conversation ON chat.inbox USING btree (conversation_id, seq);


CREATE INDEX inbox_received ON chat.inbox USING btree (received_at);


CREATE INDEX media_conversation ON chat.media USING btree (conversation_id);


CREATE INDEX messages_conversation ON ONLY chat.messages USING btree (conversation_id, id);


CREATE INDEX messages_202610_conversation_id_id_idx ON chat.messages_202610 USING btree (conversation_id, id);


CREATE INDEX messages_202611_conversation_id_id_idx ON chat.messages_202611 USING btree (conversation_id, id);


CREATE INDEX messages_202612_conversation_id_id_idx ON chat.messages_202612 USING btree (conversation_id, id);


CREATE INDEX messages_202701_conversation_id_id_idx ON chat.messages_202701 USING btree (conversation_id, id);


CREATE INDEX messages_default_conversation_id_id_idx ON chat.messages_default USING btree (conversation_id, id);


CREATE INDEX open_conversations_conversation ON chat.open_conversations USING btree (conversation_id);


CREATE INDEX outbox_conversation ON chat.outbox USING btree (conversation_id, message_id);


CREATE INDEX statuses_message ON ONLY chat.statuses USING btree (message_id) WHERE (message_id IS NOT NULL);


CREATE INDEX statuses_202610_message_id_idx ON chat.statuses_202610 USING btree (message_id) WHERE (message_id IS NOT NULL);


CREATE INDEX statuses_202611_message_id_idx ON chat.statuses_202611 USING btree (message_id) WHERE (message_id IS NOT NULL);


CREATE INDEX statuses_202612_message_id_idx ON chat.statuses_202612 USING btree (message_id) WHERE (message_id IS NOT NULL);


CREATE INDEX statuses_202701_message_id_idx ON chat.statuses_202701 USING btree (message_id) WHERE (message_id IS NOT NULL);


CREATE INDEX statuses_default_message_id_idx ON chat.statuses_default USING btree (message_id) WHERE (message_id IS NOT NULL);


CREATE INDEX timers_due ON chat.timers USING btree (due_at) WHERE (NOT fired);


CREATE INDEX dead_letters_workspace ON events.dead_letters USING btree (workspace_id, id);


CREATE INDEX queue_ready ON events.queue USING btree (receiver, not_before);


CREATE INDEX charts_at ON images.charts USING btree (at);


CREATE INDEX charts_conversation ON images.charts USING btree (conversation_id);


CREATE INDEX jobs_conversation ON images.jobs USING btree (conversation_id);


CREATE INDEX jobs_due ON images.jobs USING btree (next_look_at) WHERE (next_look_at IS NOT NULL);


CREATE INDEX photos_conversation ON images.photos USING btree (conversation_id, at);


CREATE INDEX entries_account ON money.entries USING btree (account_id) INCLUDE (amount);


CREATE INDEX movements_subject ON money.movements USING btree (workspace_id, subject) WHERE (subject <> ''::text);


CREATE INDEX order_history_order ON money.order_history USING btree (order_id, at);


CREATE INDEX orders_ask ON money.orders USING btree (ask_at) WHERE (ask_at IS NOT NULL);


CREATE INDEX orders_conversation ON money.orders USING btree (conversation_id);


CREATE UNIQUE INDEX orders_number ON money.orders USING btree (conversation_id, bot, number) WHERE (number > 0);


CREATE INDEX orders_state ON money.orders USING btree (state, updated_at) WHERE (state = ANY (ARRAY['open'::text, 'paid'::text, 'refunding'::text]));


CREATE INDEX payments_held ON money.payments USING btree (at) WHERE (state = 'held'::text);


CREATE INDEX payments_order ON money.payments USING btree (order_id);


CREATE INDEX payments_refund ON money.payments USING btree (refund_at) WHERE (refund_at IS NOT NULL);


CREATE INDEX webhooks_order ON money.webhooks USING btree (order_id) WHERE (order_id IS NOT NULL);


CREATE INDEX webhooks_received ON money.webhooks USING btree (received_at);


CREATE INDEX reports_kind ON platform.reports USING btree (kind, at);


ALTER INDEX chat.messages_conversation ATTACH PARTITION chat.messages_202610_conversation_id_id_idx;


ALTER INDEX chat.messages_pkey ATTACH PARTITION chat.messages_202610_pkey;


ALTER INDEX chat.messages_conversation ATTACH PARTITION chat.messages_202611_conversation_id_id_idx;


ALTER INDEX chat.messages_pkey ATTACH PARTITION chat.messages_202611_pkey;


ALTER INDEX chat.messages_conversation ATTACH PARTITION chat.messages_202612_conversation_id_id_idx;


ALTER INDEX chat.messages_pkey ATTACH PARTITION chat.messages_202612_pkey;


ALTER INDEX chat.messages_conversation ATTACH PARTITION chat.messages_202701_conversation_id_id_idx;


ALTER INDEX chat.messages_pkey ATTACH PARTITION chat.messages_202701_pkey;


ALTER INDEX chat.messages_conversation ATTACH PARTITION chat.messages_default_conversation_id_id_idx;


ALTER INDEX chat.messages_pkey ATTACH PARTITION chat.messages_default_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261122_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261123_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261124_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261125_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261126_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261127_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261128_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261129_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261130_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261201_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261202_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_20261203_pkey;


ALTER INDEX chat.seen_pkey ATTACH PARTITION chat.seen_default_pkey;


ALTER INDEX chat.statuses_message ATTACH PARTITION chat.statuses_202610_message_id_idx;


ALTER INDEX chat.statuses_pkey ATTACH PARTITION chat.statuses_202610_pkey;


ALTER INDEX chat.statuses_message ATTACH PARTITION chat.statuses_202611_message_id_idx;


ALTER INDEX chat.statuses_pkey ATTACH PARTITION chat.statuses_202611_pkey;


ALTER INDEX chat.statuses_message ATTACH PARTITION chat.statuses_202612_message_id_idx;


ALTER INDEX chat.statuses_pkey ATTACH PARTITION chat.statuses_202612_pkey;


ALTER INDEX chat.statuses_message ATTACH PARTITION chat.statuses_202701_message_id_idx;


ALTER INDEX chat.statuses_pkey ATTACH PARTITION chat.statuses_202701_pkey;


ALTER INDEX chat.statuses_message ATTACH PARTITION chat.statuses_default_message_id_idx;


ALTER INDEX chat.statuses_pkey ATTACH PARTITION chat.statuses_default_pkey;


ALTER INDEX chat.updates_pkey ATTACH PARTITION chat.updates_202610_pkey;


ALTER INDEX chat.updates_pkey ATTACH PARTITION chat.updates_202611_pkey;


ALTER INDEX chat.updates_pkey ATTACH PARTITION chat.updates_202612_pkey;


ALTER INDEX chat.updates_pkey ATTACH PARTITION chat.updates_202701_pkey;


ALTER INDEX chat.updates_pkey ATTACH PARTITION chat.updates_default_pkey;


ALTER INDEX events.consumed_pkey ATTACH PARTITION events.consumed_202610_pkey;


ALTER INDEX events.consumed_pkey ATTACH PARTITION events.consumed_202611_pkey;


ALTER INDEX events.consumed_pkey ATTACH PARTITION events.consumed_202612_pkey;


ALTER INDEX events.consumed_pkey ATTACH PARTITION events.consumed_202701_pkey;


ALTER INDEX events.consumed_pkey ATTACH PARTITION events.consumed_default_pkey;


CREATE OR REPLACE VIEW money.balances WITH (security_invoker='true') AS
 SELECT a.id AS account_id,
    a.workspace_id,
    a.kind,
    a.owner,
    a.currency,
    a.floored,
    (COALESCE(sum(e.amount), (0)::numeric))::bigint AS balance
   FROM (money.accounts a
     LEFT JOIN money.entries e ON ((e.account_id = a.id)))
  GROUP BY a.id;


CREATE CONSTRAINT TRIGGER entries_balance AFTER INSERT ON money.entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION money.check_movement();


CREATE TRIGGER entries_stay BEFORE DELETE OR UPDATE ON money.entries FOR EACH ROW EXECUTE FUNCTION money.refuse_change();


CREATE TRIGGER movements_stay BEFORE DELETE OR UPDATE ON money.movements FOR EACH ROW EXECUTE FUNCTION money.refuse_change();


ALTER TABLE ONLY chat.ai_turns
    ADD CONSTRAINT ai_turns_person_id_fkey FOREIGN KEY (person_id) REFERENCES chat.people(id) ON DELETE CASCADE;


ALTER TABLE ONLY chat.ai_turns
    ADD CONSTRAINT ai_turns_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY chat.consents
    ADD CONSTRAINT consents_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY chat.conversations
    ADD CONSTRAINT conversations_person_id_fkey FOREIGN KEY (person_id) REFERENCES chat.people(id);


ALTER TABLE ONLY chat.conversations
    ADD CONSTRAINT conversations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY chat.identities
    ADD CONSTRAINT identities_person_id_fkey FOREIGN KEY (person_id) REFERENCES chat.people(id) ON DELETE CASCADE;


ALTER TABLE ONLY chat.open_conversations
    ADD CONSTRAINT open_conversations_person_id_fkey FOREIGN KEY (person_id) REFERENCES chat.people(id) ON DELETE CASCADE;


ALTER TABLE ONLY chat.people
    ADD CONSTRAINT people_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY images.charts
    ADD CONSTRAINT charts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY images.jobs
    ADD CONSTRAINT jobs_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY images.looks
    ADD CONSTRAINT looks_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY images.photos
    ADD CONSTRAINT photos_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY images.results
    ADD CONSTRAINT results_order_id_attempt_fkey FOREIGN KEY (order_id, attempt) REFERENCES images.jobs(order_id, attempt);


ALTER TABLE ONLY images.results
    ADD CONSTRAINT results_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY money.accounts
    ADD CONSTRAINT accounts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY money.entries
    ADD CONSTRAINT entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES money.accounts(id);


ALTER TABLE ONLY money.entries
    ADD CONSTRAINT entries_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES money.movements(id);


ALTER TABLE ONLY money.movements
    ADD CONSTRAINT movements_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY money.order_history
    ADD CONSTRAINT order_history_order_id_fkey FOREIGN KEY (order_id) REFERENCES money.orders(id);


ALTER TABLE ONLY money.orders
    ADD CONSTRAINT orders_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY money.payments
    ADD CONSTRAINT payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES money.orders(id);


ALTER TABLE ONLY money.payments
    ADD CONSTRAINT payments_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY money.webhooks
    ADD CONSTRAINT webhooks_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY platform.numbers
    ADD CONSTRAINT numbers_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE ONLY platform.reports
    ADD CONSTRAINT reports_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES platform.workspaces(id);


ALTER TABLE chat.ai_turns ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.consents ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.conversations ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.heard ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.identities ENABLE ROW LEVEL SECURITY;

CREATE POLICY images ON chat.conversations TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY images ON chat.media TO whatsappbots_images USING (true) WITH CHECK (true);


ALTER TABLE chat.inbox ENABLE ROW LEVEL SECURITY;

CREATE POLICY maintenance ON chat.ai_turns TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.consents TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.conversations TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.heard TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.inbox TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.media TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.messages TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.outbox TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.people TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.statuses TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.suppressed TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON chat.timers TO whatsappbots_maintenance USING (true) WITH CHECK (true);


ALTER TABLE chat.media ENABLE ROW LEVEL SECURITY;

CREATE POLICY messages ON chat.ai_turns TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.consents TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.conversations TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.heard TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.identities TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.inbox TO whatsappbots_messages USING (true) WITH CHECK (true);


ALTER TABLE chat.messages ENABLE ROW LEVEL SECURITY;

CREATE POLICY messages ON chat.messages TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.number_pace TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.open_conversations TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.outbox TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.people TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.seen TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.statuses TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.timers TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON chat.updates TO whatsappbots_messages USING (true) WITH CHECK (true);


ALTER TABLE chat.number_pace ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.open_conversations ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.outbox ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.people ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.seen ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.statuses ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.suppressed ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.timers ENABLE ROW LEVEL SECURITY;

ALTER TABLE chat.updates ENABLE ROW LEVEL SECURITY;

CREATE POLICY workspace ON chat.ai_turns TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.consents TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.conversations TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.heard TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.identities TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.inbox TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.media TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.messages TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.number_pace TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.open_conversations TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.outbox TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.people TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.seen TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.statuses TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.suppressed TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.timers TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON chat.updates TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


ALTER TABLE events.consumed ENABLE ROW LEVEL SECURITY;

ALTER TABLE events.dead_letters ENABLE ROW LEVEL SECURITY;

CREATE POLICY images ON events.consumed TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY images ON events.dead_letters TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY images ON events.queue TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON events.consumed TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON events.dead_letters TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON events.queue TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY messages ON events.consumed TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON events.dead_letters TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY messages ON events.queue TO whatsappbots_messages USING (true) WITH CHECK (true);


CREATE POLICY payments ON events.consumed TO whatsappbots_payments USING (true) WITH CHECK (true);


CREATE POLICY payments ON events.dead_letters TO whatsappbots_payments USING (true) WITH CHECK (true);


CREATE POLICY payments ON events.queue TO whatsappbots_payments USING (true) WITH CHECK (true);


ALTER TABLE events.queue ENABLE ROW LEVEL SECURITY;

CREATE POLICY workspace ON events.consumed TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON events.dead_letters TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON events.queue TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


ALTER TABLE images.charts ENABLE ROW LEVEL SECURITY;

CREATE POLICY images ON images.charts TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY images ON images.jobs TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY images ON images.looks TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY images ON images.photos TO whatsappbots_images USING (true) WITH CHECK (true);


CREATE POLICY images ON images.results TO whatsappbots_images USING (true) WITH CHECK (true);


ALTER TABLE images.jobs ENABLE ROW LEVEL SECURITY;

ALTER TABLE images.looks ENABLE ROW LEVEL SECURITY;

CREATE POLICY maintenance ON images.charts TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON images.jobs TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON images.photos TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON images.results TO whatsappbots_maintenance USING (true) WITH CHECK (true);


ALTER TABLE images.photos ENABLE ROW LEVEL SECURITY;

ALTER TABLE images.results ENABLE ROW LEVEL SECURITY;

CREATE POLICY workspace ON images.charts TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON images.jobs TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON images.looks TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON images.photos TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON images.results TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


ALTER TABLE money.accounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE money.entries ENABLE ROW LEVEL SECURITY;

CREATE POLICY maintenance ON money.accounts TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON money.entries TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON money.movements TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON money.order_history TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON money.orders TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON money.payments TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY maintenance ON money.webhooks TO whatsappbots_maintenance USING (true) WITH CHECK (true);


ALTER TABLE money.movements ENABLE ROW LEVEL SECURITY;

ALTER TABLE money.order_history ENABLE ROW LEVEL SECURITY;

ALTER TABLE money.orders ENABLE ROW LEVEL SECURITY;

CREATE POLICY payments ON money.accounts TO whatsappbots_payments USING (true) WITH CHECK (true);


CREATE POLICY payments ON money.entries TO whatsappbots_payments USING (true) WITH CHECK (true);


CREATE POLICY payments ON money.movements TO whatsappbots_payments USING (true) WITH CHECK (true);


CREATE POLICY payments ON money.order_history TO whatsappbots_payments USING (true) WITH CHECK (true);


CREATE POLICY payments ON money.orders TO whatsappbots_payments USING (true) WITH CHECK (true);


ALTER TABLE money.payments ENABLE ROW LEVEL SECURITY;

CREATE POLICY payments ON money.payments TO whatsappbots_payments USING (true) WITH CHECK (true);


CREATE POLICY payments ON money.webhooks TO whatsappbots_payments USING (true) WITH CHECK (true);


ALTER TABLE money.webhooks ENABLE ROW LEVEL SECURITY;

CREATE POLICY workspace ON money.accounts TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON money.entries TO whatsappbots_admin USING ((EXISTS ( SELECT 1
   FROM money.movements m
  WHERE (m.id = entries.movement_id))));


CREATE POLICY workspace ON money.movements TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON money.order_history TO whatsappbots_admin USING ((EXISTS ( SELECT 1
   FROM money.orders o
  WHERE (o.id = order_history.order_id))));


CREATE POLICY workspace ON money.orders TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON money.payments TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON money.webhooks TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY maintenance ON platform.reports TO whatsappbots_maintenance USING (true) WITH CHECK (true);


CREATE POLICY messages ON platform.numbers TO whatsappbots_messages USING (true) WITH CHECK (true);


ALTER TABLE platform.numbers ENABLE ROW LEVEL SECURITY;

ALTER TABLE platform.reports ENABLE ROW LEVEL SECURITY;

CREATE POLICY workspace ON platform.numbers TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint)) WITH CHECK ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON platform.reports TO whatsappbots_admin USING ((workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


CREATE POLICY workspace ON platform.workspaces TO whatsappbots_admin USING ((id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::bigint));


ALTER TABLE platform.workspaces ENABLE ROW LEVEL SECURITY;
