-- How often it was done in the window that runs. Unlogged: a crash forgets counts, and that is cheaper than keeping
-- them.
create unlogged table private.rate_limit_counters (
  policy text not null references private.rate_limit_policies (name) on delete cascade,
  subject text not null,
  window_started_at timestamptz not null,
  count integer not null,

  constraint rate_limit_counters_pkey primary key (policy, subject)
);

create index rate_limit_counters_window_started_at_idx on private.rate_limit_counters (window_started_at);

alter table private.rate_limit_counters enable row level security;

revoke all on private.rate_limit_counters from anon, authenticated;

comment on table private.rate_limit_counters is 'Fixed windows of private.take_rate_limit().';
comment on column private.rate_limit_counters.policy is '[none]';
comment on column private.rate_limit_counters.subject is
  'Who is counted: a user id, or the hash of an address. [personal]';
comment on column private.rate_limit_counters.window_started_at is '[none]';
comment on column private.rate_limit_counters.count is 'Times within the window. [none]';
