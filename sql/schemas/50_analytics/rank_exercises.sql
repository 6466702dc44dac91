create or replace function private.rank_exercises(
  p_asked private.search_query[],
  p_scope text,
  p_as_of date,
  p_part text,
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
  v_found tsquery := v_global.words;
begin
  if v_global.tags is not null then
    v_found := v_found && v_global.tags;
  end if;
  if p_part = 'front' then
    v_found := v_found && v_global.front;
  end if;

  return query
  with mine as materialized (
    select
      marks.exercise_id,
      case when marks.is_own then 2 else 1 end
      * case when marks.is_favorite then 2 else 1 end
      * case when marks.last_used_on is not null then 2 else 1 end as factor
    from private.caller_exercises(p_scope, p_as_of) as marks
  ),
  ranked as (
    select
      documents.exercise_id,
      private.search_rank(
        documents.document, v_global.ranked, v_global.whole_words, v_global.labels, v_global.primary_tags,
        documents.prominence * coalesce(mine.factor, 1), p_part = 'front'
      ) as rank,
      documents.name
    from private.exercise_documents as documents
    left join mine on mine.exercise_id = documents.exercise_id
    where documents.user_id is null
      and documents.document @@ v_found
      and (v_global.lacking is null or not documents.document @@ v_global.lacking)
      and (p_scope in ('all', 'global') or mine.exercise_id is not null)
      and (p_part <> 'rest' or (mine.exercise_id is null and not documents.document @@ v_global.front))
    union all
    -- The caller's, looked up by id: their own, and those in front for their sake alone.
    select
      documents.exercise_id,
      private.search_rank(
        documents.document, asked.ranked, asked.whole_words, asked.labels, asked.primary_tags,
        documents.prominence * mine.factor, p_part = 'front'
      ),
      documents.name
    from mine
    join private.exercise_documents as documents on documents.exercise_id = mine.exercise_id
      and documents.locale in (v_global.locale, 'und')
    join unnest(p_asked) as asked on asked.locale = documents.locale
    where p_part <> 'rest'
      and (documents.user_id is not null or (p_part = 'front' and not documents.document @@ v_global.front))
      and documents.document @@ asked.words
      and (asked.tags is null or documents.document @@ asked.tags)
      and (asked.lacking is null or not documents.document @@ asked.lacking)
  )
  select ranked.exercise_id, ranked.rank, ranked.name
  from ranked
  where v_after_rank is null
    or (-ranked.rank, ranked.name, ranked.exercise_id) > (v_after_rank, v_after_name, v_after_id)
  order by ranked.rank desc, ranked.name, ranked.exercise_id
  limit p_limit;
end;
$$;

revoke execute on function private.rank_exercises(
  private.search_query[], text, date, text, jsonb, integer
) from public;

comment on function private.rank_exercises(private.search_query[], text, date, text, jsonb, integer) is
  'For private.match_exercises(): the exercises that have the words, best first. p_part: all, or of a broad query '
  'front (prominent, of that very name, or the caller''s to do with) or rest.';
