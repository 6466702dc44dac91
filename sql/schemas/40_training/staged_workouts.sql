-- Workouts of a file that are still to be imported.
create table private.staged_workouts (
  job_id uuid not null references public.jobs (id) on delete cascade,
  ordinal integer not null,
  sets integer not null,
  workout jsonb not null,

  constraint staged_workouts_pkey primary key (job_id, ordinal),
  constraint staged_workouts_sets_range_check check (sets between 0 and 20000),
  constraint staged_workouts_workout_is_object_check check (jsonb_typeof(workout) = 'object')
);

alter table private.staged_workouts enable row level security;

revoke all on private.staged_workouts from anon, authenticated;
grant all on private.staged_workouts to service_role;

comment on table private.staged_workouts is
  'Between the file, which a function reads, and the tables, into which the steps of the job write.';
comment on column private.staged_workouts.job_id is '[none]';
comment on column private.staged_workouts.ordinal is 'Order in the file, from 1. [none]';
comment on column private.staged_workouts.sets is 'How many it has: steps are bounded by them. [none]';
comment on column private.staged_workouts.workout is
  'As log_workout() takes it, without ids; with the key that they are derived from, and the line of the file. '
  '[personal]';
