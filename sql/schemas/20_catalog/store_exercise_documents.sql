create or replace function private.store_exercise_documents(p_exercise_ids uuid[], p_locales text[])
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $function$
begin
  with targets as materialized (
    select exercises.*, languages.locale, exercise_translations.name as translation
    from public.exercises
    cross join lateral (
      select unnest(p_locales) as locale where exercises.user_id is null
      union all
      select 'und' where exercises.user_id is not null
    ) as languages
    left join public.exercise_translations on exercise_translations.exercise_id = exercises.id
      and exercise_translations.locale = languages.locale
    where exercises.id = any(p_exercise_ids) and exercises.archived_at is null
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
    where exercises.id = any(p_exercise_ids)
    union all
    select exercise_id, exercise_translations.locale, 'name', private.fold_text(exercise_translations.name)
    from public.exercise_translations
    where exercise_id = any(p_exercise_ids)
    union all
    select exercise_id, exercise_aliases.locale, 'alias', private.fold_text(exercise_aliases.alias)
    from public.exercise_aliases
    where exercise_id = any(p_exercise_ids)
    union all
    select exercise_muscles.exercise_id, null, 'part', private.fold_text(muscles.name)
    from public.exercise_muscles
    join public.muscles on muscles.id = exercise_muscles.muscle_id
    where exercise_muscles.exercise_id = any(p_exercise_ids)
    union all
    select exercise_equipment.exercise_id, null, 'part', private.fold_text(equipment.name)
    from public.exercise_equipment
    join public.equipment on equipment.id = exercise_equipment.equipment_id
    where exercise_equipment.exercise_id = any(p_exercise_ids)
  ),
  labelled as materialized (
    select
      spellings.*,
      case when spellings.is_a <> 'part' then private.label_of(string_to_array(spellings.words, ' ')) end as label
    from spellings
    where spellings.words <> ''
  ),
  -- What each document has of them: its own language, English, and of an own exercise all.
  weighted as (
    select
      targets.id,
      targets.locale,
      labelled.words,
      labelled.label,
      case
        when labelled.is_a = 'part' then 'D'
        when labelled.is_a = 'alias' then 'B'
        when labelled.locale = targets.locale or targets.translation is null then 'A'
        else 'C'
      end as weight
    from targets
    join labelled on labelled.exercise_id = targets.id
      and (labelled.locale in (targets.locale, 'en') or labelled.locale is null or targets.locale = 'und')
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
      format('%L', numbered.locale || '=' || numbered.label)
    from numbered
    where numbered.label is not null
    union all
    -- Tiers of a fifth, a twentieth, a thirtieth and a two-hundredth; private.search_queries() chooses among them.
    select numbered.id, numbered.locale, format('%L', numbered.locale || tiers.mark || word)
    from numbered
    join prominences on prominences.id = numbered.id and prominences.locale = numbered.locale
    join (values (520, '^/'), (590, '^^/'), (650, '^^^/'), (690, '^^^^/')) as tiers (least, mark)
      on tiers.least <= prominences.prominence
    cross join unnest(string_to_array(numbered.words, ' ')) as word
    where numbered.locale <> 'und'
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
  parts as materialized (
    select
      exercises.id,
      array(
        select exercise_equipment.equipment_id
        from public.exercise_equipment
        where exercise_equipment.exercise_id = exercises.id
        order by exercise_equipment.equipment_id
      ) as equipment,
      array(
        select exercise_muscles.muscle_id
        from public.exercise_muscles
        where exercise_muscles.exercise_id = exercises.id and exercise_muscles.role = 'primary'
        order by exercise_muscles.muscle_id
      ) as primary_muscles,
      array(
        select exercise_muscles.muscle_id
        from public.exercise_muscles
        where exercise_muscles.exercise_id = exercises.id and exercise_muscles.role = 'secondary'
        order by exercise_muscles.muscle_id
      ) as secondary_muscles
    from public.exercises
    where exercises.id = any(p_exercise_ids)
  ),
  made as materialized (
    select
      targets.id as exercise_id,
      targets.locale,
      targets.user_id,
      coalesce(targets.translation, targets.name) as name,
      prominences.prominence,
      parts.equipment,
      documents.document,
      jsonb_build_object(
        'name_en', targets.name,
        'kind', targets.kind,
        'category', targets.category,
        'level', targets.level,
        'mechanic', targets.mechanic,
        'primary_muscles', parts.primary_muscles,
        'secondary_muscles', parts.secondary_muscles,
        'equipment', parts.equipment
      ) as item
    from targets
    join parts on parts.id = targets.id
    join prominences on prominences.id = targets.id and prominences.locale = targets.locale
    join documents on documents.id = targets.id and documents.locale = targets.locale
  ),
  gone as (
    delete from private.exercise_documents as stored
    where stored.exercise_id = any(p_exercise_ids)
      and not exists (
        select 1 from made where made.exercise_id = stored.exercise_id and made.locale = stored.locale
      )
  )
  -- By language, because that is how search reads them.
  insert into private.exercise_documents as stored (
    exercise_id, locale, user_id, name, prominence, equipment, document, item
  )
  select
    made.exercise_id, made.locale, made.user_id, made.name, made.prominence, made.equipment, made.document, made.item
  from made
  order by made.locale, made.name
  on conflict (exercise_id, locale) do update
    set
      user_id = excluded.user_id, name = excluded.name, prominence = excluded.prominence,
      equipment = excluded.equipment, document = excluded.document, item = excluded.item
    where (stored.user_id, stored.name, stored.prominence, stored.equipment, stored.document, stored.item)
      is distinct from (
        excluded.user_id, excluded.name, excluded.prominence, excluded.equipment, excluded.document, excluded.item
      );
end;
$function$;

revoke execute on function private.store_exercise_documents(uuid[], text[]) from public;

comment on function private.store_exercise_documents(uuid[], text[]) is
  'For private.index_exercises(): makes the documents of these exercises anew, of global ones in each of the languages.';
