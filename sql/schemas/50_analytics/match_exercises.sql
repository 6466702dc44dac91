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
  v_is_broad boolean;
  v_found integer;
begin
  if (v_asked[2]).words is null then
    return query select * from private.browse_exercises(v_asked, v_scope, p_as_of, p_after, p_limit);
    return;
  end if;

  -- The vocabulary knows how many have a word, and of several words that none has more: what has all is counted.
  if v_scope not in ('all', 'global') or coalesce(v_global.breadth, 0) <= c_many then
    v_is_broad := false;
  elsif v_global.is_one_word and v_global.tags is null then
    v_is_broad := true;
  else
    v_is_broad := c_many < (
      select count(*)
      from (
        select 1
        from private.exercise_documents
        where exercise_documents.user_id is null
          and exercise_documents.document @@ coalesce(v_global.words && v_global.tags, v_global.words)
        limit c_many + 1
      ) as counted
    );
  end if;
  if not v_is_broad then
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
