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
        from unnest(v_locales) as locale
        where not exists (
          select 1
          from private.exercise_documents
          where exercise_documents.user_id is null and exercise_documents.locale = locale
        )
      )
  );

  with targets as materialized (
    select exercises.*, languages.locale, exercise_translations.name as translation
    from public.exercises
    cross join lateral (
      select unnest(v_locales) as locale where exercises.user_id is null
      union all
      select 'und' where exercises.user_id is not null
    ) as languages
    left join public.exercise_translations on exercise_translations.exercise_id = exercises.id
      and exercise_translations.locale = languages.locale
    where exercises.id = any(v_ids) and exercises.archived_at is null
  ),
  prominences as materialized (
    select
      targets.id,
      targets.locale,
      round(
        1000 * (1 + ln(1 + (
          select count(*)
          from public.exercise_aliases
          where exercise_aliases.exercise_id = targets.id and exercise_aliases.locale = 'en'
        )))
        / (2 + cardinality(string_to_array(coalesce(targets.translation, targets.name), ' ')))
      )::integer as prominence
    from targets
  ),
  -- Every spelling is folded once, for however many languages.
  spellings as materialized (
    select exercises.id as exercise_id, 'en' as locale, 'name' as is_a, private.fold_text(exercises.name) as words
    from public.exercises
    where exercises.id = any(v_ids)
    union all
    select exercise_id, exercise_translations.locale, 'name', private.fold_text(exercise_translations.name)
    from public.exercise_translations
    where exercise_id = any(v_ids)
    union all
    select exercise_id, exercise_aliases.locale, 'alias', private.fold_text(exercise_aliases.alias)
    from public.exercise_aliases
    where exercise_id = any(v_ids)
    union all
    select exercise_muscles.exercise_id, null, 'part', private.fold_text(muscles.name)
    from public.exercise_muscles
    join public.muscles on muscles.id = exercise_muscles.muscle_id
    where exercise_muscles.exercise_id = any(v_ids)
    union all
    select exercise_equipment.exercise_id, null, 'part', private.fold_text(equipment.name)
    from public.exercise_equipment
    join public.equipment on equipment.id = exercise_equipment.equipment_id
    where exercise_equipment.exercise_id = any(v_ids)
  ),
  -- What each document has of them: its own language, English, and of an own exercise all.
  weighted as (
    select
      targets.id,
      targets.locale,
      spellings.words,
      case
        when spellings.is_a = 'part' then 'D'
        when spellings.is_a = 'alias' then 'B'
        when spellings.locale = targets.locale or targets.translation is null then 'A'
        else 'C'
      end as weight
    from targets
    join spellings on spellings.exercise_id = targets.id
      and (spellings.locale in (targets.locale, 'en') or spellings.locale is null or targets.locale = 'und')
    where spellings.words <> ''
  ),
  -- Sixteen places apart, so that words of different spellings are no neighbours.
  numbered as (
    select
      weighted.*,
      16 * row_number() over (
        partition by weighted.id, weighted.locale order by weighted.weight, weighted.words
      ) as place
    from weighted
  ),
  lexemes as (
    select
      numbered.id, numbered.locale,
      format('%L:%s%s', numbered.locale || '/' || word, numbered.place + ordinal, numbered.weight) as lexeme
    from numbered
    cross join unnest(string_to_array(numbered.words, ' ')) with ordinality as split (word, ordinal)
    union all
    select
      numbered.id, numbered.locale,
      format('%L', numbered.locale || '=' || private.label_of(string_to_array(numbered.words, ' ')))
    from numbered
    where numbered.weight <> 'D'
    union all
    select prominences.id, prominences.locale, format('%L', prominences.locale || '^')
    from prominences
    where prominences.prominence >= 550
    union all
    select targets.id, targets.locale, format('%L', targets.locale || '#' || tag)
    from targets
    cross join lateral (
      values ('kind:' || targets.kind), ('level:' || targets.level), ('category:' || targets.category)
      union all
      select 'muscle:' || exercise_muscles.muscle_id
      from public.exercise_muscles
      where exercise_muscles.exercise_id = targets.id
      union all
      select 'primary:' || exercise_muscles.muscle_id
      from public.exercise_muscles
      where exercise_muscles.exercise_id = targets.id and exercise_muscles.role = 'primary'
      union all
      select 'equipment:' || coalesce(exercise_equipment.equipment_id, '')
      from (select targets.id) as target
      left join public.exercise_equipment on exercise_equipment.exercise_id = target.id
    ) as tags (tag)
  ),
  documents as (
    select lexemes.id, lexemes.locale, string_agg(lexemes.lexeme, ' ')::tsvector as document
    from lexemes
    group by lexemes.id, lexemes.locale
  ),
  made as materialized (
    select
      targets.id as exercise_id,
      targets.locale,
      targets.user_id,
      coalesce(targets.translation, targets.name) as name,
      prominences.prominence,
      documents.document
    from targets
    join prominences on prominences.id = targets.id and prominences.locale = targets.locale
    join documents on documents.id = targets.id and documents.locale = targets.locale
  ),
  gone as (
    delete from private.exercise_documents as stored
    where (
        stored.exercise_id = any(v_ids)
        or (v_is_global and stored.user_id is null and stored.locale <> all(v_locales))
      )
      and not exists (
        select 1 from made where made.exercise_id = stored.exercise_id and made.locale = stored.locale
      )
  )
  -- By language, because that is how search reads them.
  insert into private.exercise_documents as stored (exercise_id, locale, user_id, name, prominence, document)
  select made.exercise_id, made.locale, made.user_id, made.name, made.prominence, made.document
  from made
  order by made.locale, made.name
  on conflict (exercise_id, locale) do update
    set
      user_id = excluded.user_id, name = excluded.name, prominence = excluded.prominence, document = excluded.document
    where (stored.user_id, stored.name, stored.prominence, stored.document)
      is distinct from (excluded.user_id, excluded.name, excluded.prominence, excluded.document);

  if v_is_global then
    perform private.count_search_words();
  end if;
end;
$function$;

revoke execute on function private.index_exercises(uuid[]) from public;

comment on function private.index_exercises(uuid[]) is
  'Makes the search documents of these exercises anew, and the vocabulary where one of them is global. Definer: the '
  'tables of search are nobody else''s.';
