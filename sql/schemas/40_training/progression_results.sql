create or replace function private.progression_results(p_routine_id uuid, p_enrollment_id uuid default null)
returns table (
  routine_exercise_id uuid,
  first_at timestamptz,
  regular_sessions integer,
  results private.session_result[]
)
language plpgsql
stable
security invoker
rows 20
set search_path = ''
set enable_mergejoin = off
as $$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time. A merge would compare each set
  -- that was done with all sets of its exercise, where a hash finds the one. Rows are kept narrow, and
  -- `offset 0` keeps expressions from being computed once for every use: years of training are ten thousand sets.
  return query
    with performed as materialized (
      select performed.* from private.performed_exercises(p_routine_id, p_enrollment_id) as performed
    ),
    exercises as materialized (
      select
        planned.id,
        planned.measure,
        planned.exercise_kind = 'assisted_bodyweight' and planned.measure = 'kg' as is_assisted
      from private.planned_exercises(p_routine_id) as planned
    ),
    sets as materialized (
      select
        planned.*,
        count(*) filter (where planned.decides) over (
          partition by planned.routine_exercise_id, planned.turn
        ) as deciding
      from private.planned_sets(p_routine_id) as planned
      where planned.set_type <> 'warmup'
    ),
    done as (
      select
        performed.session,
        performed.routine_exercise_id,
        performed.turn,
        private.set_lane(workout_sets.set_type) as lane,
        row_number() over (
          partition by performed.session, private.set_lane(workout_sets.set_type) collate "C",
            workout_sets.side collate "C"
          order by performed.position, workout_sets.position, workout_sets.id
        ) as number,
        workout_sets.reps,
        workout_sets.weight_kg,
        workout_sets.duration_seconds,
        workout_sets.distance_meters,
        workout_sets.side is not distinct from 'right' as is_second_side,
        workout_sets.target
      from performed
      join public.workout_sets on workout_sets.workout_exercise_id = performed.workout_exercise_id
      where workout_sets.set_type <> 'warmup'
    ),
    aimed as (
      select
        done.session, done.reps, done.duration_seconds, done.distance_meters, done.is_second_side,
        exercises.is_assisted, exercises.measure, sets.position, sets.deciding, sets.share,
        sets.share_of = 'amount' as is_of_amount, sets.lag,
        coalesce(sets.decides, true) as decides,
        coalesce(done.weight_kg, 0) as weight_kg,
        num_nonnulls(done.reps, done.duration_seconds, done.distance_meters) > 0 as counts,
        done.target is not null as has_target,
        private.figure_of(done.target, 'weight_kg') as target_kg,
        coalesce(private.figure_of(done.target, 'min_reps'), private.figure_of(done.target, 'reps')) as target_reps,
        private.figure_of(done.target, 'duration_seconds') as target_seconds,
        coalesce(private.figure_of(done.target, 'max_reps'), sets.max_reps) as most_reps,
        sets.min_reps, sets.duration_seconds as set_seconds,
        coalesce(private.figure_of(done.target, 'distance_meters'), sets.distance_meters) as least_meters
      from done
      join exercises on exercises.id = done.routine_exercise_id
      left join sets
        on sets.routine_exercise_id = done.routine_exercise_id
        and sets.turn = done.turn
        and sets.lane = done.lane
        and sets.number = done.number
      where done.target is not null or sets.number is not null
      offset 0
    ),
    judged as (
      select
        aimed.session, aimed.is_assisted, aimed.weight_kg, aimed.position, aimed.reps, aimed.deciding,
        aimed.decides, aimed.has_target, aimed.is_second_side,
        case when aimed.is_of_amount then aimed.share end as share,
        aimed.counts
          and (
            aimed.measure is not distinct from 'reps'
            or coalesce(aimed.reps, 0) >= coalesce(aimed.target_reps, aimed.min_reps, 0)
          )
          and (
            aimed.measure is not distinct from 'seconds'
            or coalesce(aimed.duration_seconds, 0) >= coalesce(aimed.target_seconds, aimed.set_seconds, 0)
          )
          and coalesce(aimed.distance_meters, 0) >= coalesce(aimed.least_meters, 0) as is_met,
        coalesce(aimed.reps >= coalesce(aimed.most_reps, aimed.target_reps, aimed.min_reps), false) as is_at_ceiling,
        case
          when not aimed.counts then null
          when aimed.measure = 'reps' then coalesce(aimed.reps, 0) + coalesce(aimed.lag, 0)
          when aimed.measure = 'seconds' then coalesce(aimed.duration_seconds, 0) + coalesce(aimed.lag, 0)
          when aimed.is_of_amount and aimed.share = 1 then aimed.weight_kg
          when aimed.is_of_amount and aimed.share > 0 then aimed.weight_kg / aimed.share
        end as amount,
        coalesce(
          case
            when aimed.measure = 'reps' then aimed.reps >= aimed.target_reps
            when aimed.measure = 'seconds' then aimed.duration_seconds >= aimed.target_seconds
            else private.reaches(aimed.weight_kg, aimed.target_kg, aimed.is_assisted)
          end,
          true
        ) as is_at_own_amount
      from aimed
      offset 0
    ),
    -- Where targets were sent, they tell what was prescribed; else the routine as it is does.
    results as (
      select
        judged.session,
        coalesce(
          bool_and(judged.is_met) filter (where judged.decides and judged.has_target),
          bool_and(judged.is_met) filter (where judged.decides)
        ) as is_met,
        coalesce(
          bool_and(judged.is_at_ceiling) filter (where judged.decides and judged.has_target),
          bool_and(judged.is_at_ceiling) filter (where judged.decides)
        ) as is_at_ceiling,
        bool_and(judged.is_met and judged.is_at_own_amount) filter (where judged.decides and judged.has_target)
          as is_excused,
        count(*) filter (where judged.decides and not judged.is_second_side) as sets,
        count(*) filter (where judged.decides and not judged.is_second_side and judged.has_target) as aimed_sets,
        max(judged.deciding) as deciding,
        case
          when bool_or(judged.is_assisted) then max(judged.amount) filter (where judged.decides)
          else min(judged.amount) filter (where judged.decides)
        end as amount,
        array_agg(judged.weight_kg) filter (where judged.decides and judged.share is not null) as weights_kg,
        array_agg(judged.share) filter (where judged.decides and judged.share is not null) as shares,
        array_agg(judged.position) filter (where not judged.is_second_side) as positions,
        array_agg(judged.reps) filter (where not judged.is_second_side) as reps
      from judged
      group by judged.session
    ),
    -- All sets must have been done: as many as the routine has, or had, as far as targets tell.
    sessions as (
      select
        of_exercise.*,
        results.*,
        case
          when results.aimed_sets = 0 then results.sets >= results.deciding
          else results.aimed_sets >= least(
            results.deciding,
            max(results.aimed_sets) over (
              partition by of_exercise.routine_exercise_id, of_exercise.turn order by of_exercise.nth
            )
          )
        end as is_complete
      from results
      join (
        select distinct
          performed.session as nth, performed.routine_exercise_id, performed.started_at, performed.is_deload,
          performed.regular, performed.turn
        from performed
      ) as of_exercise on of_exercise.nth = results.session
    )
    select
      sessions.routine_exercise_id,
      min(sessions.started_at),
      coalesce(max(sessions.regular), 0),
      array_agg(
        row(
          sessions.is_deload,
          coalesce(sessions.is_met and sessions.is_complete, false),
          coalesce(sessions.is_at_ceiling and sessions.is_complete, false),
          coalesce(sessions.is_excused, false),
          sessions.amount,
          sessions.weights_kg,
          sessions.shares,
          sessions.positions,
          sessions.reps
        )::private.session_result
        order by sessions.nth
      )
    from sessions
    group by sessions.routine_exercise_id;
end;
$$;

revoke execute on function private.progression_results(uuid, uuid) from public;
grant execute on function private.progression_results(uuid, uuid) to authenticated, service_role;

comment on function private.progression_results(uuid, uuid) is
  'What private.performed_exercises() did of each exercise of a routine, session by session, oldest first. first_at: '
  'when the first began. regular_sessions: how many were in no deload week of the plan.';
