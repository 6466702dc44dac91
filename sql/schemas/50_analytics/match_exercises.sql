create or replace function private.match_exercises(p_filter jsonb, p_as_of date, p_after jsonb, p_limit integer)
returns table (exercise_id uuid, rank integer, name text)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  c_many constant integer := 500;
  v_scope text := p_filter ->> 'scope';
  v_asked private.search_query[] := private.search_queries(p_filter, (select auth.uid()));
  v_global private.search_query := v_asked[1];
  v_is_narrow boolean;
  v_factors jsonb;
  v_marked uuid[];
  v_found integer;
begin
  if (v_asked[2]).words is null then
    return query select * from private.browse_exercises(v_asked, v_scope, p_as_of, p_after, p_limit);
    return;
  end if;

  select
    coalesce(jsonb_object_agg(
      marks.exercise_id,
      case when marks.is_own then 2 else 1 end
      * case when marks.is_favorite then 2 else 1 end
      * case when marks.last_used_on is not null then 2 else 1 end
    ), '{}'),
    array_agg(marks.exercise_id) filter (where not marks.is_own)
  into v_factors, v_marked
  from private.caller_exercises(v_scope, p_as_of) as marks;

  -- The vocabulary knows how many have a word, and of several words that none has more. Where that is many, it can
  -- still be few that have all that is asked.
  v_is_narrow := v_scope not in ('all', 'global') or coalesce(v_global.breadth, 0) <= c_many;
  if v_is_narrow or v_global.expected <= c_many then
    return query
    select *
    from private.rank_exercises(
      v_asked, v_scope, v_factors, v_marked, 'all', case when not v_is_narrow then c_many end, p_after, p_limit
    );
    get diagnostics v_found = row_count;
    if v_is_narrow or v_found > 0 then
      return;
    end if;
  end if;

  -- What is in front makes most pages of a broad query, such as one of two letters; the rest is ranked when they end.
  return query
  select * from private.rank_exercises(v_asked, v_scope, v_factors, v_marked, 'front', null, p_after, p_limit);
  get diagnostics v_found = row_count;
  if v_found < p_limit then
    return query
    select *
    from private.rank_exercises(v_asked, v_scope, v_factors, v_marked, 'rest', null, p_after, p_limit - v_found);
  end if;
end;
$$;

revoke execute on function private.match_exercises(jsonb, date, jsonb, integer) from public;
grant execute on function private.match_exercises(jsonb, date, jsonb, integer) to authenticated, service_role;

comment on function private.match_exercises(jsonb, date, jsonb, integer) is
  'Ids of the exercises that a search means, best first, after p_after, of those that the caller may see. Definer, '
  'because under RLS a text match cannot use its index: it answers ids and what they are ordered by.';
