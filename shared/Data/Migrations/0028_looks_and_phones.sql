-- Refunds and disputes are looked up at each provider, for where its webhooks were lost. This is how far that has come.
create table money.looks (
  provider text primary key,
  -- Null: the provider has taken nothing for so long that nothing can come back.
  look_at timestamptz,
  -- What happened before is known; null: nothing was looked up yet.
  told_until timestamptz
);

insert into platform.grants (app, privileges, object) values
  ('payments', 'select, insert, update', 'money.looks'),
  ('maintenance', 'select', 'money.looks');

-- Telephone numbers as webhooks tell them, and whose they are, for links that lead back to the chat. Null: no webhook told it yet.
alter table platform.numbers
  add column phone text,
  add column bot text;
update platform.grants set privileges = 'select, insert, update (account_id, phone, bot)' where app = 'messages' and object = 'platform.numbers';
insert into platform.grants (app, privileges, object) values ('payments', 'select (number_id, workspace_id, bot, phone)', 'platform.numbers');
select platform.grant_roles();
