-- What a person asked the AI on a day. A row goes with its person.

create table chat.ai_turns (
  person_id bigint not null references chat.people on delete cascade,
  -- Of UTC: whoever changes their time zone begins no new day.
  day date not null,
  workspace_id bigint not null references platform.workspaces,
  count int not null,
  primary key (person_id, day)
);
select platform.guard('chat.ai_turns');
