-- A thread that is resolved waits no more.
update platform.grants
set privileges = 'select, update (status, assignee, snoozed_until, crisis_seen_at, last_agent_id, waiting_id, waiting_since, version)'
where app = 'admin' and object = 'desk.threads';

-- The app that talks to people reads who is on duty, and how many wait.
insert into platform.grants (app, privileges, object) values
  ('messages', 'usage', 'schema desk'),
  ('messages', 'select', 'desk.rosters'),
  ('messages', 'select', 'desk.shifts'),
  ('messages', 'select', 'desk.presence'),
  ('messages', 'select (workspace_id, number_id, status, handed_over, waiting_id)', 'desk.threads');
select platform.grant_roles();
