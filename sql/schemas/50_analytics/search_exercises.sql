create or replace function public.search_exercises(
  p_query text default null,
  p_muscles text[] default null,
  p_equipment text[] default null,
  p_kinds text[] default null,
  p_levels text[] default null,
  p_categories text[] default null,
  p_scope text default 'all',
  p_locale text default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_facets boolean default false
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
-- For all that it calls: words are found through their indexes whatever they are, and planning costs more than that.
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_locale text := private.catalog_locale(coalesce(
    p_locale,
    (select profile_settings.locale from public.profile_settings where profile_settings.user_id = (select auth.uid()))
  ));
  v_filter jsonb := jsonb_build_object(
    'query', left(p_query, 80), 'muscles', coalesce(p_muscles, '{}'), 'equipment', coalesce(p_equipment, '{}'),
    'kinds', coalesce(p_kinds, '{}'), 'levels', coalesce(p_levels, '{}'), 'categories', coalesce(p_categories, '{}'),
    'scope', coalesce(p_scope, 'all'), 'locale', v_locale
  );
  v_after jsonb := private.decode_cursor(p_cursor, v_filter);
  -- What counts as recent stays what it was on the first page.
  v_as_of date := coalesce((v_after ->> 'as_of')::date, current_date);
  v_ids uuid[];
  v_ranks integer[];
  v_names text[];
begin
  if v_filter ->> 'scope' not in ('all', 'global', 'own', 'favorites', 'recent') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_scope', 'There is no such scope.', 'Send all, global, own, favorites or recent.'
    );
  end if;

  select
    array_agg(matches.exercise_id order by matches.ordinal),
    array_agg(matches.rank order by matches.ordinal),
    array_agg(matches.name order by matches.ordinal)
  into v_ids, v_ranks, v_names
  from private.match_exercises(v_filter, v_as_of, v_after, v_limit + 1)
    with ordinality as matches (exercise_id, rank, name, ordinal);

  return jsonb_build_object(
    'items', private.exercise_items(v_ids[:v_limit], v_locale),
    'next_cursor', case when cardinality(v_ids) > v_limit then private.encode_cursor(v_filter, jsonb_build_object(
      'rank', v_ranks[v_limit], 'name', v_names[v_limit], 'id', v_ids[v_limit], 'as_of', v_as_of
    )) end
  ) || case when p_facets then jsonb_build_object('facets', private.exercise_facets(v_filter, v_as_of)) else '{}' end;
end;
$$;

revoke execute on function public.search_exercises(
  text, text[], text[], text[], text[], text[], text, text, integer, text, boolean
) from public;
grant execute on function public.search_exercises(
  text, text[], text[], text[], text[], text[], text, text, integer, text, boolean
) to authenticated, service_role;

comment on function public.search_exercises(
  text, text[], text[], text[], text[], text[], text, text, integer, text, boolean
) is
  'Finds exercises by name, alias, abbreviation, muscle or equipment, typos included, best first: {items: [{id, '
  'name, name_en, kind, category, level, mechanic, is_custom, is_favorite, last_used_on, primary_muscles, '
  'secondary_muscles, equipment, thumbnail}], next_cursor, facets}. p_query: up to 80 characters and 8 words count; '
  'without a word all are listed by name. p_muscles: works one of them, as a primary muscle first. p_equipment: '
  'needs nothing beyond it, so name body_weight for what needs nothing. p_kinds, p_levels, p_categories: is one of '
  'them. Empty lists filter nothing. p_scope: all, global, own, favorites, or recent (used in 90 days; without '
  'words the latest first). p_locale: language of names and words, by default that of the caller''s settings; '
  'English is always understood, and stands in where there is no translation. p_limit: 1 to 50, 20 by default. '
  'p_facets: also counts by {muscles, equipment, kinds, levels, categories}, each facet with the other filters '
  'applied. Errors: 400 cursor_mismatch, 422 invalid_field.';
