-- How often something may be done: the one table of limits, which operators change at run time.
create table private.rate_limit_policies (
  name text primary key,
  max_count integer not null,
  window_seconds integer not null,
  description text not null,

  constraint rate_limit_policies_max_count_positive_check check (max_count > 0),
  constraint rate_limit_policies_window_seconds_range_check check (window_seconds between 1 and 31622400)
);

alter table private.rate_limit_policies enable row level security;

revoke all on private.rate_limit_policies from anon, authenticated;

comment on table private.rate_limit_policies is
  'Rate limits by name. Loaded from sql/settings where a name is new; what an operator changed stays.';
comment on column private.rate_limit_policies.name is 'What is limited, such as username_check. [none]';
comment on column private.rate_limit_policies.max_count is 'How often within one window. [none]';
comment on column private.rate_limit_policies.window_seconds is 'Length of the window. [none]';
comment on column private.rate_limit_policies.description is 'Whom it limits, and why. [none]';
