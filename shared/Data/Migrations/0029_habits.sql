-- Habits and how their days went, for those who run the bots: what was in each conversation's document alone. The document stays the truth as
-- long as a release runs that does not write these rows; a conversation's rows come with its first turn in this release.

create schema habits;

create table habits.habits (
  -- Of the row, for paging.
  number bigint generated always as identity,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  id int not null,
  name text not null,
  -- Weekdays, or how often.
  days jsonb not null,
  -- By the person's clock. A deadline that is not after the start is on the next day.
  start time,
  deadline time not null,
  since date not null,
  until date,
  target numeric,
  unit text,
  at_most int,
  needs_proof boolean not null,
  is_paused boolean not null,
  streak int not null,
  best int not null,
  zone text not null,
  updated_at timestamptz not null,
  primary key (conversation_id, id)
);
create unique index habits_number on habits.habits (workspace_id, number);
select platform.guard('habits.habits');

create table habits.marks (
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  habit_id int not null,
  day date not null,
  mark text not null check (mark in ('open', 'done', 'missed', 'frozen', 'off')),
  amount numeric,
  primary key (conversation_id, habit_id, day),
  foreign key (conversation_id, habit_id) references habits.habits (conversation_id, id) on delete cascade
);
create index marks_day on habits.marks (day);
select platform.guard('habits.marks');

insert into platform.grants (app, privileges, object)
select app, 'usage', 'schema habits' from unnest(array['messages', 'maintenance', 'admin']) as app;
insert into platform.grants (app, privileges, object) values
  ('messages', 'select, insert, update, delete', 'habits.habits'),
  ('messages', 'select, insert, update, delete', 'habits.marks'),
  ('maintenance', 'select, delete', 'habits.habits'),
  ('maintenance', 'select, delete', 'habits.marks'),
  ('admin', 'select', 'habits.habits'),
  ('admin', 'select', 'habits.marks');
select platform.grant_roles();
