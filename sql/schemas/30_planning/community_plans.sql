create or replace function public.community_plans(
  p_query text default null,
  p_goals text[] default null,
  p_levels text[] default null,
  p_tags text[] default null,
  p_equipment text[] default null,
  p_weeks_min integer default null,
  p_weeks_max integer default null,
  p_days_per_week integer default null,
  p_sort text default 'popular',
  p_limit integer default 20,
  p_cursor text default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 20), 1), 50);
  v_sort text := coalesce(p_sort, 'popular');
  v_filter jsonb := jsonb_build_array(
    'community_plans', p_query, p_goals, p_levels, p_tags, p_equipment, p_weeks_min, p_weeks_max, p_days_per_week,
    v_sort
  );
  v_ids uuid[];
  v_last jsonb;
begin
  if v_sort not in ('newest', 'copies', 'likes', 'completions', 'popular') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_sort', 'must be one of newest, copies, likes, completions, popular',
      'Correct the field and call again.'
    );
  end if;

  -- One more than the page, to know whether there is another.
  select
    array_agg(matched.published_plan_id order by matched.ordinal),
    (array_agg(matched.sort_value order by matched.ordinal))[v_limit]
  into v_ids, v_last
  from private.match_published_plans(
    p_query, p_goals, p_levels, p_tags, p_equipment, p_weeks_min, p_weeks_max, p_days_per_week, v_sort,
    private.decode_cursor(p_cursor, v_filter), v_limit + 1
  ) with ordinality as matched (published_plan_id, sort_value, ordinal);

  return jsonb_build_object(
    'items', private.published_plan_items(v_ids[:v_limit]),
    'next_cursor', case when cardinality(v_ids) > v_limit
      then private.encode_cursor(v_filter, jsonb_build_array(v_last, v_ids[v_limit]))
    end
  );
end;
$$;

revoke execute on function public.community_plans(
  text, text[], text[], text[], text[], integer, integer, integer, text, integer, text
) from public;
grant execute on function public.community_plans(
  text, text[], text[], text[], text[], integer, integer, integer, text, integer, text
) to authenticated;

comment on function public.community_plans(
  text, text[], text[], text[], text[], integer, integer, integer, text, integer, text
) is
  'The library of plans, templates and those of users: {items: [{id, is_template, name, description, goal, level, tags, '
  'weeks, is_repeating, days_per_week, exercises, equipment, published_at, like_count, copy_count, completion_count, '
  'is_liked, author}], next_cursor}. p_query: words of name, description, tags and exercises, or their beginnings, all '
  'of them; up to 80 characters and 8 words count. p_goals, p_levels: any of them. p_tags: all of them. p_equipment: '
  'what there is; a plan that needs anything else is left out. p_sort: newest, copies, likes, completions or popular, '
  'which is the default. p_limit: 1 to 50, 20 by default. A plan whose count changes while pages are read may come '
  'twice or not at all. Errors: 400 cursor_mismatch, 422 invalid_field.';
