-- Statuses of messages that agents and programs wrote, until the feed of the desk has told of them. Few messages have an origin; the
-- others leave no row here.
create table chat.status_news (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  message_id bigint not null
);
select platform.guard('chat.status_news');
select platform.guard_numbers('chat.status_news');

insert into platform.grants (app, privileges, object) values
  ('messages', 'insert', 'chat.status_news'),
  ('maintenance', 'select, delete', 'chat.status_news');
select platform.grant_roles();
