create or replace function private.performed_exercises(p_routine_id uuid, p_enrollment_id uuid default null)
returns table (
  routine_exercise_id uuid,
  session integer,
  started_at timestamptz,
  is_deload boolean,
  regular integer,
  turn integer,
  workout_exercise_id uuid,
  "position" integer
)
language plpgsql
stable
security invoker
rows 500
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_deload_workouts uuid[] := private.deload_workouts(p_enrollment_id);
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with exercises as materialized (
      select
        planned.id,
        planned.exercise_id,
        planned.occurrence,
        planned.turns,
        planned.rule ->> 'scope' = 'plan' and p_enrollment_id is not null as is_of_plan,
        coalesce(planned.rule -> 'deload' <> 'null', false) as has_deload,
        (planned.rule #>> '{deload,every_sessions}')::numeric::integer as deload_every
      from private.planned_exercises(p_routine_id) as planned
    ),
    workouts as materialized (
      select workouts.id, workouts.user_id, workouts.local_date, workouts.started_at, workouts.routine_id
      from public.workouts
      where p_enrollment_id is not null
        and workouts.user_id = (select auth.uid())
        and workouts.enrollment_id = p_enrollment_id
        and workouts.ended_at is not null

      union all

      select workouts.id, workouts.user_id, workouts.local_date, workouts.started_at, workouts.routine_id
      from public.workouts
      where p_enrollment_id is null
        and workouts.user_id = (select auth.uid())
        and workouts.routine_id = p_routine_id
        and workouts.ended_at is not null
    ),
    performed as (
      select
        workout_exercises.id,
        workout_exercises.exercise_id,
        workout_exercises.routine_exercise_id,
        workout_exercises.position,
        workouts.id as workout_id,
        workouts.started_at,
        workouts.routine_id,
        row_number() over (
          partition by workouts.id, workout_exercises.exercise_id
          order by workout_exercises.position, workout_exercises.id
        ) as occurrence
      from workouts
      join public.workout_exercises
        on workout_exercises.user_id = workouts.user_id
        and workout_exercises.local_date = workouts.local_date
        and workout_exercises.workout_id = workouts.id
    ),
    matched as (
      select
        exercises.id as exercise,
        exercises.turns,
        exercises.deload_every,
        exercises.has_deload and performed.workout_id = any(v_deload_workouts) as is_in_deload_week,
        performed.id,
        performed.position,
        performed.started_at,
        dense_rank() over (order by exercises.id, performed.started_at, performed.workout_id) as session
      from exercises
      join performed on performed.exercise_id = exercises.exercise_id
      where (
          performed.routine_exercise_id = exercises.id
          -- One that does not say which exercise of the routine it was is the one that stands where it stands.
          or (
            performed.routine_exercise_id is null
            and performed.routine_id = p_routine_id
            and performed.occurrence = exercises.occurrence
          )
          or (
            exercises.is_of_plan
            and (
              performed.routine_exercise_id is null
              or (
                select others.progression ->> 'scope'
                from public.routine_exercises as others
                where others.id = performed.routine_exercise_id
              ) = 'plan'
            )
          )
        )
        -- An exercise of which nothing was done says nothing.
        and exists (
          select 1
          from public.workout_sets
          where workout_sets.workout_exercise_id = performed.id
            and private.set_counts(
              workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
            )
        )
    ),
    counted as (
      select
        matched.*,
        dense_rank() over (
          partition by matched.exercise, matched.is_in_deload_week order by matched.session
        ) as nth
      from matched
    )
    select
      light.exercise,
      light.session::integer,
      light.started_at,
      light.is_deload,
      case when not light.is_in_deload_week then light.nth end::integer,
      ((dense_rank() over (partition by light.exercise, light.is_deload order by light.session) - 1)
        % light.turns)::integer,
      light.id,
      light.position::integer
    from (
      select
        counted.*,
        counted.is_in_deload_week or coalesce(counted.nth % counted.deload_every = 0, false) as is_deload
      from counted
    ) as light;
end;
$$;

revoke execute on function private.performed_exercises(uuid, uuid) from public;
grant execute on function private.performed_exercises(uuid, uuid) to authenticated, service_role;

comment on function private.performed_exercises(uuid, uuid) is
  'Where the caller did the exercises of a routine in finished workouts: those of an enrollment, or where that is '
  'null, of the routine. A workout exercise belongs to the exercise of the routine that it names, else to the one that '
  'stands where it stands; a rule with the scope of the plan sees all of its exercise. What was left out is not here. '
  'session numbers the workouts of each exercise in order of time, regular those in no deload week; turn says which '
  'wave it was, from 0, of those that were not planned light.';
