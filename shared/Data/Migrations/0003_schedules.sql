-- Timer functions of the Standalone host: an occurrence is claimed by the process that moves next_at on.

create schema host;

create table host.schedules (
  name text primary key,
  schedule text not null,
  next_at timestamptz not null,
  last_at timestamptz
);
