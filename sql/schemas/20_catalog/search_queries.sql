create or replace function private.search_queries(p_filter jsonb, p_user_id uuid)
returns private.search_query[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_query record;
  v_tags text := nullif(concat_ws(
    ' & ',
    private.exercise_tags('muscle', p_filter -> 'muscles'),
    private.exercise_tags('equipment', p_filter -> 'equipment'),
    private.exercise_tags('kind', p_filter -> 'kinds'),
    private.exercise_tags('level', p_filter -> 'levels'),
    private.exercise_tags('category', p_filter -> 'categories')
  ), '');
  v_equipment text[] := nullif(array(select jsonb_array_elements_text(p_filter -> 'equipment')), '{}');
  v_primary text := private.exercise_tags('primary', p_filter -> 'muscles');
  v_locale text;
  v_expected integer;
  v_tier text;
  v_words text;
  v_is_own boolean;
  v_asked private.search_query[] := '{}';
begin
  select * into v_query from private.read_query(p_filter ->> 'query', p_filter ->> 'locale', p_user_id);

  -- Filters are reckoned to leave a fourth.
  v_expected := v_query.expected / case when v_tags is null and v_equipment is null then 1 else 4 end;
  -- A front of a hundred or more fills the first pages, and costs little to rank. The tiers are those of
  -- private.store_exercise_documents().
  v_tier := case
    when v_expected > 40000 then '~^^^^/'
    when v_expected > 4000 then '~^^^/'
    when v_expected > 1500 then '~^^/'
    else '~^/'
  end;

  foreach v_locale in array array[coalesce(v_query.locale, p_filter ->> 'locale'), 'und'] loop
    v_is_own := v_locale = 'und';
    v_words := case when v_is_own then v_query.words else v_query.global_words end;
    v_asked := v_asked || (
      v_locale,
      replace(case when v_is_own then v_words else v_query.lookup end, '~', v_locale)::tsquery,
      replace(v_query.whole_words, '~', v_locale)::tsquery,
      replace(v_query.labels, '~', v_locale)::tsquery,
      replace(v_words || ' | ' || v_query.labels, '~', v_locale)::tsquery,
      replace(v_tags, '~', v_locale)::tsquery,
      v_equipment,
      replace(v_primary, '~', v_locale)::tsquery,
      replace(replace(v_query.lookup, '~/', v_tier) || ' | ' || v_query.labels, '~', v_locale)::tsquery,
      v_query.breadth,
      v_expected
    )::private.search_query;
  end loop;
  return v_asked;
end;
$$;

revoke execute on function private.search_queries(jsonb, uuid) from public;

comment on function private.search_queries(jsonb, uuid) is
  'What a filter of search_exercises() asks, twice: of the global documents in the language of the query, and of the '
  'user''s own.';
