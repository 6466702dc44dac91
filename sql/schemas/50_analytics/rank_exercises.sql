create or replace function private.rank_exercises(
  p_asked private.search_query[],
  p_scope text,
  p_factors jsonb,
  p_marked uuid[],
  p_part text,
  p_most integer,
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
  v_own private.search_query := p_asked[2];
  v_found tsquery := case when p_part = 'front' then v_global.front else v_global.words end;
begin
  if v_global.tags is not null then
    v_found := v_found && v_global.tags;
  end if;

  return query
  with found as (
    (
      select documents.exercise_id, documents.name, documents.document, documents.prominence, false as is_own,
        true as is_counted
      from private.exercise_documents as documents
      where p_scope in ('all', 'global')
        and documents.user_id is null
        and documents.document @@ v_found
        and (v_global.equipment is null or documents.equipment <@ v_global.equipment)
        and (p_part <> 'rest' or not (
          p_factors ? documents.exercise_id::text or documents.document @@ v_global.front
        ))
      limit p_most + 1
    )
    union all
    -- Global ones in front, or in the scope, for the caller's sake alone are looked up by id.
    select documents.exercise_id, documents.name, documents.document, documents.prominence, false, false
    from private.exercise_documents as documents
    where (p_part = 'front' or p_scope in ('favorites', 'recent'))
      and documents.exercise_id = any(p_marked)
      and documents.locale = v_global.locale
      and documents.document @@ v_global.words
      and (v_global.tags is null or documents.document @@ v_global.tags)
      and (v_global.equipment is null or documents.equipment <@ v_global.equipment)
      and (p_part = 'all' or not documents.document @@ v_global.front)
    union all
    select documents.exercise_id, documents.name, documents.document, documents.prominence, true, false
    from private.exercise_documents as documents
    where p_part <> 'rest'
      and documents.user_id = (select auth.uid())
      and p_factors ? documents.exercise_id::text
      and documents.document @@ v_own.words
      and (v_own.tags is null or documents.document @@ v_own.tags)
      and (v_own.equipment is null or documents.equipment <@ v_own.equipment)
  ),
  ranked as (
    select
      found.exercise_id,
      private.search_rank(
        found.document,
        case when found.is_own then v_own.ranked else v_global.ranked end,
        case when found.is_own then v_own.whole_words else v_global.whole_words end,
        case when found.is_own then v_own.labels else v_global.labels end,
        case when found.is_own then v_own.primary_tags else v_global.primary_tags end,
        found.prominence * coalesce((p_factors ->> found.exercise_id::text)::integer, 1),
        p_part = 'front'
      ) as rank,
      found.name,
      count(*) filter (where found.is_counted) over () as counted
    from found
  )
  select ranked.exercise_id, ranked.rank, ranked.name
  from ranked
  where (p_most is null or ranked.counted <= p_most)
    and (
      v_after_rank is null
      or (-ranked.rank, ranked.name, ranked.exercise_id) > (v_after_rank, v_after_name, v_after_id)
    )
  order by ranked.rank desc, ranked.name, ranked.exercise_id
  limit p_limit;
end;
$$;

revoke execute on function private.rank_exercises(
  private.search_query[], text, jsonb, uuid[], text, integer, jsonb, integer
) from public;

comment on function private.rank_exercises(private.search_query[], text, jsonb, uuid[], text, integer, jsonb, integer) is
  'For private.match_exercises(): the exercises that have the words, best first. p_factors: by how much each that the '
  'caller has to do with ranks up; p_marked: those of them that are global. p_part: all, or of a broad query '
  'front (prominent, of that very name, or the caller''s to do with) or rest. p_most: none where more global ones '
  'have the words; null for any number.';
