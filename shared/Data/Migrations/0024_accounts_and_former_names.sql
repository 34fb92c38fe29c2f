-- Which WhatsApp Business account a number belongs to, as its webhooks tell: news of one account stop no number of another. And what an
-- erasure has to look for beside what a person is called now.

alter table platform.numbers add column account_id text;

alter table chat.people add column former text[];
comment on column chat.people.former is 'what they were before: =profile name, @username, #id of WhatsApp';

alter table chat.people add column told_to bigint[];
comment on column chat.people.told_to is 'conversations of others in which something was told of them';

update platform.grants set privileges = 'select, insert, update (account_id)' where app = 'messages' and object = 'platform.numbers';
select platform.grant_roles();
