-- Looks at photos of a day, whatever they found; "count" are those that were paid for.
alter table images.looks add column tries int not null default 0;

-- Bytes of files that were stored for a person on a day.
create table chat.media_days (
  person_id bigint not null references chat.people on delete cascade,
  day date not null,
  workspace_id bigint not null,
  bytes bigint not null,
  refused int not null default 0,
  primary key (person_id, day)
);
select platform.guard('chat.media_days');
