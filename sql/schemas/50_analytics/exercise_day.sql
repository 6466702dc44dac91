-- The key of a rollup row, so that a statement's touched keys are one array.
create type private.exercise_day as (
  user_id uuid,
  exercise_id uuid,
  local_date date
);

comment on type private.exercise_day is 'Key of analytics.exercise_days.';
