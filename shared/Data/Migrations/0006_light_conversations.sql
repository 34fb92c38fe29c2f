-- Every input writes its conversation's row anew. While an old snapshot anywhere in the database keeps the versions before it, a
-- unique index looks at all of them for each new one that does not fit on its page; a plain index looks at none. So what
-- must be unique moves to rows that stay as they are.

create table chat.open_conversations (
  person_id bigint not null references chat.people on delete cascade,
  number_id text not null,
  workspace_id bigint not null,
  conversation_id bigint not null,
  primary key (person_id, number_id)
);
comment on table chat.open_conversations is 'which conversation a person has on a business number';
create index open_conversations_conversation on chat.open_conversations (conversation_id);

insert into chat.open_conversations (person_id, number_id, workspace_id, conversation_id)
select person_id, number_id, workspace_id, id from chat.conversations where closed_at is null;

alter table chat.conversations drop constraint conversations_pkey;
drop index chat.conversations_person;
create index conversations_id on chat.conversations (id);
create index conversations_person on chat.conversations (person_id);

alter table chat.open_conversations enable row level security;
create policy workspace on chat.open_conversations to whatsappbots_admin
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::bigint)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::bigint);
grant select on chat.open_conversations to whatsappbots_admin;
