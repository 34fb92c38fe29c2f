-- Photos that people send to be trained on, the packs on offer, and what is made of them.

create schema images;

create table images.photos (
  message_id text primary key,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  store_key text,
  sha256 text,
  -- Alike where the pictures are alike.
  fingerprint bigint,
  -- What the AI provider says of it, as it said it: paid for once.
  inspection jsonb,
  -- Null: it can be used, or is still looked at.
  fault text,
  checked boolean not null default false,
  at timestamptz not null
);
create index photos_conversation on images.photos (conversation_id, at);
select platform.guard('images.photos');

-- Looks that were paid for, by day: erasing a photo does not give one back.
create table images.looks (
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  day date not null,
  count int not null,
  primary key (conversation_id, day)
);
select platform.guard('images.looks');

-- The AI provider's catalogue, as last read. It is nobody's in particular.
create table images.packs (
  id bigint primary key,
  slug text not null,
  title text not null,
  cover_url text,
  cover_key text,
  -- class → {cost, num_images}
  costs jsonb not null,
  -- The first picture of each prompt, for the example video.
  examples text[] not null default '{}',
  video_key text,
  is_listed boolean not null default true,
  read_at timestamptz not null
);

create table images.jobs (
  order_id bigint not null,
  attempt int not null,
  workspace_id bigint not null references platform.workspaces,
  conversation_id bigint not null,
  bot text not null,
  -- Unique at the AI provider too: what became of a request whose answer was lost is found by it.
  title text not null unique,
  request jsonb not null,
  state text not null check (state in ('asked', 'unknown', 'training', 'ready', 'failed', 'erased')),
  tune_id bigint,
  trained_at timestamptz,
  expires_at timestamptz,
  looks int not null default 0,
  next_look_at timestamptz,
  -- A callback came while it was being looked at.
  is_told boolean not null default false,
  error text,
  created_at timestamptz not null,
  primary key (order_id, attempt)
);
create index jobs_due on images.jobs (next_look_at) where next_look_at is not null;
create index jobs_conversation on images.jobs (conversation_id);
select platform.guard('images.jobs');

create table images.results (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  attempt int not null,
  workspace_id bigint not null references platform.workspaces,
  source text not null,
  store_key text not null,
  at timestamptz not null,
  unique (order_id, attempt, source),
  foreign key (order_id, attempt) references images.jobs
);
select platform.guard('images.results');

grant usage on schema images to whatsappbots_admin;
grant select on images.packs to whatsappbots_admin;
