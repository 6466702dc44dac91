create or replace function private.tg_keep_used_kind()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if exists (
      select 1
      from public.workout_exercises
      join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
      where workout_exercises.exercise_id = new.id
        and (
          (workout_sets.reps is not null and not private.kind_allows(new.kind, 'reps'))
          or (workout_sets.weight_kg is not null and not private.kind_allows(new.kind, 'weight_kg'))
          or (workout_sets.duration_seconds is not null and not private.kind_allows(new.kind, 'duration_seconds'))
          or (workout_sets.distance_meters is not null and not private.kind_allows(new.kind, 'distance_meters'))
        )
    )
    or exists (
      select 1
      from public.routine_exercises
      join public.routine_sets on routine_sets.routine_exercise_id = routine_exercises.id
      where routine_exercises.exercise_id = new.id
        and (
          (routine_sets.min_reps is not null and not private.kind_allows(new.kind, 'reps'))
          or (
            num_nonnulls(routine_sets.weight_kg, routine_sets.load_percent) > 0
            and not private.kind_allows(new.kind, 'weight_kg')
          )
          or (routine_sets.duration_seconds is not null and not private.kind_allows(new.kind, 'duration_seconds'))
          or (routine_sets.distance_meters is not null and not private.kind_allows(new.kind, 'distance_meters'))
        )
    )
  then
    perform private.raise_problem(
      'PT409', 'kind_in_use', 'kind',
      format('There are sets of this exercise with fields that %s has not.', new.kind),
      'Make a new exercise of this kind, or take these fields out of the sets first.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_keep_used_kind() from public;

comment on function private.tg_keep_used_kind() is
  'Refuses a kind that sets of the exercise, logged or planned, do not fit; where they do, composite keys hand it down '
  'to them. Definer, so that nobody''s sets are overlooked, whoever changes the exercise. Errors: 409 kind_in_use.';
