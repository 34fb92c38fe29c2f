-- Refunds and disputes that providers tell of, whoever made them, and what return pages say of an order.

alter table money.payments
  -- Minor units, as the ledger has them: given back; set apart while a bank disputes them; taken back by a bank.
  add column refunded bigint not null default 0,
  add column disputed bigint not null default 0,
  add column lost bigint not null default 0,
  -- Movements of this payment after the first, to name each.
  add column moves int not null default 0;

alter table money.orders
  add column language text,
  -- The bot of the number the person wrote to.
  add column entry_bot text,
  -- The person did their part, and the money takes hours or days; null: no such payment.
  add column pending_at timestamptz,
  -- When somebody last came back to its page, so that the provider is asked soon, and not for each look.
  add column looked_at timestamptz;

-- A refund may be told before its payment, and a payment of somebody else on the same account never is.
create table money.refunds (
  provider text not null,
  -- The provider's id; 'total:' and the payment's id where a provider tells only how much went back so far.
  refund_id text not null,
  workspace_id bigint not null references platform.workspaces,
  payment_id text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null check (currency = upper(currency)),
  state text not null check (state in ('made', 'failed')),
  at timestamptz not null,
  primary key (provider, refund_id)
);
create index refunds_payment on money.refunds (provider, payment_id);

create table money.disputes (
  provider text not null,
  dispute_id text not null,
  workspace_id bigint not null references platform.workspaces,
  payment_id text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null check (currency = upper(currency)),
  state text not null check (state in ('open', 'won', 'lost')),
  -- What the ledger was told of, and how much of it; null: nothing, the payment is not known.
  booked text check (booked in ('open', 'won', 'lost')),
  booked_amount bigint not null default 0,
  reason text,
  respond_by timestamptz,
  at timestamptz not null,
  updated_at timestamptz not null,
  primary key (provider, dispute_id)
);
create index disputes_payment on money.disputes (provider, payment_id);

select platform.guard('money.refunds');
select platform.guard('money.disputes');

insert into platform.grants (app, privileges, object) values
  ('payments', 'select, insert, update', 'money.refunds'),
  ('payments', 'select, insert, update', 'money.disputes'),
  ('payments', 'select, insert, update', 'platform.reports'),
  ('maintenance', 'select', 'money.refunds'),
  ('maintenance', 'select', 'money.disputes'),
  ('admin', 'select', 'money.refunds'),
  ('admin', 'select', 'money.disputes');
select platform.grant_roles();
