-- Weeks of habits as pictures, made for a person and erased with them.

create table images.charts (
  event_id text primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  -- The file may not be there yet: the name is kept first, so that no file is nobody's.
  store_key text not null,
  is_drawn boolean not null default false,
  at timestamptz not null
);
create index charts_conversation on images.charts (conversation_id);
create index charts_at on images.charts (at);
select platform.guard('images.charts');

-- How far the clock of a development database was set ahead. In production nobody reads it.
create table host.clock (
  one boolean primary key default true check (one),
  ahead_us bigint not null check (ahead_us >= 0)
);
