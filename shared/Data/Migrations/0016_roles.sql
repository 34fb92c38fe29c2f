-- What each app may do in the database. A deployment makes a login for each app and puts it into the app's group role; it owns
-- nothing and can change no schema. The owner of the tables is who migrates.

-- Kept as rows, so that the same grants can be made again where roles could not be made, or came later. A migration that adds a
-- table adds its rows here and ends with `select platform.grant_roles()`.
create table platform.grants (
  app text not null check (app in ('messages', 'images', 'payments', 'maintenance', 'admin')),
  privileges text not null,
  object text not null,
  primary key (app, object)
);

-- Makes the roles that are missing, grants them what the rows say, and lets them see all rows of what is granted; the admin's rules
-- are older and stay: it sees one workspace. Roles belong to all databases of a server, and several may be migrated at once. Who may
-- not make roles is told so, and goes on. Returns the roles that are not there.
create function platform.grant_roles() returns text[] language plpgsql set search_path = pg_catalog, pg_temp as $$
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

-- Partitions are made and dropped by who owns nothing, of these tables alone.
create function platform.check_partitioned(parent regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if parent::text <> all (array['chat.seen', 'chat.messages', 'chat.statuses', 'chat.updates', 'events.consumed']) then
    raise exception '% is not partitioned by time', parent using errcode = '42501';
  end if;
end $$;

create function platform.make_partitions(parent regclass, period interval, first timestamptz, count int)
returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.check_partitioned(parent);
  if count > 100 then raise exception '% partitions at once are too many', count using errcode = '22023'; end if;
  return platform.ensure_partitions(parent, period, first, count);
end $$;

create function platform.end_partitions(parent regclass, period interval, before timestamptz)
returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.check_partitioned(parent);
  return platform.drop_partitions(parent, period, before);
end $$;

revoke execute on function platform.grant_roles(), platform.make_partitions, platform.end_partitions,
  platform.ensure_partitions, platform.drop_partitions from public;

insert into platform.grants (app, privileges, object)
select app, 'usage', 'schema ' || name from (values
  ('messages', array['platform', 'chat', 'events']),
  ('images', array['platform', 'chat', 'events', 'images']),
  ('payments', array['platform', 'events', 'money']),
  ('maintenance', array['platform', 'chat', 'events', 'images', 'money', 'host']),
  ('admin', array['platform', 'chat', 'events', 'images', 'money'])) as s(app, names), unnest(names) as name;

-- What every app does: it sees which migrations were applied, and what it needs ahead of time is there when it starts.
insert into platform.grants (app, privileges, object)
select app, privileges, object
from unnest(array['messages', 'images', 'payments', 'maintenance', 'admin']) as app, (values
  ('select', 'public.schema_migrations'),
  ('execute', 'function platform.make_partitions')) as g(privileges, object);

-- Events are written by whoever tells, and worked by whoever hears.
insert into platform.grants (app, privileges, object)
select app, privileges, object
from unnest(array['messages', 'images', 'payments', 'maintenance']) as app, (values
  ('select, insert, update, delete', 'events.queue'),
  ('select, insert', 'events.consumed')) as g(privileges, object);

insert into platform.grants (app, privileges, object) values
  ('messages', 'insert', 'events.dead_letters'),
  ('messages', 'select, insert', 'platform.numbers'),
  ('messages', 'select, insert, update', 'chat.people'),
  ('messages', 'select, insert, update', 'chat.identities'),
  ('messages', 'select, insert, update', 'chat.conversations'),
  ('messages', 'select, insert, update, delete', 'chat.open_conversations'),
  -- Drawn from ahead of the rows.
  ('messages', 'usage', 'sequence chat.people_id_seq'),
  ('messages', 'usage', 'sequence chat.conversations_id_seq'),
  ('messages', 'select, insert', 'chat.seen'),
  ('messages', 'select, insert, update', 'chat.heard'),
  ('messages', 'select, insert, update, delete', 'chat.inbox'),
  ('messages', 'select, insert, update, delete', 'chat.timers'),
  ('messages', 'select, insert', 'chat.messages'),
  ('messages', 'select, insert', 'chat.statuses'),
  ('messages', 'select, insert, update, delete', 'chat.outbox'),
  ('messages', 'select, insert, update', 'chat.number_pace'),
  ('messages', 'insert', 'chat.updates'),
  ('messages', 'select, insert, update (taken_back_at)', 'chat.consents'),
  ('messages', 'select, insert, update', 'chat.ai_turns'),

  ('images', 'insert', 'events.dead_letters'),
  -- To lock a row takes the right to change something of it; a date nobody goes by does.
  ('images', 'select (id, workspace_id), update (created_at)', 'chat.conversations'),
  ('images', 'select, insert, update', 'chat.media'),
  ('images', 'select, insert, update, delete', 'images.photos'),
  ('images', 'select, insert, update, delete', 'images.looks'),
  ('images', 'select, insert, update', 'images.packs'),
  ('images', 'select, insert, update', 'images.jobs'),
  ('images', 'select, insert, delete', 'images.results'),
  ('images', 'select, insert, update, delete', 'images.charts'),

  -- The ledger is only ever added to, and by this app alone.
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
  ('maintenance', 'select', 'money.balances'),
  ('maintenance', 'select', 'money.orders'),
  ('maintenance', 'select', 'money.order_history'),
  ('maintenance', 'select', 'money.payments'),
  ('maintenance', 'select, update (body)', 'money.webhooks'),
  ('maintenance', 'select, insert, update', 'host.schedules');

-- As older migrations granted it; here so that it can be made again.
insert into platform.grants (app, privileges, object)
select 'admin', 'select', n.nspname || '.' || c.relname
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('platform', 'chat', 'events', 'money', 'images') and c.relkind in ('r', 'p', 'v') and not c.relispartition
  and (c.relrowsecurity or c.relname in ('balances', 'packs'));
update platform.grants set privileges = 'select, insert' where app = 'admin' and object in ('chat.inbox', 'events.queue');
update platform.grants set privileges = 'select, update (replays, replayed_at)' where app = 'admin' and object = 'events.dead_letters';

select platform.grant_roles();
