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
      and (asked.equipment is null or documents.equipment <@ asked.equipment)
  ),
  first as materialized (
    select by_name.exercise_id, 1 as rank, by_name.name
    from private.exercises_by_name(
      v_global.locale, v_global.tags && v_global.primary_tags, v_global.equipment, v_after_name, v_after_id, p_limit
    ) as by_name
    where v_is_all and v_global.primary_tags is not null and coalesce(v_after_rank, -1) = -1
  ),
  second as (
    select by_name.exercise_id, 0 as rank, by_name.name
    from private.exercises_by_name(
      v_global.locale,
      coalesce(v_global.tags && !!v_global.primary_tags, v_global.tags),
      v_global.equipment,
      case v_after_rank when 0 then v_after_name end,
      case v_after_rank when 0 then v_after_id end,
      p_limit
    ) as by_name
    where v_is_all and (select count(*) from first) < p_limit
  )
  select listed.exercise_id, listed.rank, listed.name
  from (
    select * from mine union all select * from first union all select * from second
  ) as listed
  where v_after_rank is null
    or (-listed.rank, listed.name, listed.exercise_id) > (v_after_rank, v_after_name, v_after_id)
  order by listed.rank desc, listed.name, listed.exercise_id
  limit p_limit;
end;
$$;

revoke execute on function private.browse_exercises(private.search_query[], text, date, jsonb, integer) from public;

comment on function private.browse_exercises(private.search_query[], text, date, jsonb, integer) is
  'As private.match_exercises() for a search without words: by name, those whose primary muscles are asked for '
  'first, and recent ones by the day of their last use.';
