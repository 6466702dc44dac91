create or replace function private.exercise_facets(p_filter jsonb, p_as_of date)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
-- From a word that a few exercises have to all of them by name: each wants a plan of its own.
set plan_cache_mode = 'force_custom_plan'
as $$
declare
  v_scope text := p_filter ->> 'scope';
  v_asked private.search_query[] := private.search_queries(p_filter, (select auth.uid()));
  v_global private.search_query := v_asked[1];
  v_is_browsing boolean := (v_asked[2]).words is null;
  v_counts jsonb;
begin
  with facets (facet, tag) as (
    values
      ('muscles', 'muscle'), ('equipment', 'equipment'), ('kinds', 'kind'), ('levels', 'level'),
      ('categories', 'category')
  ),
  matches as (
    select documents.exercise_id, documents.locale, documents.document, documents.equipment, documents.item
    from private.exercise_documents as documents
    where v_scope in ('all', 'global')
      and documents.user_id is null
      and documents.locale = v_global.locale
      and (v_is_browsing or documents.document @@ v_global.words)
    union all
    select documents.exercise_id, documents.locale, documents.document, documents.equipment, documents.item
    from private.caller_exercises(v_scope, p_as_of) as mine
    join private.exercise_documents as documents on documents.exercise_id = mine.exercise_id
      and documents.locale in (v_global.locale, 'und')
    join unnest(v_asked) as asked on asked.locale = documents.locale
    where (mine.is_own or v_scope in ('favorites', 'recent')) and (v_is_browsing or documents.document @@ asked.words)
  ),
  asked as materialized (
    select
      asked.locale,
      facets.facet,
      replace(private.exercise_tags(facets.tag, p_filter -> facets.facet), '~', asked.locale)::tsquery as tags,
      case facets.facet when 'equipment' then asked.equipment end as equipment
    from unnest(v_asked) as asked
    cross join facets
    where jsonb_array_length(p_filter -> facets.facet) > 0
  ),
  -- Who misses one filter alone still counts for its facet.
  missing as materialized (
    select
      matches.item,
      case when v_global.tags is null then '{}' else array(
        select asked.facet
        from asked
        where asked.locale = matches.locale
          and (not matches.document @@ asked.tags or not coalesce(matches.equipment <@ asked.equipment, true))
      ) end as facets
    from matches
  ),
  valued as (
    select missing.facets, parts.facet, parts.value
    from missing
    cross join lateral (
      values
        ('kinds', missing.item ->> 'kind'), ('levels', missing.item ->> 'level'),
        ('categories', missing.item ->> 'category')
      union all
      select 'muscles', jsonb_array_elements_text(missing.item -> 'primary_muscles')
      union all
      select 'muscles', jsonb_array_elements_text(missing.item -> 'secondary_muscles')
      union all
      select 'equipment', jsonb_array_elements_text(missing.item -> 'equipment')
    ) as parts (facet, value)
  ),
  counted as (
    select valued.facet, valued.value, count(*) as exercises
    from valued
    where valued.facets <@ array[valued.facet]
    group by valued.facet, valued.value
  )
  select jsonb_object_agg(totals.facet, totals.counts)
  into v_counts
  from (
    select
      facets.facet,
      coalesce(
        jsonb_object_agg(counted.value, counted.exercises) filter (where counted.value is not null), '{}'
      ) as counts
    from facets
    left join counted on counted.facet = facets.facet
    group by facets.facet
  ) as totals;

  return v_counts;
end;
$$;

revoke execute on function private.exercise_facets(jsonb, date) from public;
grant execute on function private.exercise_facets(jsonb, date) to authenticated, service_role;

comment on function private.exercise_facets(jsonb, date) is
  'How many exercises of a search, of those that the caller may see, have each muscle, equipment, kind, level and '
  'category: each facet counted with the filters of all others applied and its own ignored. Definer, for the reason '
  'that private.match_exercises() is.';
