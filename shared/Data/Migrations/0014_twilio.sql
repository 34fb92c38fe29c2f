-- A channel without buttons shows choices as numbers in the text. Those last offered are kept with the conversation, so that a
-- number means the same in every process and after a restart.
alter table chat.conversations add offered text;
comment on column chat.conversations.offered is 'choices shown as numbers, JSON; null: none';

-- When something was first heard that carries no time of its own. Telling it again repeats that time, and so is the same.
create table chat.heard (
  key text primary key,
  workspace_id bigint not null,
  at timestamptz not null
);
create index heard_at on chat.heard (at);

alter table chat.heard enable row level security;
create policy workspace on chat.heard to whatsappbots_admin
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::bigint)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::bigint);
grant select on chat.heard to whatsappbots_admin;
