-- What people think of what they got, one row an order, for those who run the bots. The bot's state has it too, and is what the bot goes by.

create table chat.ratings (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  -- Null once the person was erased: the stars stay, with the month.
  conversation_id bigint,
  bot text not null,
  -- The bot's own number of the order, the Payments app's id, and what was ordered.
  number int,
  order_id bigint,
  title text,
  stars int not null check (stars between 1 and 5),
  feedback text,
  at timestamptz not null
);
create unique index ratings_order on chat.ratings (conversation_id, bot, number);
select platform.guard('chat.ratings');

insert into platform.grants (app, privileges, object) values
  ('messages', 'select, insert, update', 'chat.ratings'),
  ('maintenance', 'select, update', 'chat.ratings'),
  ('admin', 'select', 'chat.ratings');
select platform.grant_roles();

-- Those given before this table was: in the state of who is talking to the bot, and of who left it for another. When they were given is not known;
-- the person's last message is the latest it can be.
insert into chat.ratings (workspace_id, conversation_id, bot, number, order_id, title, stars, feedback, at)
select c.workspace_id, c.id, 'portraits', (o ->> 'number')::int, (o ->> 'id')::bigint, o ->> 'title', (o ->> 'rating')::int, o ->> 'feedback',
       coalesce(c.last_inbound_at, c.created_at)
from chat.conversations c
cross join lateral (select case when c.bot = 'portraits' then c.data else (c.parked -> 'portraits' ->> 'data')::jsonb end as data) s
cross join lateral jsonb_array_elements(case when jsonb_typeof(s.data -> 'orders') = 'array' then s.data -> 'orders' else '[]' end) o
where (c.bot = 'portraits' or c.parked ? 'portraits') and (o ->> 'rating')::int between 1 and 5 and o ->> 'number' is not null
on conflict do nothing;
