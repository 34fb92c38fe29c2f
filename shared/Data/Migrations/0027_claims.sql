-- How long a worker holds a row, by the database's clock. The column of when a row is due holds the same time while the claim lasts: the release
-- before this one knows that column alone.

alter table events.queue add claimed_until timestamptz;
alter table images.jobs add claimed_until timestamptz;
alter table money.payments add claimed_until timestamptz;
alter table money.orders add claimed_until timestamptz;
comment on column events.queue.claimed_until is 'a worker holds the row until then; null, or another time than in not_before: nobody does';
comment on column images.jobs.claimed_until is 'a worker holds the row until then; null, or another time than in next_look_at: nobody does';
comment on column money.payments.claimed_until is 'a worker holds the row until then; null, or another time than in refund_at: nobody does';
comment on column money.orders.claimed_until is 'a worker holds the row until then; null, or another time than in ask_at: nobody does';
