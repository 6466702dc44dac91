create or replace function private.count_plan_completion(p_enrollment_id uuid, p_last_workout_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.plan_uses (user_id, published_plan_id, type)
  select enrollments.user_id, published.id, 'completion'
  from public.enrollments
  join public.plan_sources as sources on sources.plan_id = enrollments.plan_id
  join public.published_plans as published on published.id = sources.published_plan_id
  where enrollments.id = p_enrollment_id
    and published.user_id is distinct from enrollments.user_id
    -- By what was published, not by the copy, which its owner may have cut down to a day.
    and 4 * (
      select count(distinct workouts.local_date)
      from public.workouts
      where workouts.user_id = enrollments.user_id
        and workouts.enrollment_id = enrollments.id
        and workouts.ended_at is not null
        and (
          -- Its sets are yet to be stored.
          workouts.id = p_last_workout_id
          or exists (
            select
            from public.workout_exercises
            join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
            where workout_exercises.workout_id = workouts.id
          )
        )
    ) >= 3 * (
      select count(distinct (day.node ->> 'week', day.node ->> 'weekday'))
      from jsonb_array_elements(published.document -> 'days') as day (node)
      where day.node ->> 'routine' is not null
    )
  -- Before the row that refers to it, as private.add_plan_like() does.
  for no key update of published
  on conflict do nothing;
$$;

revoke execute on function private.count_plan_completion(uuid, uuid) from public;

comment on function private.count_plan_completion(uuid, uuid) is
  'Notes that a user trained a copy of a published plan of another through, the first time they do: on three of four '
  'training days of the published plan at least, in workouts that have sets. Granted to nobody: '
  'private.tg_complete_enrollment() calls it when the last session of an enrollment is done.';
