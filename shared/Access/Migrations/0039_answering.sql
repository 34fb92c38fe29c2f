-- Who may answer people, and on which numbers: for the app that promises an answer. It sees no more of the members than this.
create function auth.answering() returns table (workspace_id bigint, user_id bigint, numbers text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.workspace_id, m.user_id, m.numbers from auth.memberships m
  where m.state = 'active' and m.role in ('owner', 'admin', 'agent')
$$;
revoke execute on function auth.answering from public;

insert into platform.grants (app, privileges, object) values
  ('messages', 'usage', 'schema auth'),
  ('messages', 'execute', 'function auth.answering');
select platform.grant_roles();
