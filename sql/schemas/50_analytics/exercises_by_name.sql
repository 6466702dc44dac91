create or replace function private.exercises_by_name(
  p_locale text,
  p_tags tsquery,
  p_equipment text[],
  p_after_name text,
  p_after_id uuid,
  p_limit integer
)
returns table (exercise_id uuid, name text)
language plpgsql
stable
security invoker
rows 20
set search_path = ''
as $$
declare
  c_near constant integer := 500;
  c_few constant integer := 500;
  v_after_name text := p_after_name;
  v_after_id uuid := p_after_id;
  v_found integer;
begin
  -- Tags that are common are met within the next names.
  return query
  select near.exercise_id, near.name
  from (
    select documents.exercise_id, documents.name, documents.document, documents.equipment
    from private.exercise_documents as documents
    where documents.user_id is null
      and documents.locale = p_locale
      and documents.name >= coalesce(v_after_name, '')
      and (v_after_name is null or (documents.name, documents.exercise_id) > (v_after_name, v_after_id))
    order by documents.name, documents.exercise_id
    limit c_near
  ) as near
  where (p_tags is null or near.document @@ p_tags)
    and (p_equipment is null or near.equipment <@ p_equipment)
  order by near.name, near.exercise_id
  limit p_limit;
  get diagnostics v_found = row_count;
  if v_found = p_limit then
    return;
  end if;

  select documents.name, documents.exercise_id
  into v_after_name, v_after_id
  from private.exercise_documents as documents
  where documents.user_id is null
    and documents.locale = p_locale
    and documents.name >= coalesce(v_after_name, '')
    and (v_after_name is null or (documents.name, documents.exercise_id) > (v_after_name, v_after_id))
  order by documents.name, documents.exercise_id
  offset c_near - 1
  limit 1;
  if not found then
    return;
  end if;

  return query
  -- What the tags leave is looked up, and sorted, where it is few.
  with few as materialized (
    select documents.exercise_id, documents.name
    from private.exercise_documents as documents
    where documents.user_id is null
      and documents.document @@ p_tags
      and (p_equipment is null or documents.equipment <@ p_equipment)
      and (documents.name, documents.exercise_id) > (v_after_name, v_after_id)
    limit c_few + 1
  ),
  counted as materialized (
    select p_tags is null or count(*) > c_few as are_many from few
  ),
  -- Where it is many, a walk along the names meets it soon. The tags are put so that their index cannot serve: it would
  -- sort all of them.
  walked as (
    select documents.exercise_id, documents.name
    from private.exercise_documents as documents
    where (select counted.are_many from counted)
      and documents.user_id is null
      and documents.locale = p_locale
      and documents.name >= v_after_name
      and (p_tags is null or documents.document @@ p_tags) is true
      and (p_equipment is null or documents.equipment <@ p_equipment)
      and (documents.name, documents.exercise_id) > (v_after_name, v_after_id)
    order by documents.name, documents.exercise_id
    limit p_limit - v_found
  )
  select listed.exercise_id, listed.name
  from (
    select * from few where not (select counted.are_many from counted)
    union all
    select * from walked
  ) as listed
  order by listed.name, listed.exercise_id
  limit p_limit - v_found;
end;
$$;

revoke execute on function private.exercises_by_name(text, tsquery, text[], text, uuid, integer) from public;

comment on function private.exercises_by_name(text, tsquery, text[], text, uuid, integer) is
  'For private.browse_exercises(): global exercises with these tags, all where they are null, that need nothing beyond '
  'the equipment, by name, after one of them.';
