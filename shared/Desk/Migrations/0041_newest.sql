-- A word that most messages have need not be looked up: the newest few thousand messages are read from the newest on, until there are enough.
create function desk.find_newest(words tsquery, before bigint, floor bigint, most int)
returns table (message_id bigint, stored_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_workspace bigint := nullif(current_setting('app.workspace', true), '')::bigint;
  of_numbers text[] := string_to_array(nullif(current_setting('app.scope_numbers', true), ''), ',');
begin
  -- Planned for these values each time. Ids come in order from the primary key; the words are looked at in the row.
  return query execute
    'select n.message_id, n.stored_at from (
       select s.message_id, s.stored_at, s.conversation_id, s.words from desk.search s
       where s.workspace_id = $2 and s.message_id > $6 and ($3 is null or s.message_id < $3)
       order by s.message_id desc limit 5000) n
     where n.words @@ $1'
    || case when of_numbers is null then '' else
    ' and exists (select 1 from desk.threads t
                  where t.conversation_id = n.conversation_id and t.workspace_id = $2 and t.number_id = any($4))' end
    || ' order by n.message_id desc limit $5'
    using words, of_workspace, before, of_numbers, most, floor;
end $$;
revoke execute on function desk.find_newest from public;

insert into platform.grants (app, privileges, object) values ('admin', 'execute', 'function desk.find_newest');
select platform.grant_roles();
