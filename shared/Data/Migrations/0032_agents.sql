-- Agents write to people and take conversations over: who wrote what, and when people had a conversation.

alter table chat.messages add column origin text;
comment on column chat.messages.origin is 'out: who says it, where it is not the bot: agent:7/31 is request 31 of the agent 7';

create table chat.handovers (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  opened_at timestamptz not null,
  -- A name of HandOverReasons, or the words of who asked for it.
  reason text not null,
  -- person, agent:7, …
  opened_by text not null,
  closed_at timestamptz,
  close_reason text,
  closed_by text
);
create unique index handovers_open on chat.handovers (conversation_id) where closed_at is null;
create index handovers_conversation on chat.handovers (conversation_id, id);
-- What has changed lately is looked for by time.
create index handovers_opened on chat.handovers (opened_at);
create index handovers_closed on chat.handovers (closed_at) where closed_at is not null;
select platform.guard('chat.handovers');
select platform.guard_numbers('chat.handovers');

insert into platform.grants (app, privileges, object) values
  ('messages', 'select, insert, update', 'chat.handovers'),
  ('maintenance', 'select, delete', 'chat.handovers'),
  ('admin', 'select', 'chat.handovers');
select platform.grant_roles();
