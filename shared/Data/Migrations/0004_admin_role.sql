-- The admin app reads as a role that owns nothing: row-level security shows it one workspace a transaction, and without
-- app.workspace no rows at all.

do $$ begin
  create role whatsappbots_admin nologin;
exception when duplicate_object or unique_violation then null;
end $$;

do $$ begin
  execute format('grant whatsappbots_admin to %I', current_user);
end $$;

grant usage on schema platform, chat, events to whatsappbots_admin;

do $$
declare
  name text;
begin
  foreach name in array array[
    'chat.people', 'chat.identities', 'chat.conversations', 'chat.inbox', 'chat.timers', 'chat.messages', 'chat.statuses',
    'chat.outbox', 'chat.updates', 'chat.media', 'chat.suppressed', 'chat.seen', 'chat.number_pace',
    'events.queue', 'events.consumed', 'events.dead_letters', 'platform.numbers'
  ] loop
    execute format('alter table %s enable row level security', name);
    execute format(
      'create policy workspace on %s to whatsappbots_admin
         using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::bigint)
         with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::bigint)', name);
    execute format('grant select on %s to whatsappbots_admin', name);
  end loop;
end $$;

alter table platform.workspaces enable row level security;
create policy workspace on platform.workspaces to whatsappbots_admin
  using (id = nullif(current_setting('app.workspace', true), '')::bigint);
grant select on platform.workspaces to whatsappbots_admin;

-- What a replay writes.
grant insert on chat.inbox, events.queue to whatsappbots_admin;
grant update (replays, replayed_at) on events.dead_letters to whatsappbots_admin;
