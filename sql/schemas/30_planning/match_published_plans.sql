create or replace function private.match_published_plans(
  p_query text,
  p_goals text[],
  p_levels text[],
  p_tags text[],
  p_equipment text[],
  p_weeks_min integer,
  p_weeks_max integer,
  p_days_per_week integer,
  p_sort text,
  p_after jsonb,
  p_limit integer
)
returns table (published_plan_id uuid, sort_value jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_column text := case p_sort
    when 'newest' then 'published_at'
    when 'copies' then 'copy_count'
    when 'likes' then 'like_count'
    when 'completions' then 'completion_count'
    else 'popularity'
  end;
  v_type text := case p_sort when 'newest' then 'timestamptz' else 'integer' end;
  v_tsquery tsquery;
begin
  -- Every word, or what begins with it.
  select string_agg(quote_literal(typed.word) || ':*', ' & ')::tsquery
  into v_tsquery
  from unnest((string_to_array(private.fold_text(left(p_query, 80)), ' '))[1:8]) as typed (word)
  where typed.word <> '';

  -- A statement for each sort, so that an index gives the order; planned for the filter at hand, because what is rare
  -- and what is everywhere want different plans.
  return query execute format(
    $query$
      select plans.id, to_jsonb(plans.%1$I)
      from public.published_plans as plans
      where plans.effective_visibility = 'public'
        and (plans.user_id is null or plans.user_id not in (select private.blocked_user_ids()))
        and ($1 is null or (plans.%1$I, plans.id) < (($1 ->> 0)::%2$s, ($1 ->> 1)::uuid))
        and ($2 is null or plans.goal = any($2))
        and ($3 is null or plans.level = any($3))
        and ($4 is null or plans.tags @> $4)
        and ($5 is null or plans.equipment <@ ($5 || 'body_weight'::text))
        and ($6 is null or plans.weeks >= $6)
        and ($7 is null or plans.weeks <= $7)
        and ($8 is null or plans.days_per_week = $8)
        %3$s
      order by plans.%1$I desc, plans.id desc
      limit $10
    $query$,
    v_column, v_type,
    -- A join only where there is something to search: as one more "or" it could not use the index of documents.
    case when v_tsquery is not null
      then $join$
        and plans.id in (
          select documents.published_plan_id
          from private.published_plan_documents as documents
          where documents.document @@ $9
        )
      $join$
    end
  )
  using
    p_after, p_goals, p_levels, p_tags, p_equipment, p_weeks_min, p_weeks_max, p_days_per_week, v_tsquery, p_limit;
end;
$$;

revoke execute on function private.match_published_plans(
  text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer
) from public;
grant execute on function private.match_published_plans(
  text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer
) to authenticated;

comment on function private.match_published_plans(
  text, text[], text[], text[], text[], integer, integer, integer, text, jsonb, integer
) is
  'Ids of the published plans that a filter admits, with what they are sorted by, of those in the library that the '
  'caller may see. Definer, because under RLS a text match and an overlap of arrays cannot use their indexes: it '
  'answers ids and counts only, and the rows are read under the caller''s own rights.';
