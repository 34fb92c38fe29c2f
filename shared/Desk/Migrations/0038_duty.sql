-- Who answers people, and when: a roster of weekly shifts, and what each user says of themselves now.

create table desk.rosters (
  workspace_id bigint primary key references platform.workspaces,
  -- IANA name of the zone that all shifts are in.
  zone text not null,
  version bigint not null
);
select platform.guard('desk.rosters');

create table desk.shifts (
  workspace_id bigint not null references desk.rosters on delete cascade,
  user_id bigint not null,
  -- 1 is Monday.
  weekday smallint not null check (weekday between 1 and 7),
  -- Minutes of the day.
  starts smallint not null check (starts between 0 and 1439),
  ends smallint not null check (ends <= 1440),
  primary key (workspace_id, user_id, weekday, starts),
  check (ends > starts)
);
select platform.guard('desk.shifts');

-- In place of the roster, until then.
create table desk.presence (
  workspace_id bigint not null references platform.workspaces,
  user_id bigint not null,
  is_here boolean not null,
  until timestamptz not null,
  primary key (workspace_id, user_id)
);
select platform.guard('desk.presence');

insert into platform.grants (app, privileges, object) values
  ('admin', 'select, insert, update', 'desk.rosters'),
  ('admin', 'select, insert, delete', 'desk.shifts'),
  ('admin', 'select, insert, update, delete', 'desk.presence');
select platform.grant_roles();
