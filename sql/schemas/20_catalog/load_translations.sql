create or replace function private.load_translations(p_translations jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_ids uuid[] := array(
    select private.global_exercise_id(item ->> 'slug') from jsonb_array_elements(p_translations) as loaded (item)
  );
begin
  -- What is no longer listed goes and what is new comes; a row that is as it was is not touched.
  with listed as (
    select
      private.global_exercise_id(item ->> 'slug') as exercise_id, locale, texts.name,
      coalesce(texts.instructions, '{}') as instructions, coalesce(texts.cues, '{}') as cues
    from jsonb_array_elements(p_translations) as loaded (item)
    cross join lateral jsonb_each(item - 'slug') as translated (locale, translation)
    cross join lateral jsonb_to_record(translation) as texts (name text, instructions text[], cues text[])
  ),
  gone as (
    delete from public.exercise_translations as stored
    where stored.exercise_id = any(v_ids)
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.locale = stored.locale
      )
  )
  insert into public.exercise_translations as stored (exercise_id, locale, name, instructions, cues)
  select listed.exercise_id, listed.locale, listed.name, listed.instructions, listed.cues
  from listed
  on conflict (exercise_id, locale) do update
    set name = excluded.name, instructions = excluded.instructions, cues = excluded.cues
    where (stored.name, stored.instructions, stored.cues)
      is distinct from (excluded.name, excluded.instructions, excluded.cues);

  with listed as (
    select private.global_exercise_id(item ->> 'slug') as exercise_id, locale, known.alias
    from jsonb_array_elements(p_translations) as loaded (item)
    cross join lateral jsonb_each(item - 'slug') as translated (locale, translation)
    cross join lateral jsonb_array_elements_text(translation -> 'aliases') as known (alias)
  ),
  gone as (
    delete from public.exercise_aliases as stored
    where stored.exercise_id = any(v_ids)
      and stored.locale <> 'en'
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.locale = stored.locale and listed.alias = stored.alias
      )
  )
  insert into public.exercise_aliases (exercise_id, locale, alias)
  select listed.exercise_id, listed.locale, listed.alias
  from listed
  on conflict do nothing;

  perform private.index_exercises(v_ids);
end;
$$;

revoke execute on function private.load_translations(jsonb) from public;

comment on function private.load_translations(jsonb) is
  'Loads global exercises in other languages from sql/catalog by their slugs: every other key of a row is a locale '
  'with name, and aliases, instructions and cues where there are any. The same file again changes nothing; English '
  'and users'' rows are never touched.';
