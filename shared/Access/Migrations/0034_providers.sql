-- Signing in at an identity provider (OpenID Connect), one for each workspace.

create table auth.providers (
  workspace_id bigint primary key references platform.workspaces,
  issuer text not null check (length(issuer) between 8 and 500),
  client_id text not null check (length(client_id) between 1 and 500),
  -- Encrypted by the app.
  client_secret bytea not null,
  scopes text not null,
  groups_claim text not null check (length(groups_claim) between 1 and 200),
  -- Role of each group: {"support": "agent"}.
  roles jsonb not null,
  -- Changes with every write, so that processes notice.
  version bigint not null default 1
);
select platform.guard('auth.providers');

-- A person at a provider. Never the e-mail address alone: that may be given to somebody else.
create table auth.identities (
  issuer text not null,
  subject text not null,
  user_id bigint not null references auth.users,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index identities_user on auth.identities (user_id);

-- True: the role is what the provider's groups say.
alter table auth.memberships add column from_provider boolean not null default false;

-- Of a session that began at a provider: who it is there, what the provider is asked again with (encrypted), and when it last said that
-- the person is still one of the groups.
alter table auth.sessions
  add column issuer text,
  add column subject text,
  add column provider_session text,
  add column refresh_token bytea,
  add column checked_at timestamptz,
  add column tried_at timestamptz;

-- Keys by which the framework protects what it gives a browser to bring back (data protection). Encrypted by the app.
create table auth.protection_keys (
  id bigint generated always as identity primary key,
  name text not null,
  content bytea not null,
  created_at timestamptz not null
);

-- What auth.find_session gives, which the release before calls, and when the provider last answered.
create function auth.look_up_session(token bytea, at timestamptz, idle interval, longest interval)
returns table (id bigint, user_id bigint, email text, name text, workspace_id bigint, role text, numbers text[], seen_at timestamptz,
  confirmed_at timestamptz, second_factor_at timestamptz, has_second_factor boolean, needs_second_factor boolean,
  checked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.user_id, u.email, u.name, s.workspace_id, m.role, m.numbers, s.seen_at, s.confirmed_at, s.second_factor_at,
         u.totp_since is not null, coalesce(p.needs_second_factor, false), s.checked_at
  from auth.sessions s join auth.users u on u.id = s.user_id and u.session_version = s.version
  join auth.memberships m on m.workspace_id = s.workspace_id and m.user_id = s.user_id and m.state = 'active'
  left join auth.policies p on p.workspace_id = s.workspace_id
  where s.token_hash = token and s.ended_at is null and s.seen_at > at - idle and s.created_at > at - longest
$$;
revoke execute on function auth.look_up_session from public;

-- Gives somebody the role that their groups at the provider say; null: no group has one. A member whose role people gave keeps it. The
-- trigger that keeps everybody from changing their own role does not look at this function: the provider decides, not the person.
create function auth.set_provider_role(workspace bigint, person bigint, new_role text, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept auth.memberships;
begin
  if new_role = 'owner' then raise exception 'a provider makes no owners' using errcode = '42501'; end if;
  select * into kept from auth.memberships m where m.workspace_id = workspace and m.user_id = person for update;
  if kept.user_id is null then
    if new_role is null then return null; end if;
    insert into auth.memberships (workspace_id, user_id, role, created_at, from_provider) values (workspace, person, new_role, at, true);
    return new_role;
  end if;
  if not kept.from_provider then return case when kept.state = 'active' then kept.role end; end if;
  update auth.memberships m set role = coalesce(new_role, m.role), state = case when new_role is null then 'inactive' else 'active' end
  where m.workspace_id = workspace and m.user_id = person
    and (m.role, m.state) is distinct from (coalesce(new_role, m.role), case when new_role is null then 'inactive' else 'active' end);
  return new_role;
end $$;
revoke execute on function auth.set_provider_role from public;

insert into platform.grants (app, privileges, object) values
  ('admin', 'select, insert, update, delete', 'auth.providers'),
  ('admin', 'select, insert, delete', 'auth.identities'),
  ('admin', 'select, insert', 'auth.protection_keys'),
  ('admin', 'execute', 'function auth.look_up_session'),
  ('admin', 'execute', 'function auth.set_provider_role');
select platform.grant_roles();
