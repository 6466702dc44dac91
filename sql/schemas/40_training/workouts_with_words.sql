create or replace function private.workouts_with_words(p_query text)
returns table (workout_id uuid)
language plpgsql
stable
security definer
rows 100
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_user_id uuid := (select auth.uid());
  v_words text[] := string_to_array(private.fold_text(p_query), ' ');
begin
  return query
    with words as materialized (
      select said.word, ordinal
      from unnest(v_words) with ordinality as said (word, ordinal)
    ),
    names as materialized (
      select used.exercise_id, ' ' || private.fold_text(string_agg(called.name, ' ')) as text
      from (
        select distinct workout_exercises.exercise_id
        from public.workout_exercises
        where workout_exercises.user_id = v_user_id
      ) as used
      cross join lateral (
        select exercises.name from public.exercises where exercises.id = used.exercise_id
        union all
        select translations.name
        from public.exercise_translations as translations
        where translations.exercise_id = used.exercise_id
      ) as called
      group by used.exercise_id
    ),
    hits as (
      -- What the user wrote over the workout and beside its exercises.
      select words.ordinal, notes.workout_id
      from (
        select
          workouts.id as workout_id,
          ' ' || private.fold_text(concat_ws(' ', workouts.name, workouts.notes)) as text
        from public.workouts
        where workouts.user_id = v_user_id

        union all

        select workout_exercises.workout_id, ' ' || private.fold_text(workout_exercises.notes)
        from public.workout_exercises
        where workout_exercises.user_id = v_user_id and workout_exercises.notes is not null
      ) as notes
      join words on notes.text like '% ' || words.word || '%'

      union

      select words.ordinal, workout_exercises.workout_id
      from names
      join words on names.text like '% ' || words.word || '%'
      join public.workout_exercises
        on workout_exercises.user_id = v_user_id and workout_exercises.exercise_id = names.exercise_id
    )
    select hits.workout_id
    from hits
    group by hits.workout_id
    having count(*) = (select count(*) from words);
end;
$$;

revoke execute on function private.workouts_with_words(text) from public;
grant execute on function private.workouts_with_words(text) to authenticated;

comment on function private.workouts_with_words(text) is
  'The caller''s workouts in which each word begins a word of the workout''s name or notes, of the notes of its '
  'exercises, or of an exercise''s name in any language. It reads all workouts of the caller, and nobody else''s. Definer, '
  'because the function that folds text is granted to nobody.';
