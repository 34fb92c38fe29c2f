-- Who may be addressed where; what the channels tell of people and messages besides; and consent to marketing as its own thing.

-- What a person's address was learnt from has a time: what is older changes it no more.
alter table chat.people
  add column address_at timestamptz,
  add column username text,
  add column parent_user_id text,
  add column wa_id text;
comment on column chat.people.address_at is 'the provider''s time of what phone and user_id were last learnt from; null: not kept yet';
comment on column chat.people.wa_id is 'the number WhatsApp knows them by, where it is not the one they write from';

-- A telephone that was left names nobody in what comes later.
alter table chat.identities add column left_at timestamptz;

-- Nobody is addressed by what names someone else, and a telephone that is not a person's present one was left. A unique index would
-- say so for ever, but the release before breaks it and would fail on it; the weekly clean-up looks again.
update chat.people p set phone = null
from chat.identities i
where i.workspace_id = p.workspace_id and i.kind = 'phone' and i.value = p.phone and i.person_id <> p.id;
update chat.people p set user_id = null
from chat.identities i
where i.workspace_id = p.workspace_id and i.kind = 'user_id' and i.value = p.user_id and i.person_id <> p.id;
update chat.identities i set left_at = now()
from chat.people p where p.id = i.person_id and i.kind = 'phone' and p.phone is distinct from i.value;

-- What a status says besides the step: all errors where there are several, what it costs, and Meta's conversation.
alter table chat.statuses
  add column errors text,
  add column category text,
  add column billable boolean,
  add column pricing_type text,
  add column pricing_model text,
  add column provider_conversation text,
  add column conversation_origin text,
  add column conversation_expires_at timestamptz;

-- One row a person and business number. Without one, and after it was taken back, nobody gets marketing. An erased person leaves the
-- row as evidence, with a keyed hash in their place.
create table chat.marketing_consents (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references platform.workspaces,
  person_id bigint references chat.people on delete set null,
  person_hash bytea,
  number_id text not null,
  given_at timestamptz,
  -- How it was given, and in which words.
  source text,
  wording text,
  language text,
  taken_back_at timestamptz,
  taken_back_by text,
  -- What is older changes nothing.
  changed_at timestamptz not null,
  unique (person_id, number_id),
  check (given_at is not null or taken_back_at is not null)
);
select platform.guard('chat.marketing_consents');

insert into platform.grants (app, privileges, object) values
  ('messages', 'select, insert, update', 'chat.marketing_consents'),
  ('maintenance', 'select, update (person_id, person_hash)', 'chat.marketing_consents'),
  ('admin', 'select', 'chat.marketing_consents');
-- To mend what the release before may leave.
update platform.grants set privileges = 'select, delete, update (phone, user_id)' where app = 'maintenance' and object = 'chat.people';
insert into platform.grants (app, privileges, object) values ('maintenance', 'select, update (left_at)', 'chat.identities');
select platform.grant_roles();

-- Until now a refusal by Meta (131050: no marketing wanted) was kept as the person's own "stop", which silences reminders too. Where
-- the conversation is kept whole from its first message, has such a refusal, and shows no answer to a "stop", it was Meta's alone: the
-- reminders come back and the refusal becomes what it is. Elsewhere nobody can tell, and the person stays silenced.
with refused as (
  select c.id, c.workspace_id, c.person_id, c.number_id, max(s.at) as at
  from chat.conversations c
  join chat.messages m on m.conversation_id = c.id and m.direction = 'out'
  join chat.statuses s on s.message_id = m.id and s.error like '%131050%'
  where c.opt_out = 'marketing'
  group by c.id, c.workspace_id, c.person_id, c.number_id
), consents as (
  insert into chat.marketing_consents (workspace_id, person_id, number_id, taken_back_at, taken_back_by, changed_at)
  select distinct on (person_id, number_id) workspace_id, person_id, number_id, at, 'refusal:131050', at
  from refused order by person_id, number_id, at desc
)
update chat.conversations c set opt_out = 'none'
from refused r
where c.id = r.id
  and not exists (select 1 from chat.messages m where m.conversation_id = c.id and m.direction = 'out' and m.body like '%"cmd:start"%')
  and (select m.direction = 'in' and m.stored_at < c.created_at + interval '1 minute'
       from chat.messages m where m.conversation_id = c.id order by m.id limit 1);
