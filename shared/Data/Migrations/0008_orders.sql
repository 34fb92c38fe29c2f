-- What people order, and what providers tell of their payments. Payment ids are kept for ever: one that comes again after years
-- must not be credited again.

create table money.orders (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  bot text not null,
  -- What was ordered, as the bot understands it.
  item jsonb not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null check (currency = upper(currency)),
  state text not null check (state in ('open', 'paid', 'fulfilled', 'refunding', 'refunded', 'cancelled')),
  -- What providers are given to tell it by; nobody can guess it.
  reference text not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index orders_conversation on money.orders (conversation_id);
create index orders_state on money.orders (state, updated_at) where state in ('open', 'paid', 'refunding');

create table money.order_history (
  order_id bigint not null references money.orders,
  at timestamptz not null,
  state text not null,
  cause text not null
);
create index order_history_order on money.order_history (order_id, at);

create table money.payments (
  provider text not null,
  payment_id text not null,
  workspace_id bigint not null references platform.workspaces,
  order_id bigint references money.orders,
  amount bigint not null,
  currency char(3) not null,
  -- credited: the order's. held: nobody's yet, and to be given back.
  state text not null check (state in ('credited', 'held', 'refunded')),
  reason text,
  at timestamptz not null,
  primary key (provider, payment_id)
);
create index payments_order on money.payments (order_id);
create index payments_held on money.payments (at) where state = 'held';

create table money.webhooks (
  provider text not null,
  event_id text not null,
  workspace_id bigint not null references platform.workspaces,
  outcome text not null,
  body text not null,
  received_at timestamptz not null,
  primary key (provider, event_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['money.orders', 'money.payments', 'money.webhooks'] loop
    execute format('alter table %s enable row level security', name);
    execute format(
      'create policy workspace on %s to whatsappbots_admin
         using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::bigint)', name);
    execute format('grant select on %s to whatsappbots_admin', name);
  end loop;
end $$;
alter table money.order_history enable row level security;
create policy workspace on money.order_history to whatsappbots_admin
  using (exists (select 1 from money.orders o where o.id = order_id));
grant select on money.order_history to whatsappbots_admin;
