-- Searching words. Row-level security lets no index of words be used: whether a text matches may only be asked of rows that the caller is
-- known to see, and so each search read every row. These functions look at the rows of the same settings as the policies do, by the index.

-- The newest messages before one that have the words.
create function desk.find_messages(blocks tsquery, words tsquery, before bigint, most int)
returns table (message_id bigint, stored_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_workspace bigint := nullif(current_setting('app.workspace', true), '')::bigint;
  of_numbers text[] := string_to_array(nullif(current_setting('app.scope_numbers', true), ''), ',');
begin
  -- Planned for these words each time. The sum keeps the planner from walking all messages from the newest on.
  return query execute
    'select s.message_id, s.stored_at from desk.search s
     where s.words @@ $1 and s.workspace_id = $2 and ($3 is null or s.message_id < $3)'
    || case when of_numbers is null then '' else
    ' and exists (select 1 from desk.threads t
                  where t.conversation_id = s.conversation_id and t.workspace_id = $2 and t.number_id = any($4))' end
    || ' order by s.message_id + 0 desc limit $5'
    using blocks && words, of_workspace, before, of_numbers, most;
end $$;

-- Between which messages there may be some of the workspace.
create function desk.search_span() returns table (newest bigint, oldest bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select max(t.last_id) from desk.threads t
                   where t.workspace_id = nullif(current_setting('app.workspace', true), '')::bigint), 0),
         coalesce((select min(s.message_id) from desk.search s), 0)
$$;
revoke execute on function desk.find_messages, desk.search_span from public;

insert into platform.grants (app, privileges, object) values
  ('admin', 'execute', 'function desk.find_messages'),
  ('admin', 'execute', 'function desk.search_span');
select platform.grant_roles();
