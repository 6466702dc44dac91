create or replace function private.index_exercises(p_exercise_ids uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $function$
begin
  insert into private.exercise_documents as stored (exercise_id, user_id, name, aliases, document)
  select
    exercises.id,
    exercises.user_id,
    private.fold_text(exercises.name),
    names.aliases,
    setweight(to_tsvector('simple', private.fold_text(exercises.name)), 'A')
    || setweight(to_tsvector('simple', array_to_string(names.aliases, ' ')), 'B')
    || setweight(to_tsvector('simple', private.fold_text(coalesce(parts.names, ''))), 'C')
  from public.exercises
  cross join lateral (
    select array(
      select private.fold_text(exercise_aliases.alias)
      from public.exercise_aliases
      where exercise_aliases.exercise_id = exercises.id
      order by exercise_aliases.alias
    ) as aliases
  ) as names
  cross join lateral (
    select string_agg(part.name, ' ' order by part.name) as names
    from (
      select muscles.name
      from public.exercise_muscles
      join public.muscles on muscles.id = exercise_muscles.muscle_id
      where exercise_muscles.exercise_id = exercises.id
      union all
      select equipment.name
      from public.exercise_equipment
      join public.equipment on equipment.id = exercise_equipment.equipment_id
      where exercise_equipment.exercise_id = exercises.id
    ) as part
  ) as parts
  where exercises.id = any(p_exercise_ids) and exercises.archived_at is null
  on conflict (exercise_id) do update
    set name = excluded.name, aliases = excluded.aliases, document = excluded.document
    where (stored.name, stored.aliases, stored.document)
      is distinct from (excluded.name, excluded.aliases, excluded.document);

  delete from private.exercise_documents
  using public.exercises
  where exercises.id = exercise_documents.exercise_id
    and exercises.id = any(p_exercise_ids)
    and exercises.archived_at is not null;

  -- The vocabulary is the global catalogue's alone: its rows are locked below, and users who store exercises of their
  -- own need not wait for each other.
  if not exists (
    select 1 from public.exercises where exercises.id = any(p_exercise_ids) and exercises.user_id is null
  ) then
    return;
  end if;

  insert into private.search_words as stored (word, exercises)
  select statistics.word, statistics.ndoc
  from ts_stat(
    $$ select ts_filter(document, '{a,c}') from private.exercise_documents where user_id is null $$
  ) as statistics
  on conflict (word) do update
    set exercises = excluded.exercises
    where stored.exercises is distinct from excluded.exercises;

  delete from private.search_words
  where not exists (
    select 1
    from private.exercise_documents
    where exercise_documents.user_id is null
      and exercise_documents.document @@ (quote_literal(search_words.word) || ':AC')::tsquery
  );
end;
$function$;

revoke execute on function private.index_exercises(uuid[]) from public;

comment on function private.index_exercises(uuid[]) is
  'Makes the search documents of these exercises anew, and the vocabulary where one of them is global. Definer: the '
  'tables of search are nobody else''s.';
