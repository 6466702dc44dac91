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
      select
        planned.*,
        row_number() over (
          partition by planned.routine_exercise_id, planned.turn, planned.set_type = 'warmup' order by planned.position
        ) as nth
      from private.planned_sets(p_routine_id) as planned
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
        case when planned.measure = 'kg' then private.loadable_weights(v_gym_id, planned.exercise_id) end as loadable,
        case
          when planned.rule ->> 'scheme' = 'rpe' or exists (
            select 1 from sets where sets.routine_exercise_id = planned.id and sets.share_of = 'e1rm'
          )
          then private.latest_one_rep_max(planned.exercise_id)
        end as e1rm_kg
      from private.planned_exercises(p_routine_id) as planned
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
    exact_sets as (
      select
        due.id, due.loadable, sets.position, sets.set_type, sets.nth, sets.share, sets.rest_seconds,
        sets.distance_meters, due.is_light,
        sets.min_reps,
        case when due.is_light and sets.set_type = 'amrap' then sets.min_reps else sets.max_reps end as max_reps,
        case when due.scheme = 'double' then due.reps[array_position(due.positions, sets.position)] end as reps_before,
        due.scheme = 'double' and sets.set_type <> 'warmup' and not due.is_light as has_goal,
        case when due.measure = 'reps' then greatest(round(due.due * due.light) - sets.lag, 1)::integer end as due_reps,
        case
          when due.measure = 'seconds' then greatest(round(due.due * due.light) - sets.lag, 1)::integer
          else sets.duration_seconds
        end as duration_seconds,
        case when not due.is_light then sets.rpe end as rpe,
        case when not due.is_light then sets.rir end as rir,
        trim_scale(round(case
          when sets.share is null then sets.weight_kg
          when due.scheme = 'rpe' and due.e1rm_kg is not null and sets.set_type <> 'warmup' then least(
            due.e1rm_kg * private.rpe_percent(
              coalesce(sets.max_reps, sets.min_reps), coalesce(sets.rpe, 10 - sets.rir)
            ) / 100,
            due.max_kg
          ) * due.light
          when sets.share_of = 'e1rm'
          then least(coalesce(due.e1rm_kg, due.start_kg) * sets.share, due.max_kg) * due.light
          else due.due * sets.share * due.light
        end, 6)) as exact_kg
      from due
      join sets on sets.routine_exercise_id = due.id and sets.turn = due.turn
    ),
    prescribed_sets as materialized (
      select
        exact_sets.*,
        case when exact_sets.exact_kg is not null then private.round_load(exact_sets.exact_kg, exact_sets.loadable) end
          as weight_kg
      from exact_sets
    ),
    sets_of as (
      select
        prescribed_sets.id,
        (array_agg(prescribed_sets.weight_kg order by prescribed_sets.nth)
          filter (where prescribed_sets.set_type <> 'warmup'))[1] as first_kg,
        bool_or(prescribed_sets.set_type <> 'warmup' and prescribed_sets.share is not null
          and prescribed_sets.exact_kg is null) as lacks_load,
        jsonb_agg(
          jsonb_build_object(
            'position', prescribed_sets.position,
            'set_type', case
              when prescribed_sets.is_light and prescribed_sets.set_type = 'amrap' then 'normal'
              else prescribed_sets.set_type
            end,
            'min_reps', coalesce(prescribed_sets.due_reps, prescribed_sets.min_reps),
            'max_reps', prescribed_sets.max_reps + coalesce(prescribed_sets.due_reps - prescribed_sets.min_reps, 0),
            'goal_reps', case when prescribed_sets.has_goal then greatest(
              prescribed_sets.min_reps,
              least(prescribed_sets.reps_before + 1, coalesce(prescribed_sets.max_reps, prescribed_sets.min_reps))
            ) end,
            'weight_kg', prescribed_sets.weight_kg,
            'exact_kg', prescribed_sets.exact_kg,
            'duration_seconds', prescribed_sets.duration_seconds,
            'distance_meters', prescribed_sets.distance_meters,
            'rpe', prescribed_sets.rpe,
            'rir', prescribed_sets.rir,
            'rest_seconds', prescribed_sets.rest_seconds,
            'plates', null
          )
          order by prescribed_sets.position
        ) as sets
      from prescribed_sets
      group by prescribed_sets.id
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
            'warmup', private.warmup_sets(routine_exercises.warmup_ramp, sets_of.first_kg, due.loadable),
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
        cross join lateral (
          select jsonb_strip_nulls(jsonb_build_object(
            'sessions', due.sessions,
            'successes', case when due.scheme <> 'rpe' then due.successes end,
            'failures', case when due.scheme <> 'rpe' then due.failures end,
            'load_kg', case when due.measure = 'kg' and not due.has_training_max then trim_scale(due.due) end,
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
  'What to do in the next session of a routine of the caller: Prescription of types/contracts/prescription.ts, from the '
  'routine, and what the caller did of it in an enrollment, or where that is null, at all. Nothing is stored: the same '
  'history gives the same answer. p_is_deload says whether the session stands in a deload week. Null without such a '
  'routine.';
