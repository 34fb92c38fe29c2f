-- What people agreed to; whose timer is whose; and one way to keep a table to its workspace.

-- Rows of one workspace are all that who runs the bots may see.
create function platform.guard(name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format(
    'create policy workspace on %s to whatsappbots_admin
       using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::bigint)', name);
  execute format('grant select on %s to whatsappbots_admin', name);
end $$;

create table chat.consents (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  kind text not null,
  version text not null,
  -- What they read when they agreed.
  wording text not null,
  language text not null,
  at timestamptz not null
);
create index consents_conversation on chat.consents (conversation_id);
select platform.guard('chat.consents');

-- The bot that started it need not be the one that is open when it falls due.
alter table chat.timers add column bot text;
