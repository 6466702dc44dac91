create or replace function private.prescription(
  p_routine_id uuid,
  p_enrollment_id uuid default null,
  p_is_deload boolean default false
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_gym_id uuid;
  v_start_weights jsonb;
begin
  select enrollments.gym_id, enrollments.start_weights
  into v_gym_id, v_start_weights
  from public.enrollments
  where enrollments.id = p_enrollment_id and enrollments.user_id = v_user_id;
  if v_gym_id is null then
    select gyms.id into v_gym_id from public.gyms where gyms.user_id = v_user_id and gyms.is_default;
  end if;

  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with sets as materialized (
      select planned.* from private.planned_sets(p_routine_id) as planned
    ),
    planned as materialized (
      select
        exercises.*,
        case
          when exercises.measure = 'kg' and v_gym_id is not null
          then private.loading_class(v_gym_id, exercises.exercise_id)
        end as loading_class
      from private.planned_exercises(p_routine_id) as exercises
    ),
    -- What is loaded alike is asked for once.
    classes as materialized (
      select alike.*, private.loadable_weights(v_gym_id, alike.exercise_id) as loadable
      from (
        select distinct on (planned.loading_class) planned.loading_class, planned.exercise_id
        from planned
        where planned.loading_class is not null
        order by planned.loading_class, planned.id
      ) as alike
    ),
    known as materialized (
      select
        planned.*,
        planned.rule ->> 'scheme' as scheme,
        planned.exercise_kind = 'assisted_bodyweight' and planned.measure = 'kg' as is_assisted,
        (v_start_weights ->> planned.exercise_id::text)::numeric as start_kg,
        results.first_at,
        results.results,
        (planned.rule ->> 'max_kg')::numeric as max_kg,
        (planned.rule #>> '{deload,percent}')::numeric as light_percent,
        coalesce(
          planned.rule -> 'deload' <> 'null' and (
            p_is_deload
            or (coalesce(results.regular_sessions, 0) + 1)
              % (planned.rule #>> '{deload,every_sessions}')::numeric::integer = 0
          ),
          false
        ) as is_light,
        classes.loadable,
        case
          when planned.rule ->> 'scheme' = 'rpe' then private.latest_one_rep_max(planned.exercise_id, p_days => 3)
          when exists (select 1 from sets where sets.routine_exercise_id = planned.id and sets.share_of = 'e1rm')
          then private.latest_one_rep_max(planned.exercise_id)
        end as e1rm_kg
      from planned
      left join classes on classes.loading_class = planned.loading_class
      left join private.progression_results(p_routine_id, p_enrollment_id) as results
        on results.routine_exercise_id = planned.id
    ),
    folded as materialized (
      select known.*, state.*
      from known
      cross join lateral (
        select case known.measure
          when 'reps' then known.most_reps
          when 'seconds' then known.longest_seconds
          when 'kg' then coalesce(
            known.start_kg,
            case when not known.has_training_max and known.rule ->> 'percent_of' is null then known.heaviest_kg end,
            case
              when known.has_training_max
              then private.latest_one_rep_max(known.exercise_id, known.first_at)
                * coalesce((known.rule ->> 'training_max_percent')::numeric, 90) / 100
            end
          )
        end as amount
      ) as start
      cross join lateral private.fold_progression(
        known.rule, round(start.amount, 6), known.results, known.loadable, known.is_assisted
      ) as state
    ),
    due as materialized (
      select
        folded.*,
        -- Sets in percent of a training max without a rule of their own follow the one that the routine raises.
        coalesce(
          case when folded.scheme is null and folded.has_training_max then max(folded.amount) filter (
            where folded.scheme is not null and folded.has_training_max
          ) over (partition by folded.exercise_id) end,
          folded.amount
        ) as due,
        case
          when not folded.is_light then 1
          when folded.is_assisted then 2 - folded.light_percent / 100
          else folded.light_percent / 100
        end as light
      from folded
    ),
    -- A light session has no sets to failure, and no effort to reach.
    exact_sets as (
      select
        due.id, due.loading_class, due.loadable, sets.position, sets.share, sets.rest_seconds, sets.distance_meters,
        sets.min_reps,
        case when due.is_light and sets.set_type = 'amrap' then 'normal' else sets.set_type end as set_type,
        case when due.is_light and sets.set_type = 'amrap' then sets.min_reps else sets.max_reps end as max_reps,
        case when not due.is_light then sets.rpe end as rpe,
        case when not due.is_light then sets.rir end as rir,
        case when due.scheme = 'double' and sets.set_type <> 'warmup' then greatest(
          sets.min_reps,
          case when not due.is_light then private.at_most(
            due.reps[array_position(due.positions, sets.position)] + 1, coalesce(sets.max_reps, sets.min_reps)
          )::integer end
        ) end as goal_reps,
        case when due.measure = 'reps' then greatest(round(due.due * due.light) - sets.lag, 1)::integer end as due_reps,
        case
          when due.measure = 'seconds' then greatest(round(due.due * due.light) - sets.lag, 1)::integer
          else sets.duration_seconds
        end as duration_seconds,
        trim_scale(round(case
          when sets.share is null then sets.weight_kg
          when due.scheme = 'rpe' and due.e1rm_kg is not null and sets.set_type <> 'warmup' then private.at_most(
            due.e1rm_kg * private.rpe_percent(
              coalesce(sets.max_reps, sets.min_reps), coalesce(sets.rpe, 10 - sets.rir)
            ) / 100,
            due.max_kg
          ) * due.light
          when sets.share_of = 'e1rm'
          then private.at_most(coalesce(due.e1rm_kg, due.start_kg) * sets.share, due.max_kg) * due.light
          else due.due * sets.share * due.light
        end, 6)) as exact_kg
      from due
      join sets on sets.routine_exercise_id = due.id and sets.turn = due.turn
    ),
    prescribed_sets as materialized (
      select
        exact_sets.*,
        case
          when exact_sets.exact_kg is not null
          then private.round_load(least(exact_sets.exact_kg, 2000), exact_sets.loadable)
        end as weight_kg
      from exact_sets
    ),
    first_loads as (
      select distinct on (prescribed_sets.id) prescribed_sets.id, prescribed_sets.weight_kg, prescribed_sets.loading_class,
        prescribed_sets.loadable
      from prescribed_sets
      where prescribed_sets.set_type <> 'warmup'
      order by prescribed_sets.id, prescribed_sets.position
    ),
    warmups as materialized (
      select
        routine_exercises.id,
        first_loads.loading_class,
        step.ordinal,
        (step.node ->> 'reps')::numeric::integer as reps,
        (step.node ->> 'rest_seconds')::numeric::integer as rest_seconds,
        first_loads.loadable,
        private.round_load(
          first_loads.weight_kg * (step.node ->> 'percent')::numeric / 100, first_loads.loadable
        ) as weight_kg
      from first_loads
      join public.routine_exercises on routine_exercises.id = first_loads.id
      cross join lateral jsonb_array_elements(routine_exercises.warmup_ramp) with ordinality as step (node, ordinal)
      where first_loads.weight_kg is not null
    ),
    plates as materialized (
      select loads.loading_class, loadings.weight_kg, loadings.loading as plates
      from (
        select needed.loading_class, array_agg(needed.weight_kg) as weights_kg
        from (
          select prescribed_sets.loading_class, prescribed_sets.weight_kg
          from prescribed_sets
          where prescribed_sets.weight_kg is not null
          union
          select warmups.loading_class, warmups.weight_kg from warmups
        ) as needed
        group by needed.loading_class
      ) as loads
      join classes on classes.loading_class = loads.loading_class and classes.loadable is not null
      cross join lateral private.gym_loadings(v_gym_id, classes.exercise_id, loads.weights_kg) as loadings
    ),
    sets_of as (
      select
        prescribed_sets.id,
        bool_or(
          prescribed_sets.set_type <> 'warmup'
            and prescribed_sets.share is not null
            and prescribed_sets.exact_kg is null
        ) as lacks_load,
        jsonb_agg(
          jsonb_build_object(
            'position', prescribed_sets.position,
            'set_type', prescribed_sets.set_type,
            'min_reps', coalesce(prescribed_sets.due_reps, prescribed_sets.min_reps),
            'max_reps', prescribed_sets.max_reps + coalesce(prescribed_sets.due_reps - prescribed_sets.min_reps, 0),
            'goal_reps', prescribed_sets.goal_reps,
            'weight_kg', prescribed_sets.weight_kg,
            'exact_kg', prescribed_sets.exact_kg,
            'duration_seconds', prescribed_sets.duration_seconds,
            'distance_meters', prescribed_sets.distance_meters,
            'rpe', prescribed_sets.rpe,
            'rir', prescribed_sets.rir,
            'rest_seconds', prescribed_sets.rest_seconds,
            'plates', plates.plates
          )
          order by prescribed_sets.position
        ) as sets
      from prescribed_sets
      left join plates
        on plates.loading_class = prescribed_sets.loading_class and plates.weight_kg = prescribed_sets.weight_kg
      group by prescribed_sets.id
    ),
    warmups_of as (
      select
        warmups.id,
        jsonb_agg(
          jsonb_build_object(
            'reps', warmups.reps,
            'weight_kg', warmups.weight_kg,
            'rest_seconds', warmups.rest_seconds,
            'plates', plates.plates
          )
          order by warmups.ordinal
        ) as warmup
      from warmups
      left join plates on plates.loading_class = warmups.loading_class and plates.weight_kg = warmups.weight_kg
      group by warmups.id
    )
    select jsonb_build_object(
      'routine', jsonb_build_object('id', routines.id, 'name', routines.name, 'notes', routines.notes),
      'exercises', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'routine_exercise_id', routine_exercises.id,
            'exercise_id', routine_exercises.exercise_id,
            'name', exercises.name,
            'kind', exercises.kind,
            'position', routine_exercises.position,
            'superset_group', routine_exercises.superset_group,
            'notes', routine_exercises.notes,
            'rest_seconds', routine_exercises.rest_seconds,
            'warmup', coalesce(warmups_of.warmup, '[]'),
            'sets', coalesce(sets_of.sets, '[]'),
            'progression', jsonb_build_object(
              'scheme', due.scheme,
              'state', figures.state,
              'reason', private.progression_reason(
                case
                  when sets_of.lacks_load then 'choose_load'
                  when due.is_light then 'planned_deload'
                  when due.scheme is null then 'fixed'
                  when due.scheme = 'rpe' then case when due.e1rm_kg is null then 'start' else 'estimated' end
                  when due.rule ->> 'percent_of' = 'e1rm' then 'wave'
                  else coalesce(due.code, 'start')
                end,
                figures.state || jsonb_strip_nulls(jsonb_build_object(
                  'previous', trim_scale(due.previous),
                  'percent', due.light_percent,
                  'after', (due.rule #>> '{stall,after}')::numeric,
                  'every', (due.rule ->> 'every')::numeric
                ))
              )
            )
          )
          order by routine_exercises.position, routine_exercises.id
        )
        from due
        join public.routine_exercises on routine_exercises.id = due.id
        join public.exercises on exercises.id = due.exercise_id
        left join sets_of on sets_of.id = due.id
        left join warmups_of on warmups_of.id = due.id
        cross join lateral (
          select jsonb_strip_nulls(jsonb_build_object(
            'sessions', due.sessions,
            'successes', case when due.scheme <> 'rpe' then due.successes end,
            'failures', case when due.scheme <> 'rpe' then due.failures end,
            'load_kg', case
              when due.measure = 'kg' and not due.has_training_max
                and (due.e1rm_kg is null or coalesce(due.rule ->> 'percent_of', due.scheme, '') not in ('e1rm', 'rpe'))
              then trim_scale(due.due)
            end,
            'training_max_kg', case when due.measure = 'kg' and due.has_training_max then trim_scale(due.due) end,
            'e1rm_kg', trim_scale(due.e1rm_kg),
            'reps', case when due.measure = 'reps' then trim_scale(due.due) end,
            'seconds', case when due.measure = 'seconds' then trim_scale(due.due) end,
            'wave', case when due.scheme = 'wave' then due.turn + 1 end,
            'waves', case when due.scheme = 'wave' then due.turns end,
            'cycle', case when due.scheme = 'wave' then due.cycle + 1 end
          )) as state
        ) as figures
      ), '[]')
    )
    from public.routines
    where routines.id = p_routine_id and routines.user_id = v_user_id
  );
end;
$$;

revoke execute on function private.prescription(uuid, uuid, boolean) from public;
grant execute on function private.prescription(uuid, uuid, boolean) to authenticated, service_role;

comment on function private.prescription(uuid, uuid, boolean) is
  'What to do in the next session of a routine of the caller: Prescription of types/contracts/prescription.ts, from '
  'the routine, and what the caller did of it in an enrollment, or where that is null, at all. Nothing is stored: the '
  'same history gives the same answer. p_is_deload says whether the session stands in a deload week. Null without such '
  'a routine.';
