-- Whether a conversation has messages to send is told by its own row: looking into the outbox would read, under load or
-- beside a long transaction, the dead versions of everything that was sent lately.

alter table chat.conversations
  add column queued bigint not null default 0,
  add column settled bigint not null default 0;
comment on column chat.conversations.queued is 'messages ever put into the outbox';
comment on column chat.conversations.settled is 'what queued was when the lease was last given back with nothing waiting';

update chat.conversations c set queued = o.waiting
from (select conversation_id, count(*) as waiting from chat.outbox group by conversation_id) o
where o.conversation_id = c.id;
