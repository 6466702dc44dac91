create or replace function private.planned_sets(p_routine_id uuid)
returns table (
  routine_exercise_id uuid,
  turn integer,
  "position" integer,
  set_type text,
  lane text,
  number integer,
  min_reps integer,
  max_reps integer,
  duration_seconds integer,
  distance_meters numeric,
  rpe numeric,
  rir numeric,
  rest_seconds integer,
  weight_kg numeric,
  share numeric,
  share_of text,
  lag integer,
  decides boolean
)
language plpgsql
stable
security invoker
rows 50
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with planned as materialized (
      select planned.* from private.planned_exercises(p_routine_id) as planned
    ),
    own_sets as (
      select
        planned.id as routine_exercise_id,
        planned.rule ->> 'scheme' = 'wave' and routine_sets.set_type <> 'warmup' as is_replaced,
        row_number() over (
          partition by planned.id, routine_sets.set_type = 'warmup' order by routine_sets.position, routine_sets.id
        ) as nth,
        row_number() over (partition by planned.id order by routine_sets.position, routine_sets.id) as place,
        routine_sets.set_type,
        routine_sets.min_reps,
        routine_sets.max_reps,
        routine_sets.duration_seconds,
        routine_sets.distance_meters,
        routine_sets.rpe,
        routine_sets.rir,
        routine_sets.rest_seconds,
        routine_sets.weight_kg,
        case
          when routine_sets.load_percent is not null then routine_sets.load_percent / 100
          when planned.measure is distinct from 'kg' or planned.has_training_max then null
          when routine_sets.set_type <> 'warmup'
          then coalesce(routine_sets.weight_kg / nullif(planned.heaviest_kg, 0), 1)
          -- The loads of these schemes are no multiple of the sets' own.
          when planned.rule ->> 'scheme' in ('wave', 'rpe') then null
          else routine_sets.weight_kg / nullif(planned.heaviest_kg, 0)
        end as share,
        case routine_sets.load_percent_of when 'e1rm' then 'e1rm' else 'amount' end as share_of,
        case planned.measure
          when 'reps' then planned.most_reps - routine_sets.min_reps
          when 'seconds' then planned.longest_seconds - routine_sets.duration_seconds
        end as lag
      from planned
      join public.routine_sets on routine_sets.routine_exercise_id = planned.id
    ),
    wave_sets as (
      select
        planned.id as routine_exercise_id,
        (wave.ordinal - 1)::integer as turn,
        aims.ordinal as nth,
        coalesce(aims.node ->> 'set_type', 'normal') as set_type,
        (aims.node ->> 'min_reps')::numeric::integer as min_reps,
        (aims.node ->> 'max_reps')::numeric::integer as max_reps,
        (aims.node ->> 'percent')::numeric / 100 as share,
        case planned.rule ->> 'percent_of' when 'e1rm' then 'e1rm' else 'amount' end as share_of,
        jsonb_path_exists(planned.rule, '$.waves[*][*] ? (@.set_type == "amrap")') as has_amrap
      from planned
      cross join lateral jsonb_array_elements(planned.rule -> 'waves') with ordinality as wave (node, ordinal)
      cross join lateral jsonb_array_elements(wave.node) with ordinality as aims (node, ordinal)
    ),
    all_sets as (
      select
        own_sets.routine_exercise_id, turns.turn, own_sets.set_type, own_sets.place,
        own_sets.min_reps, own_sets.max_reps, own_sets.duration_seconds, own_sets.distance_meters, own_sets.rpe,
        own_sets.rir, own_sets.rest_seconds, own_sets.weight_kg, own_sets.share, own_sets.share_of, own_sets.lag,
        true as decides
      from own_sets
      join planned on planned.id = own_sets.routine_exercise_id
      cross join lateral generate_series(0, planned.turns - 1) as turns (turn)
      where not coalesce(own_sets.is_replaced, false)

      union all

      select
        wave_sets.routine_exercise_id, wave_sets.turn, wave_sets.set_type, 500 + wave_sets.nth,
        wave_sets.min_reps, wave_sets.max_reps, null, null, null, null, replaced.rest_seconds, null, wave_sets.share,
        wave_sets.share_of, null, not wave_sets.has_amrap or wave_sets.set_type = 'amrap'
      from wave_sets
      left join own_sets as replaced
        on replaced.routine_exercise_id = wave_sets.routine_exercise_id
        and replaced.is_replaced
        and replaced.nth = wave_sets.nth
    )
    select
      all_sets.routine_exercise_id,
      all_sets.turn,
      row_number() over (
        partition by all_sets.routine_exercise_id, all_sets.turn order by all_sets.place
      )::integer,
      all_sets.set_type,
      private.set_lane(all_sets.set_type),
      row_number() over (
        partition by all_sets.routine_exercise_id, all_sets.turn, private.set_lane(all_sets.set_type)
        order by all_sets.place
      )::integer,
      all_sets.min_reps, all_sets.max_reps, all_sets.duration_seconds, all_sets.distance_meters, all_sets.rpe,
      all_sets.rir, all_sets.rest_seconds, all_sets.weight_kg, all_sets.share, all_sets.share_of, all_sets.lag,
      all_sets.decides
    from all_sets;
end;
$$;

revoke execute on function private.planned_sets(uuid) from public;
grant execute on function private.planned_sets(uuid) to authenticated, service_role;

comment on function private.planned_sets(uuid) is
  'Sets of a routine for each turn of a cycle (one, but for waves, whose sets take the place of the working sets). '
  'lane and number: which set of a session answers for it. share: its load, as a share of what share_of says, the '
  'amount that progresses or the e1rm; of sets in kilograms their weight, as a share of the heaviest. lag: how many '
  'repetitions or seconds it has fewer than the longest. decides: whether success hangs on it.';
