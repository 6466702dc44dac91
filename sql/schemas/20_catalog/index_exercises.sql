create or replace function private.index_exercises(p_exercise_ids uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $function$
declare
  v_locales text[];
  v_ids uuid[];
  v_is_global boolean := exists (
    select 1 from public.exercises where exercises.id = any(p_exercise_ids) and exercises.user_id is null
  );
begin
  -- The vocabulary is the global catalogue's alone: one indexes it at a time, and users who store exercises of their
  -- own need not wait.
  if v_is_global then
    perform pg_advisory_xact_lock(hashtextextended('search_words', 0));
  end if;

  v_locales := array(
    select 'en'
    union
    select exercise_translations.locale
    from public.exercise_translations
    join public.exercises on exercises.id = exercise_translations.exercise_id
    where exercises.user_id is null and v_is_global
  );

  -- A language that is new needs a document of every global exercise, translated or not.
  v_ids := array(
    select unnest(p_exercise_ids)
    union
    select exercises.id
    from public.exercises
    where v_is_global
      and exercises.user_id is null
      and exists (
        select 1
        from unnest(v_locales) as languages (locale)
        where not exists (
          select 1
          from private.exercise_documents
          where exercise_documents.user_id is null and exercise_documents.locale = languages.locale
        )
      )
  );

  -- Documents of a language that nothing is translated into any more.
  if v_is_global then
    delete from private.exercise_documents as stored
    where stored.user_id is null and stored.locale <> all(v_locales);
  end if;

  perform private.store_exercise_documents(v_ids, v_locales);

  if v_is_global then
    perform private.count_search_words();
  end if;
end;
$function$;

revoke execute on function private.index_exercises(uuid[]) from public;

comment on function private.index_exercises(uuid[]) is
  'Makes the search documents of these exercises anew, and the vocabulary where one of them is global. Definer: the '
  'tables of search are nobody else''s.';
