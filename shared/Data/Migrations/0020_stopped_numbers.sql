-- Business numbers that may not send: nothing of them is sent but a probe now and then, whichever process holds the message.

create table chat.number_stops (
  number_id text primary key,
  workspace_id bigint not null references platform.workspaces,
  code int not null,
  reason text not null,
  -- Told by webhook, of messages that had been accepted: a message that is accepted proves nothing then, its status does.
  told boolean not null,
  -- The message whose refusal stopped it. Stops it again after others were sent: then it is the message's own fault.
  message_id bigint,
  since timestamptz not null,
  -- By the database's clock.
  probe_at timestamptz not null,
  probes int not null default 0,
  probe_message bigint,
  probed_at timestamptz,
  ended_at timestamptz
);
select platform.guard('chat.number_stops');

insert into platform.grants (app, privileges, object) values
  ('messages', 'select, insert, update', 'chat.number_stops'),
  ('messages', 'select, insert, update', 'platform.reports'),
  ('maintenance', 'select, update', 'chat.number_stops'),
  ('admin', 'select', 'chat.number_stops');
update platform.grants set privileges = 'select, insert, update, delete' where app = 'maintenance' and object = 'platform.reports';
select platform.grant_roles();
