create or replace function private.browse_exercises(
  p_asked private.search_query[],
  p_scope text,
  p_as_of date,
  p_after jsonb,
  p_limit integer
)
returns table (exercise_id uuid, rank integer, name text)
language plpgsql
stable
security invoker
set search_path = ''
-- Whether to walk along the names or to look up a rare filter is decided by what is asked for.
set plan_cache_mode = 'force_custom_plan'
as $$
declare
  v_after_rank integer := -(p_after ->> 'rank')::integer;
  v_after_name text := p_after ->> 'name';
  v_after_id uuid := (p_after ->> 'id')::uuid;
  v_locale text := (p_asked[1]).locale;
  v_tags tsquery := (p_asked[1]).tags;
  v_lacking tsquery := (p_asked[1]).lacking;
  v_primary tsquery := (p_asked[1]).primary_tags;
begin
  return query
  with near as (
    select
      documents.exercise_id,
      case
        when p_scope = 'recent' then mine.last_used_on - date '2000-01-01'
        when documents.document @@ asked.primary_tags then 1
        else 0
      end as rank,
      documents.name
    from private.caller_exercises(p_scope, p_as_of) as mine
    join private.exercise_documents as documents on documents.exercise_id = mine.exercise_id
      and documents.locale in (v_locale, 'und')
    join unnest(p_asked) as asked on asked.locale = documents.locale
    where (mine.is_own or p_scope in ('favorites', 'recent'))
      and (asked.tags is null or documents.document @@ asked.tags)
      and (asked.lacking is null or not documents.document @@ asked.lacking)
  ),
  -- Of each rank the first by name: Postgres walks along the names, or sorts the few that a filter leaves.
  first as (
    select documents.exercise_id, 1 as rank, documents.name
    from private.exercise_documents as documents
    where v_primary is not null
      and p_scope in ('all', 'global')
      and documents.user_id is null
      and documents.locale = v_locale
      and documents.document @@ (v_primary && v_tags)
      and (v_lacking is null or not documents.document @@ v_lacking)
      and (v_after_rank is null or (-1, documents.name, documents.exercise_id) > (v_after_rank, v_after_name, v_after_id))
      and (v_after_rank is null or documents.name >= v_after_name)
    order by documents.name, documents.exercise_id
    limit p_limit
  ),
  second as (
    select documents.exercise_id, 0 as rank, documents.name
    from private.exercise_documents as documents
    where p_scope in ('all', 'global')
      and documents.user_id is null
      and documents.locale = v_locale
      and (v_tags is null or documents.document @@ v_tags)
      and (v_primary is null or not documents.document @@ v_primary)
      and (v_lacking is null or not documents.document @@ v_lacking)
      and (v_after_rank is null or (0, documents.name, documents.exercise_id) > (v_after_rank, v_after_name, v_after_id))
      and (v_after_rank is null or v_after_rank < 0 or documents.name >= v_after_name)
    order by documents.name, documents.exercise_id
    limit p_limit
  )
  select found.exercise_id, found.rank, found.name
  from (
    select * from near union all select * from first union all select * from second
  ) as found
  where v_after_rank is null or (-found.rank, found.name, found.exercise_id) > (v_after_rank, v_after_name, v_after_id)
  order by found.rank desc, found.name, found.exercise_id
  limit p_limit;
end;
$$;

revoke execute on function private.browse_exercises(private.search_query[], text, date, jsonb, integer) from public;

comment on function private.browse_exercises(private.search_query[], text, date, jsonb, integer) is
  'As private.match_exercises() for a search without words: by name, those whose primary muscles are asked for '
  'first, and recent ones by the day of their last use.';
