create or replace function private.match_exercises(p_filter jsonb, p_as_of date, p_after jsonb, p_limit integer)
returns table (exercise_id uuid, rank integer, name text)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_scope text := p_filter ->> 'scope';
  v_after_rank integer := -(p_after ->> 'rank')::integer;
  v_after_name text := p_after ->> 'name';
  v_after_id uuid := (p_after ->> 'id')::uuid;
  v_asked private.search_query[] := private.search_queries(p_filter, (select auth.uid()));
  v_global private.search_query := v_asked[1];
  v_found tsquery := case when v_global.tags is null then v_global.words else v_global.words && v_global.tags end;
begin
  if (v_asked[2]).words is null then
    return query select * from private.browse_exercises(v_asked, v_scope, p_as_of, p_after, p_limit);
    return;
  end if;

  return query
  with mine as materialized (
    select * from private.caller_exercises(v_scope, p_as_of)
  ),
  -- Few rows, looked up by id.
  near as (
    select
      documents.exercise_id,
      private.search_rank(
        documents.document, asked.ranked, asked.whole_words, asked.labels, asked.primary_tags,
        documents.prominence
        * case when mine.is_own then 2 else 1 end
        * case when mine.is_favorite then 2 else 1 end
        * case when mine.last_used_on is not null then 2 else 1 end
      ) as rank,
      documents.name
    from mine
    join private.exercise_documents as documents on documents.exercise_id = mine.exercise_id
      and documents.locale in (v_global.locale, 'und')
    join unnest(v_asked) as asked on asked.locale = documents.locale
    where documents.document @@ asked.words
      and (asked.tags is null or documents.document @@ asked.tags)
      and (asked.lacking is null or not documents.document @@ asked.lacking)
  ),
  far as (
    select documents.exercise_id, scored.rank, documents.name
    from private.exercise_documents as documents
    cross join lateral (
      select private.search_rank(
        documents.document, v_global.ranked, v_global.whole_words, v_global.labels, v_global.primary_tags,
        documents.prominence
      ) as rank
    ) as scored
    where v_scope in ('all', 'global')
      and documents.user_id is null
      and documents.document @@ v_found
      and (v_global.lacking is null or not documents.document @@ v_global.lacking)
      and documents.exercise_id not in (select mine.exercise_id from mine)
      and (
        v_after_rank is null
        or (-scored.rank, documents.name, documents.exercise_id) > (v_after_rank, v_after_name, v_after_id)
      )
    order by scored.rank desc, documents.name, documents.exercise_id
    limit p_limit
  )
  select found.exercise_id, found.rank, found.name
  from (select * from near union all select * from far) as found
  where v_after_rank is null or (-found.rank, found.name, found.exercise_id) > (v_after_rank, v_after_name, v_after_id)
  order by found.rank desc, found.name, found.exercise_id
  limit p_limit;
end;
$$;

revoke execute on function private.match_exercises(jsonb, date, jsonb, integer) from public;
grant execute on function private.match_exercises(jsonb, date, jsonb, integer) to authenticated, service_role;

comment on function private.match_exercises(jsonb, date, jsonb, integer) is
  'Ids of the exercises that a search means, best first, after p_after, of those that the caller may see. Definer, '
  'because under RLS a text match cannot use its index: it answers ids and what they are ordered by, and the rows '
  'are read under the caller''s own rights.';
