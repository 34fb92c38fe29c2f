-- The app that talks to people reads who is on duty, and how many wait.
insert into platform.grants (app, privileges, object) values
  ('messages', 'usage', 'schema desk'),
  ('messages', 'select', 'desk.rosters'),
  ('messages', 'select', 'desk.shifts'),
  ('messages', 'select', 'desk.presence'),
  ('messages', 'select (workspace_id, waiting_id)', 'desk.threads');
select platform.grant_roles();
