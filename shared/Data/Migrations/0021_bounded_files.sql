-- Looks at photos of a day, whatever they found, and those that were turned down; "count" are those that were paid for.
alter table images.looks add column tries int not null default 0;
alter table images.looks add column refused int not null default 0;

-- What a file that was left at its provider is fetched by.
alter table chat.media add column number_id text;
alter table chat.media add column message_type text;

-- Bytes that were stored of a person's files on a day. A row goes with its person.
create table chat.media_days (
  person_id bigint not null references chat.people on delete cascade,
  -- Of UTC: whoever changes their time zone begins no new day.
  day date not null,
  workspace_id bigint not null references platform.workspaces,
  bytes bigint not null,
  refused int not null default 0,
  primary key (person_id, day)
);
select platform.guard('chat.media_days');

insert into platform.grants (app, privileges, object) values
  ('admin', 'select', 'chat.media_days'),
  ('images', 'select, insert, update', 'chat.media_days'),
  ('maintenance', 'select, delete', 'chat.media_days');
update platform.grants set privileges = 'select (id, workspace_id, person_id), update (created_at)'
where app = 'images' and object = 'chat.conversations';
select platform.grant_roles();
