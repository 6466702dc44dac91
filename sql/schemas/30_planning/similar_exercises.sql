create or replace function private.similar_exercises(p_names text[])
returns table (name text, exercise_id uuid, exercise_name text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    with known as materialized (
      select exercises.id, exercises.name, private.fold_text(exercises.name) as folded
      from public.exercises
      where exercises.user_id is null and exercises.archived_at is null
      union
      select exercises.id, exercises.name, private.fold_text(exercise_aliases.alias)
      from public.exercise_aliases
      join public.exercises on exercises.id = exercise_aliases.exercise_id
      where exercises.user_id is null and exercises.archived_at is null
    )
    select distinct asked.name, known.id, known.name
    from unnest(p_names) as asked (name)
    join known on known.folded = private.fold_text(asked.name)
    order by asked.name, known.name, known.id;
end;
$$;

revoke execute on function private.similar_exercises(text[]) from public;
grant execute on function private.similar_exercises(text[]) to authenticated, service_role;

comment on function private.similar_exercises(text[]) is
  'Which global exercises have one of these names, or had it as another name, but for case, accents and punctuation. '
  'Definer, because the function that folds text is granted to nobody; it reads the global catalogue alone.';
