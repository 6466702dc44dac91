-- How much a user may keep: the one table of quantities, which operators change at run time.
create table private.quotas (
  name text primary key,
  max_count integer not null,
  description text not null,

  constraint quotas_max_count_positive_check check (max_count > 0)
);

alter table private.quotas enable row level security;

revoke all on private.quotas from anon, authenticated;

comment on table private.quotas is
  'Quantities that users may keep, by name. Loaded from sql/settings where a name is new; what an operator changed '
  'stays.';
comment on column private.quotas.name is 'What is counted, such as routines or sets_per_routine_exercise. [none]';
comment on column private.quotas.max_count is 'How many there may be at once. [none]';
comment on column private.quotas.description is 'Of what, and why so many. [none]';
