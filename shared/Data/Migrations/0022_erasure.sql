-- What is remembered of people who were erased, so that what comes late about them is recognised: keyed hashes and times. And
-- limits for the functions that make partitions.

-- An erased person's rows that remember ids go with them. What stays is a keyed hash of each of their numbers and user ids with the
-- time of the erasure: a message dated before it is a repetition. A row that nobody asked for is of somebody who wrote nothing for long.
alter table chat.suppressed add column asked boolean not null default true;
comment on column chat.suppressed.since is 'the provider''s time of the erasure: what is dated before it is not heard again';
comment on column chat.suppressed.asked is 'the person asked to be erased: they are not written to first';

-- Set where somebody who was erased has come back: what is dated before it belongs to who they were.
alter table chat.people add column erased_at timestamptz;

-- Numbers and user ids of people whose erasure is under way. They name nobody any more: who writes from one is new.
create table chat.leaving (
  workspace_id bigint not null references platform.workspaces,
  kind text not null,
  value text not null,
  person_id bigint not null references chat.people on delete cascade,
  primary key (person_id, kind, value)
);
select platform.guard('chat.leaving');

-- Partitions are made near those that are there, and there are never many: who may ask for them can fill no catalogue.
create or replace function platform.make_partitions(parent regclass, period interval, first timestamptz, count int)
returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  there bigint;
  earliest timestamptz;
  latest timestamptz;
begin
  perform platform.check_partitioned(parent);
  if period not in (interval '1 day', interval '1 month') then raise exception 'partitions are of days or months' using errcode = '22023'; end if;
  if count > 40 then raise exception '% partitions at once are too many', count using errcode = '22023'; end if;
  select count(*), min(p.starts), max(p.starts) into there, earliest, latest from (
    select to_date(rpad(substring(c.relname from '_(\d{6,8})$'), 8, '01'), 'YYYYMMDD') at time zone 'UTC' as starts
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = parent and c.relname ~ '_\d{6,8}$') p;
  if there + count > 240 then raise exception '% has % partitions; more are too many', parent, there using errcode = '22023'; end if;
  -- An empty table is filled where its clock says; a clock moved by hand or wrong by a year is no reason to go without.
  if first < least(now(), coalesce(earliest, now() - interval '10 years')) - interval '400 days'
     or first + count * period > greatest(now(), coalesce(latest, now() + interval '10 years')) + interval '400 days' then
    raise exception 'partitions from % on are too far from the others', first using errcode = '22023';
  end if;
  return platform.ensure_partitions(parent, period, first, count);
end $$;

-- What a wrong clock put where no partition is has been kept long enough by the same rule. The parent is locked before its default
-- partition, as where partitions are made: the other order would be a deadlock of the two.
create or replace function platform.end_partitions(parent regclass, period interval, before timestamptz)
returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  dropped int;
begin
  perform platform.check_partitioned(parent);
  dropped := platform.drop_partitions(parent, period, before);
  execute format('delete from %s where %s < $1', parent::text || '_default', substring(pg_get_partkeydef(parent) from '\((.*)\)')) using before;
  return dropped;
end $$;

insert into platform.grants (app, privileges, object) values
  ('messages', 'select', 'chat.suppressed'),
  ('messages', 'select, insert, delete', 'chat.leaving'),
  ('maintenance', 'select', 'chat.leaving'),
  ('maintenance', 'select, delete', 'chat.seen'),
  ('maintenance', 'select, delete', 'chat.updates');
update platform.grants set privileges = 'select, insert, update, delete' where app = 'messages' and object = 'chat.identities';
update platform.grants set privileges = 'select, insert, delete' where app = 'messages' and object = 'chat.seen';
update platform.grants set privileges = 'select, delete, update (erased_at, phone, user_id)' where app = 'maintenance' and object = 'chat.people';
update platform.grants set privileges = 'select, delete, update (summary, body)' where app = 'maintenance' and object = 'chat.messages';
update platform.grants set privileges = 'select, insert, update, delete' where app = 'maintenance' and object = 'chat.heard';
update platform.grants set privileges = 'select, insert, delete' where app = 'maintenance' and object = 'events.consumed';
update platform.grants set privileges = 'select, insert, update' where app = 'maintenance' and object = 'chat.suppressed';
update platform.grants set privileges = 'select, insert, update (cause)' where app = 'payments' and object = 'money.order_history';
insert into platform.grants (app, privileges, object) values ('admin', 'select', 'chat.leaving') on conflict do nothing;
select platform.grant_roles();
