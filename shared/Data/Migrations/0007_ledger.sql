-- Money, by double entry. Amounts are in minor units of one currency; the entries of a movement sum to zero; nothing is ever
-- changed or deleted, and every balance is the sum of its entries.

create schema money;

create table money.accounts (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  -- What it is for: provider:stripe, orders, revenue, refunds, wallet, …
  kind text not null,
  -- Whose it is, where it is somebody's: a conversation's or an order's id.
  owner text not null default '',
  currency char(3) not null check (currency = upper(currency)),
  -- What may never be spent beyond what is there.
  floored boolean not null,
  created_at timestamptz not null,
  unique (workspace_id, kind, owner, currency)
);

create table money.movements (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  -- Unique for ever: what is told twice moves once.
  key text not null,
  reason text not null,
  subject text not null default '',
  currency char(3) not null,
  at timestamptz not null,
  unique (workspace_id, key)
);
create index movements_subject on money.movements (workspace_id, subject) where subject <> '';

create table money.entries (
  movement_id bigint not null references money.movements,
  account_id bigint not null references money.accounts,
  amount bigint not null check (amount <> 0),
  primary key (movement_id, account_id)
);
create index entries_account on money.entries (account_id) include (amount);

-- Looked at when the transaction commits: by then all entries of a movement are there.
create function money.check_movement() returns trigger language plpgsql as $$
declare
  total numeric;
  foreign_entries bigint;
begin
  select coalesce(sum(e.amount), 0), count(*) filter (where a.currency <> m.currency or a.workspace_id <> m.workspace_id)
  into total, foreign_entries
  from money.movements m join money.entries e on e.movement_id = m.id join money.accounts a on a.id = e.account_id
  where m.id = new.movement_id;
  if total <> 0 then raise exception 'the entries of movement % sum to %', new.movement_id, total using errcode = '23514'; end if;
  if foreign_entries > 0 then raise exception 'movement % mixes currencies or workspaces', new.movement_id using errcode = '23514'; end if;
  return null;
end $$;
create constraint trigger entries_balance after insert on money.entries
  deferrable initially deferred for each row execute function money.check_movement();

create function money.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only ever added to' using errcode = '23514';
end $$;
create trigger movements_stay before update or delete on money.movements for each row execute function money.refuse_change();
create trigger entries_stay before update or delete on money.entries for each row execute function money.refuse_change();

create view money.balances with (security_invoker = true) as
  select a.id as account_id, a.workspace_id, a.kind, a.owner, a.currency, a.floored, coalesce(sum(e.amount), 0)::bigint as balance
  from money.accounts a left join money.entries e on e.account_id = a.id
  group by a.id;

do $$
declare
  name text;
begin
  foreach name in array array['money.accounts', 'money.movements'] loop
    execute format('alter table %s enable row level security', name);
    execute format(
      'create policy workspace on %s to whatsappbots_admin
         using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::bigint)', name);
    execute format('grant select on %s to whatsappbots_admin', name);
  end loop;
end $$;
alter table money.entries enable row level security;
create policy workspace on money.entries to whatsappbots_admin
  using (exists (select 1 from money.movements m where m.id = movement_id));
grant select on money.entries, money.balances to whatsappbots_admin;
grant usage on schema money to whatsappbots_admin;
