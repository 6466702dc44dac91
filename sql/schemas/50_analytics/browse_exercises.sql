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
as $$
declare
  c_few constant integer := 1000;
  v_after_rank integer := -(p_after ->> 'rank')::integer;
  v_after_name text := p_after ->> 'name';
  v_after_id uuid := (p_after ->> 'id')::uuid;
  v_global private.search_query := p_asked[1];
  v_is_all boolean := p_scope in ('all', 'global');
begin
  return query
  with mine as (
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
      and documents.locale in (v_global.locale, 'und')
    join unnest(p_asked) as asked on asked.locale = documents.locale
    where (mine.is_own or p_scope in ('favorites', 'recent'))
      and (asked.tags is null or documents.document @@ asked.tags)
      and (asked.lacking is null or not documents.document @@ asked.lacking)
  ),
  -- What a filter leaves is looked up, and sorted, where it is few.
  few as materialized (
    select
      documents.exercise_id,
      case when documents.document @@ v_global.primary_tags then 1 else 0 end as rank,
      documents.name
    from private.exercise_documents as documents
    where v_is_all
      and documents.user_id is null
      and documents.document @@ v_global.tags
      and (v_global.lacking is null or not documents.document @@ v_global.lacking)
    limit c_few + 1
  ),
  counted as materialized (
    select v_is_all and (v_global.tags is null or count(*) > c_few) as are_many from few
  ),
  -- Where it is many, a walk along the names meets it soon: first those whose primary muscles are asked for. The filter
  -- is put so that its index cannot serve: it would sort all of them.
  first as (
    select documents.exercise_id, 1 as rank, documents.name
    from private.exercise_documents as documents
    where v_global.primary_tags is not null
      and (select counted.are_many from counted)
      and documents.user_id is null
      and documents.locale = v_global.locale
      and documents.name >= coalesce(v_after_name, '')
      and (documents.document @@ (v_global.primary_tags && v_global.tags)) is true
      and (v_global.lacking is null or not documents.document @@ v_global.lacking)
      and (v_after_rank is null or (-1, documents.name, documents.exercise_id) > (v_after_rank, v_after_name, v_after_id))
    order by documents.name, documents.exercise_id
    limit p_limit
  ),
  second as (
    select documents.exercise_id, 0 as rank, documents.name
    from private.exercise_documents as documents
    where (select counted.are_many from counted)
      and documents.user_id is null
      and documents.locale = v_global.locale
      and documents.name >= case v_after_rank when 0 then v_after_name else '' end
      and (v_global.tags is null or documents.document @@ v_global.tags) is true
      and (v_global.primary_tags is null or not documents.document @@ v_global.primary_tags)
      and (v_global.lacking is null or not documents.document @@ v_global.lacking)
      and (v_after_rank is null or (0, documents.name, documents.exercise_id) > (v_after_rank, v_after_name, v_after_id))
    order by documents.name, documents.exercise_id
    limit p_limit
  )
  select found.exercise_id, found.rank, found.name
  from (
    select * from mine
    union all
    select * from few where not (select counted.are_many from counted)
    union all
    select * from first
    union all
    select * from second
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
