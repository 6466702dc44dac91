create or replace function private.planned_exercises(p_routine_id uuid)
returns table (
  id uuid,
  exercise_id uuid,
  exercise_kind text,
  rule jsonb,
  measure text,
  turns integer,
  occurrence integer,
  has_training_max boolean,
  heaviest_kg numeric,
  most_reps integer,
  longest_seconds integer
)
language plpgsql
stable
security invoker
rows 10
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    select
      routine_exercises.id,
      routine_exercises.exercise_id,
      routine_exercises.exercise_kind,
      routine_exercises.progression,
      case
        when routine_exercises.progression ->> 'increment_reps' is not null then 'reps'
        when routine_exercises.progression ->> 'increment_seconds' is not null then 'seconds'
        when private.kind_allows(routine_exercises.exercise_kind, 'weight_kg') then 'kg'
      end,
      coalesce(jsonb_array_length(routine_exercises.progression -> 'waves'), 1),
      row_number() over (
        partition by routine_exercises.exercise_id order by routine_exercises.position, routine_exercises.id
      )::integer,
      coalesce(routine_exercises.progression ->> 'percent_of' = 'training_max', false)
        or coalesce(aims.has_training_max and routine_exercises.progression ->> 'percent_of' is null, false),
      aims.heaviest_kg,
      aims.most_reps,
      aims.longest_seconds
    from public.routine_exercises
    cross join lateral (
      select
        bool_or(routine_sets.load_percent_of = 'training_max') as has_training_max,
        max(routine_sets.weight_kg) as heaviest_kg,
        max(routine_sets.min_reps) as most_reps,
        max(routine_sets.duration_seconds) as longest_seconds
      from public.routine_sets
      where routine_sets.routine_exercise_id = routine_exercises.id and routine_sets.set_type <> 'warmup'
    ) as aims
    where routine_exercises.routine_id = p_routine_id;
end;
$$;

revoke execute on function private.planned_exercises(uuid) from public;
grant execute on function private.planned_exercises(uuid) to authenticated, service_role;

comment on function private.planned_exercises(uuid) is
  'Exercises of a routine as progression sees them. measure: what rises, kg, reps or seconds; null where nothing can. '
  'turns: sessions of a cycle, 1 but for waves. occurrence: which one of its exercise it is. has_training_max: whether '
  'the load that rises is a training max. heaviest_kg, most_reps, longest_seconds: of its working sets.';
