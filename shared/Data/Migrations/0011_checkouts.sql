-- Where an order is paid, and how money goes back.

alter table money.orders
  -- The bot's own number of it in its conversation.
  add column number int not null default 0,
  add column description text not null default '',
  add column provider text,
  -- The provider's id of the page, and where it is.
  add column session text,
  add column checkout_url text,
  -- When the provider is to be asked whether it was paid after all; null: never.
  add column ask_at timestamptz;
create unique index orders_number on money.orders (conversation_id, bot, number) where number > 0;
create index orders_ask on money.orders (ask_at) where ask_at is not null;

alter table money.payments drop constraint payments_state_check;
alter table money.payments add constraint payments_state_check check (state in ('credited', 'held', 'refunding', 'refunded'));
alter table money.payments
  add column refund_reason text,
  -- When it is tried again to give it back; null: it is not to be given back.
  add column refund_at timestamptz,
  add column refund_tries int not null default 0,
  add column refund_id text;
create index payments_refund on money.payments (refund_at) where refund_at is not null;

-- A webhook's body may name the person: it goes when they go.
alter table money.webhooks add column order_id bigint;
create index webhooks_order on money.webhooks (order_id) where order_id is not null;
create index webhooks_received on money.webhooks (received_at);

create table platform.reports (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  kind text not null,
  at timestamptz not null,
  ok boolean not null,
  body jsonb not null
);
create index reports_kind on platform.reports (kind, at);
select platform.guard('platform.reports');
