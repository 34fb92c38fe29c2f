-- What agents see and do: a thread for each conversation, notes, drafts, snippets, and the feed of changes that a browser follows.

create schema desk;

-- A projection of chat.conversations and chat.messages, and beside it what agents set. Columns that agents set: status, assignee,
-- snoozed_until, crisis_seen_at.
create table desk.threads (
  conversation_id bigint primary key,
  workspace_id bigint not null references platform.workspaces,
  number_id text not null,
  bot text not null,
  -- pending: the bot has it; open: people have it.
  status text not null check (status in ('pending', 'open', 'resolved', 'snoozed')),
  handed_over boolean not null,
  handed_over_at timestamptz,
  handed_over_reason text,
  crisis_at timestamptz,
  crisis_seen_at timestamptz,
  assignee bigint,
  snoozed_until timestamptz,
  -- Ids of messages rise with time: they order threads, and page through them.
  last_id bigint not null,
  last_at timestamptz not null,
  last_text text not null,
  last_from text not null check (last_from in ('person', 'bot', 'agent')),
  last_in_id bigint not null default 0,
  last_in_at timestamptz,
  last_agent_id bigint not null default 0,
  -- The first message that no agent has answered; null: nobody waits.
  waiting_id bigint,
  waiting_since timestamptz,
  version bigint not null default 1
);
create unique index threads_last on desk.threads (workspace_id, last_id desc);
create index threads_status on desk.threads (workspace_id, status, last_id desc);
create index threads_number on desk.threads (workspace_id, number_id, last_id desc);
create index threads_assignee on desk.threads (workspace_id, assignee, last_id desc) where assignee is not null;
create index threads_waiting on desk.threads (workspace_id, waiting_id) where waiting_id is not null;
create index threads_crisis on desk.threads (workspace_id, last_id desc) where crisis_at is not null;
create index threads_snoozed on desk.threads (snoozed_until) where snoozed_until is not null;
select platform.guard('desk.threads');

-- How far each user has read.
create table desk.seen (
  workspace_id bigint not null references platform.workspaces,
  user_id bigint not null,
  conversation_id bigint not null references desk.threads on delete cascade,
  message_id bigint not null,
  primary key (user_id, conversation_id)
);
create index seen_conversation on desk.seen (conversation_id);
select platform.guard('desk.seen');

create table desk.notes (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null references desk.threads on delete cascade,
  user_id bigint not null,
  body text not null,
  at timestamptz not null
);
create index notes_conversation on desk.notes (conversation_id, id);
select platform.guard('desk.notes');

-- What a user has begun to write, and up to which message they had read when they began.
create table desk.drafts (
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null references desk.threads on delete cascade,
  user_id bigint not null,
  body text not null,
  base_message_id bigint not null,
  at timestamptz not null,
  primary key (conversation_id, user_id)
);
select platform.guard('desk.drafts');

create table desk.snippets (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  -- Typed after a slash.
  name text not null,
  body text not null,
  version bigint not null default 1,
  unique (workspace_id, name)
);
select platform.guard('desk.snippets');

-- Requests that must take effect once, by the key of who sends them.
create table desk.requests (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  caller text not null,
  key text not null,
  -- SHA-256 of operation and body: a key that comes with another request is refused.
  fingerprint bytea not null,
  conversation_id bigint,
  at timestamptz not null default clock_timestamp(),
  unique (workspace_id, caller, key)
);
create index requests_conversation on desk.requests (conversation_id);
create index requests_at on desk.requests (at);
select platform.guard('desk.requests');

-- Changes in the order of their commits, without holes: who has seen number 7 knows all up to 7. Kept for an hour.
create table desk.changes (
  workspace_id bigint not null references platform.workspaces,
  seq bigint not null,
  at timestamptz not null default clock_timestamp(),
  -- thread, seen, note, draft, snippet, gone
  kind text not null,
  number_id text,
  conversation_id bigint,
  ref bigint,
  primary key (workspace_id, seq)
);
create index changes_at on desk.changes (at);
create index changes_conversation on desk.changes (conversation_id);
select platform.guard('desk.changes');

-- The number of a workspace's last change. The row's lock is held until the commit: changes are numbered in the order in which they can be seen.
create table desk.feeds (
  workspace_id bigint primary key references platform.workspaces,
  last_seq bigint not null
);
select platform.guard('desk.feeds');

