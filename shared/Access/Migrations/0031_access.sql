-- Who may use the API: people, their roles in a workspace, sessions, keys, invitations; and a log of what was done, chained by hashes, so
-- that a
-- changed or missing row shows.

create schema auth;

create table auth.users (
  id bigint generated always as identity primary key,
  -- Lower case.
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  password_set_at timestamptz,
  -- Encrypted by the app. It counts once it is confirmed by a code.
  totp_secret bytea,
  totp_since timestamptz,
  -- A step of the clock is used once.
  totp_last_step bigint not null default 0,
  -- Sessions of an older version have ended.
  session_version int not null default 1,
  created_at timestamptz not null
);

create table auth.memberships (
  workspace_id bigint not null references platform.workspaces,
  user_id bigint not null references auth.users,
  role text not null check (role in ('owner', 'admin', 'finance', 'agent', 'reviewer', 'viewer')),
  -- Business numbers whose conversations the person sees; null: all.
  numbers text[] check (numbers is null or cardinality(numbers) between 1 and 100),
  state text not null default 'active' check (state in ('active', 'inactive')),
  created_at timestamptz not null,
  primary key (workspace_id, user_id)
);
create index memberships_user on auth.memberships (user_id);
select platform.guard('auth.memberships');

-- What a workspace asks of its people.
create table auth.policies (
  workspace_id bigint primary key references platform.workspaces,
  needs_second_factor boolean not null default false
);
select platform.guard('auth.policies');

create table auth.sessions (
  -- SHA-256 of the cookie's value.
  token_hash bytea primary key,
  id bigint generated always as identity unique,
  user_id bigint not null references auth.users,
  workspace_id bigint not null references platform.workspaces,
  version int not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ip text,
  agent text,
  -- When the person last proved who they are: with the second factor, where they have one.
  confirmed_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  ended_by bigint
);
create index sessions_user on auth.sessions (user_id, id);

create table auth.recovery_codes (
  user_id bigint not null references auth.users,
  hash bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

create table auth.passkeys (
  credential_id bytea primary key,
  id bigint generated always as identity unique,
  user_id bigint not null references auth.users,
  public_key bytea not null,
  -- Counts up where the authenticator counts; one that goes back is a copy.
  sign_count bigint not null,
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_user on auth.passkeys (user_id, id);

create table auth.invitations (
  token_hash bytea primary key,
  id bigint generated always as identity unique,
  workspace_id bigint not null references platform.workspaces,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'finance', 'agent', 'reviewer', 'viewer')),
  numbers text[] check (numbers is null or cardinality(numbers) between 1 and 100),
  invited_by bigint references auth.users,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitations_list on auth.invitations (workspace_id, id);
select platform.guard('auth.invitations');

-- Links that the program's owner prints: the first owner of the default workspace, or a new password.
create table auth.links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('setup', 'reset')),
  user_id bigint references auth.users,
  -- It is worth nothing once the workspace has an owner.
  first_only boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table auth.api_keys (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  name text not null check (length(name) between 1 and 100),
  -- SHA-256 of the secret.
  secret_hash bytea not null,
  scopes text[] not null,
  numbers text[] check (numbers is null or cardinality(numbers) between 1 and 100),
  -- Addresses or networks that may use it; null: any.
  ip_list text[],
  created_at timestamptz not null,
  created_by bigint references auth.users,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint references auth.users
);
create index api_keys_list on auth.api_keys (workspace_id, id);
select platform.guard('auth.api_keys');

-- Attempts in a window of time, by address or by account.
create table auth.throttle (
  key text not null,
  window_start timestamptz not null,
  attempts int not null,
  primary key (key, window_start)
);
create index throttle_window on auth.throttle (window_start);

create table auth.audit (
  workspace_id bigint not null references platform.workspaces,
  -- Within the workspace, without holes.
  number bigint not null,
  at timestamptz not null,
  user_id bigint,
  key_id bigint,
  session_id bigint,
  ip text,
  action text not null,
  object text,
  before jsonb,
  after jsonb,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  previous bytea not null,
  hash bytea not null,
  primary key (workspace_id, number)
);
select platform.guard('auth.audit');

-- The newest row of each chain, where no app can write: rows cut off at the end are missed too.
create table auth.audit_heads (
  workspace_id bigint primary key references platform.workspaces,
  number bigint not null,
  hash bytea not null
);

-- Times as seconds: the text of a timestamp depends on the session's zone.
create function auth.audit_hash(a auth.audit) returns bytea language sql stable set search_path = pg_catalog, pg_temp as $$
  select sha256(a.previous || convert_to(jsonb_build_object(
    'workspace', a.workspace_id, 'number', a.number, 'at', extract(epoch from a.at), 'user', a.user_id, 'key', a.key_id, 'session',
      a.session_id,
    'ip', a.ip, 'action', a.action, 'object', a.object, 'before', a.before, 'after', a.after, 'outcome', a.outcome)::text, 'UTF8'))
