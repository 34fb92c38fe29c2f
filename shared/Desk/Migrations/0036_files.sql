-- Files that agents send. The row is there before the file, so that a file without a row cannot be.
create table desk.files (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null references desk.threads on delete cascade,
  -- agent:7, key:3
  caller text not null,
  kind text not null check (kind in ('image', 'video', 'audio', 'document')),
  mime_type text not null,
  -- As the person sees it; of documents alone.
  name text,
  store_key text not null,
  -- Null until the file is stored.
  size_bytes bigint,
  -- The request that sent it; null: it was not sent yet.
  request_id bigint unique,
  at timestamptz not null
);
create index files_conversation on desk.files (conversation_id);
create index files_caller on desk.files (workspace_id, caller, at);
create index files_at on desk.files (at);
select platform.guard('desk.files');
select platform.guard_numbers('desk.files');

insert into platform.grants (app, privileges, object) values
  ('maintenance', 'select, delete', 'desk.files'),
  ('admin', 'select, insert, update (size_bytes, request_id), delete', 'desk.files');
select platform.grant_roles();