-- The words of messages, for searching. Beside its own words each row has #b and the number of its hundred thousand messages: a search
-- looks into the newest first, and need not read all that a frequent word stands in.
create table desk.search (
  message_id bigint primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  stored_at timestamptz not null,
  words tsvector not null
);
create index search_words on desk.search using gin (words);
create index search_conversation on desk.search (conversation_id);
create index search_stored on desk.search (stored_at);
select platform.guard('desk.search');

-- The last message that the threads know of.
create table desk.progress (
  one boolean primary key default true check (one),
  head bigint not null
);
insert into desk.progress (head) values (0);

-- Tells of changes. Runs at the end of a transaction: until its commit nobody else tells of anything in this workspace.
create function desk.tell(of_workspace bigint, what text, conversations bigint[], refs bigint[] default null)
returns bigint language sql set search_path = pg_catalog, pg_temp as $$
  with numbered as (
    insert into desk.feeds as f (workspace_id, last_seq) values (of_workspace, cardinality(conversations))
    on conflict (workspace_id) do update set last_seq = f.last_seq + cardinality(conversations)
    returning last_seq
  ), told as (
    insert into desk.changes (workspace_id, seq, kind, conversation_id, ref, number_id)
    select of_workspace, n.last_seq - cardinality(conversations) + u.ord, what, u.conversation, refs[u.ord], t.number_id
    from numbered n, unnest(conversations) with ordinality as u(conversation, ord)
    left join desk.threads t on t.conversation_id = u.conversation
  )
  select last_seq from numbered
$$;
revoke execute on function desk.tell from public;

-- A thread goes with its conversation, when a person is erased: who follows the feed drops it too.
create function desk.tell_gone() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  gone record;
begin
  for gone in select workspace_id, array_agg(conversation_id order by conversation_id) as ids from old_rows group by workspace_id loop
    -- Emptied instead of deleted: the numbers stay without holes.
    update desk.changes set kind = 'gone', conversation_id = null, number_id = null, ref = null where conversation_id = any(gone.ids);
    perform desk.tell(gone.workspace_id, 'gone', gone.ids);
  end loop;
  return null;
end $$;
revoke execute on function desk.tell_gone from public;
create trigger tell_gone after delete on desk.threads referencing old table as old_rows for each statement execute function desk.tell_gone();

-- Who is there for some numbers only sees theirs.
create policy numbers on desk.threads as restrictive to whatsappbots_admin
  using (nullif(current_setting('app.scope_numbers', true), '') is null
         or number_id = any(string_to_array(current_setting('app.scope_numbers', true), ',')));
create policy numbers on desk.changes as restrictive for select to whatsappbots_admin
  using (nullif(current_setting('app.scope_numbers', true), '') is null
         or number_id is null or number_id = any(string_to_array(current_setting('app.scope_numbers', true), ',')));
select platform.guard_numbers(name) from unnest(array['desk.seen', 'desk.notes', 'desk.drafts', 'desk.requests', 'desk.search']::regclass[]) as name;

insert into platform.grants (app, privileges, object)
select app, 'usage', 'schema desk' from unnest(array['maintenance', 'admin']) as app;
insert into platform.grants (app, privileges, object) values
  ('maintenance', 'select, insert, update, delete', 'desk.threads'),
  ('maintenance', 'select, delete', 'desk.seen'),
  ('maintenance', 'select, delete', 'desk.notes'),
  ('maintenance', 'select, delete', 'desk.drafts'),
  ('maintenance', 'select, delete', 'desk.requests'),
  ('maintenance', 'select, insert, update, delete', 'desk.changes'),
  ('maintenance', 'select, insert, update', 'desk.feeds'),
  ('maintenance', 'select, insert, update, delete', 'desk.search'),
  ('maintenance', 'select, update', 'desk.progress'),
  ('maintenance', 'execute', 'function desk.tell'),
  ('maintenance', 'execute', 'function desk.tell_gone'),
  ('admin', 'select, update (status, assignee, snoozed_until, crisis_seen_at, version)', 'desk.threads'),
  ('admin', 'select, insert, update', 'desk.seen'),
  ('admin', 'select, insert', 'desk.notes'),
  ('admin', 'select, insert, update, delete', 'desk.drafts'),
  ('admin', 'select, insert, update, delete', 'desk.snippets'),
  ('admin', 'select, insert', 'desk.requests'),
  ('admin', 'select', 'desk.search'),
  ('admin', 'select, insert', 'desk.changes'),
  ('admin', 'select, insert, update', 'desk.feeds'),
  ('admin', 'execute', 'function desk.tell');
select platform.grant_roles();