$$;

-- The head's row is locked until the transaction ends, so that numbers have no holes: write the log last.
create function auth.chain() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into auth.audit_heads as h values (new.workspace_id, 1, '')
  on conflict (workspace_id) do update set number = h.number + 1
  returning h.number, h.hash into new.number, new.previous;
  new.hash := auth.audit_hash(new);
  update auth.audit_heads set hash = new.hash where workspace_id = new.workspace_id;
  return new;
end $$;
create trigger chain before insert on auth.audit for each row execute function auth.chain();

create function auth.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the audit log is only ever added to' using errcode = '42501';
end $$;
create trigger added_to_alone before update or delete on auth.audit for each row execute function auth.refuse_change();
create trigger never_emptied before truncate on auth.audit for each statement execute function auth.refuse_change();

-- Rows that were changed, that are missing, or that were cut off at the end; none where all is well.
create function auth.broken_audit() returns table (workspace_id bigint, number bigint, fault text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.workspace_id, c.number, c.fault from (
    select a.workspace_id, a.number, case
      when a.number <> lag(a.number, 1, 0::bigint) over chain + 1 then 'rows before it are missing'
      when a.hash <> auth.audit_hash(a) then 'it was changed'
      when a.previous <> lag(a.hash, 1, ''::bytea) over chain then 'it does not follow the row before it' end as fault
    from auth.audit a window chain as (partition by a.workspace_id order by a.number)) c
  where c.fault is not null
  union all
  select h.workspace_id, h.number, 'rows are missing at the end' from auth.audit_heads h
  left join auth.audit a on a.workspace_id = h.workspace_id and a.number = h.number where a.hash is distinct from h.hash
$$;

-- Two owners who leave at the same time wait for each other at the workspace's row.
create function auth.keep_an_owner() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.role = 'owner' and old.state = 'active' and (tg_op = 'DELETE' or (new.role, new.state) <> ('owner', 'active')) then
    perform 1 from platform.workspaces where id = old.workspace_id for no key update;
    if not exists (select 1 from auth.memberships m where m.workspace_id = old.workspace_id and m.user_id <> old.user_id
                   and m.role = 'owner' and m.state = 'active') then
      raise exception 'a workspace always has an active owner' using errcode = '23514', constraint = 'an_owner_remains';
    end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger an_owner_remains before update or delete on auth.memberships for each row execute function auth.keep_an_owner();

-- Whoever migrates may: that is how somebody gets back in.
create function auth.keep_own_role() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'whatsappbots_admin' and (new.role, new.numbers) is distinct from (old.role, old.numbers)
     and coalesce(nullif(current_setting('app.user_id', true), '')::bigint = old.user_id, true) then
    raise exception 'nobody changes their own role' using errcode = '23514', constraint = 'own_role_stays';
  end if;
  return new;
end $$;
create trigger own_role_stays before update on auth.memberships for each row execute function auth.keep_own_role();

-- What is looked up before the workspace is known. Each gives the row of one secret, or the rows of one person.
create function auth.find_session(token bytea, at timestamptz, idle interval, longest interval)
returns table (id bigint, user_id bigint, email text, name text, workspace_id bigint, role text, numbers text[], seen_at timestamptz,
  confirmed_at timestamptz, second_factor_at timestamptz, has_second_factor boolean, needs_second_factor boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.user_id, u.email, u.name, s.workspace_id, m.role, m.numbers, s.seen_at, s.confirmed_at, s.second_factor_at,
         u.totp_since is not null, coalesce(p.needs_second_factor, false)
  from auth.sessions s join auth.users u on u.id = s.user_id and u.session_version = s.version
  join auth.memberships m on m.workspace_id = s.workspace_id and m.user_id = s.user_id and m.state = 'active'
  left join auth.policies p on p.workspace_id = s.workspace_id
  where s.token_hash = token and s.ended_at is null and s.seen_at > at - idle and s.created_at > at - longest
$$;

create function auth.find_session_by_id(session bigint, at timestamptz, idle interval, longest interval)
returns table (token_hash bytea) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.token_hash from auth.sessions s where s.id = session and s.ended_at is null and s.seen_at > at - idle and s.created_at > at -
    longest
$$;

create function auth.find_key(key bigint)
returns table (id bigint, workspace_id bigint, name text, secret_hash bytea, scopes text[], numbers text[], ip_list text[],
  expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, k.workspace_id, k.name, k.secret_hash, k.scopes, k.numbers, k.ip_list, k.expires_at, k.last_used_at, k.revoked_at
  from auth.api_keys k where k.id = key
$$;

create function auth.find_invitation(token bytea)
returns table (id bigint, workspace_id bigint, workspace text, email text, role text, numbers text[], inviter text, expires_at timestamptz,
  accepted_at timestamptz, withdrawn_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.workspace_id, w.name, i.email, i.role, i.numbers, u.name, i.expires_at, i.accepted_at, i.withdrawn_at
  from auth.invitations i join platform.workspaces w on w.id = i.workspace_id left join auth.users u on u.id = i.invited_by
  where i.token_hash = token
$$;

create function auth.memberships_of(person bigint)
returns table (workspace_id bigint, workspace text, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.workspace_id, w.name, m.role from auth.memberships m join platform.workspaces w on w.id = m.workspace_id
  where m.user_id = person and m.state = 'active' order by m.workspace_id
$$;

create function auth.has_owner(workspace bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from auth.memberships m where m.workspace_id = workspace and m.role = 'owner' and m.state = 'active')
$$;

-- A further workspace, made by an owner of the one they work in, who owns the new one too.
create function auth.make_workspace(workspace text, at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  maker bigint := nullif(current_setting('app.user_id', true), '')::bigint;
  made bigint;
begin
  if not exists (select 1 from auth.memberships m where m.user_id = maker and m.role = 'owner' and m.state = 'active'
                 and m.workspace_id = nullif(current_setting('app.workspace', true), '')::bigint) then
    raise exception 'an owner makes workspaces' using errcode = '42501';
  end if;
  insert into platform.workspaces (name) values (workspace) returning id into made;
  insert into auth.memberships (workspace_id, user_id, role, created_at) values (made, maker, 'owner', at);
  return made;
end $$;

-- Somebody who is there for some numbers only sees what belongs to these. Where app.scope_numbers is not set all of the workspace is seen.
-- A
-- migration that adds a table with conversation_id calls it beside platform.guard.
create function platform.guard_numbers(name regclass) returns void language plpgsql as $$
begin
  execute format(
    'create policy numbers on %s as restrictive to whatsappbots_admin
       using (nullif(current_setting(''app.scope_numbers'', true), '''') is null
              or exists (select 1 from chat.conversations seen where seen.id = conversation_id))', name);
end $$;

create policy numbers on chat.conversations as restrictive to whatsappbots_admin
  using (nullif(current_setting('app.scope_numbers', true), '') is null
         or number_id = any(string_to_array(current_setting('app.scope_numbers', true), ',')));
create policy numbers on chat.people as restrictive to whatsappbots_admin
  using (nullif(current_setting('app.scope_numbers', true), '') is null
         or exists (select 1 from chat.conversations seen where seen.person_id = people.id));
create policy numbers on chat.identities as restrictive to whatsappbots_admin
  using (nullif(current_setting('app.scope_numbers', true), '') is null
         or exists (select 1 from chat.conversations seen where seen.person_id = identities.person_id));
select platform.guard_numbers(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'conversation_id'
where n.nspname in ('chat', 'events', 'money', 'images', 'habits') and c.relkind in ('r',
  'p') and not c.relispartition and c.relrowsecurity;

revoke execute on function auth.audit_hash, auth.chain, auth.refuse_change, auth.broken_audit, auth.keep_an_owner, auth.keep_own_role,
  auth.find_session,
  auth.find_session_by_id, auth.find_key, auth.find_invitation, auth.memberships_of, auth.has_owner, auth.make_workspace,
    platform.guard_numbers from public;

insert into platform.grants (app, privileges, object) values
  ('admin', 'usage', 'schema auth'),
  ('admin', 'select, insert, update', 'auth.users'),
  ('admin', 'select, insert, update', 'auth.memberships'),
  ('admin', 'select, insert, update', 'auth.policies'),
  ('admin', 'select, insert, update', 'auth.sessions'),
  ('admin', 'select, insert, update, delete', 'auth.recovery_codes'),
  ('admin', 'select, insert, update, delete', 'auth.passkeys'),
  ('admin', 'select, insert, update', 'auth.invitations'),
  ('admin', 'select, update (used_at)', 'auth.links'),
  ('admin', 'select, insert, update', 'auth.api_keys'),
  ('admin', 'select, insert, update, delete', 'auth.throttle'),
  ('admin', 'select, insert', 'auth.audit'),
  ('admin', 'execute', 'function auth.find_session'),
  ('admin', 'execute', 'function auth.find_session_by_id'),
  ('admin', 'execute', 'function auth.find_key'),
  ('admin', 'execute', 'function auth.find_invitation'),
  ('admin', 'execute', 'function auth.memberships_of'),
  ('admin', 'execute', 'function auth.has_owner'),
  ('admin', 'execute', 'function auth.make_workspace'),
  ('maintenance', 'usage', 'schema auth'),
  ('maintenance', 'execute', 'function auth.broken_audit'),
  ('maintenance', 'select, delete', 'auth.sessions');
select platform.grant_roles();
