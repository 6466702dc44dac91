create or replace function private.match_exercises(p_filter jsonb, p_as_of date, p_after jsonb, p_limit integer)
returns table (exercise_id uuid, rank integer, name text)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_scope text := p_filter ->> 'scope';
  v_asked private.search_query[] := private.search_queries(p_filter, (select auth.uid()));
  v_found integer;
begin
  if (v_asked[2]).words is null then
    return query select * from private.browse_exercises(v_asked, v_scope, p_as_of, p_after, p_limit);
    return;
  end if;
  if (v_asked[1]).front is null or v_scope not in ('all', 'global') then
    return query select * from private.rank_exercises(v_asked, v_scope, p_as_of, 'all', p_after, p_limit);
    return;
  end if;

  -- What is in front makes most pages of a broad query, such as one of two letters; the rest is ranked when they end.
  return query select * from private.rank_exercises(v_asked, v_scope, p_as_of, 'front', p_after, p_limit);
  get diagnostics v_found = row_count;
  if v_found < p_limit then
    return query
    select * from private.rank_exercises(v_asked, v_scope, p_as_of, 'rest', p_after, p_limit - v_found);
  end if;
end;
$$;

revoke execute on function private.match_exercises(jsonb, date, jsonb, integer) from public;
grant execute on function private.match_exercises(jsonb, date, jsonb, integer) to authenticated, service_role;

comment on function private.match_exercises(jsonb, date, jsonb, integer) is
  'Ids of the exercises that a search means, best first, after p_after, of those that the caller may see. Definer, '
  'because under RLS a text match cannot use its index: it answers ids and what they are ordered by, and the rows '
  'are read under the caller''s own rights.';
