create or replace function private.check_sync_changes(p_changes jsonb, p_cursor bigint)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_path text;
  v_text text;
begin
  -- A device that has not seen a restored backup must see it before it adds to it.
  if p_cursor is not null and not private.is_sync_cursor(p_cursor) then
    perform private.raise_problem(
      'PT409', 'stale_cursor', 'p_cursor', 'The server cannot go on from this cursor.', 'Pull, then push again.'
    );
  end if;

  select problems.path, problems.text
  into v_path, v_text
  from (
    select 'p_changes' as path, 'must be an object of tables' as text
    where jsonb_typeof(p_changes) is distinct from 'object'

    union all

    select changes.key, 'is not a table that sync carries'
    from jsonb_each(case jsonb_typeof(p_changes) when 'object' then p_changes else '{}' end) as changes
    where changes.key not in (select relations.relation from private.sync_relations() as relations)

    union all

    select concat_ws('.', changes.key, part), 'must be an array of at most 10000 elements'
    from jsonb_each(case jsonb_typeof(p_changes) when 'object' then p_changes else '{}' end) as changes
    cross join unnest(array['created', 'updated', 'deleted']) as part
    where case jsonb_typeof(changes.value -> part)
      when 'array' then jsonb_array_length(changes.value -> part) > 10000
      else coalesce(jsonb_typeof(changes.value -> part), 'null') <> 'null'
    end

    union all

    select format('%s.%s[%s]', changes.key, part, element.ordinal - 1), 'must have a uuid as id'
    from jsonb_each(case jsonb_typeof(p_changes) when 'object' then p_changes else '{}' end) as changes
    cross join unnest(array['created', 'updated', 'deleted']) as part
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(changes.value -> part) when 'array' then changes.value -> part else '[]' end
    ) with ordinality as element (node, ordinal)
    where pg_input_is_valid(case part when 'deleted' then element.node #>> '{}' else element.node ->> 'id' end, 'uuid')
      is not true
  ) as problems
  order by problems.path
  limit 1;
  if found then
    perform private.raise_problem('PT422', 'invalid_field', v_path, v_text, 'Nothing was stored.');
  end if;
end;
$$;

revoke execute on function private.check_sync_changes(jsonb, bigint) from public;
grant execute on function private.check_sync_changes(jsonb, bigint) to authenticated;

comment on function private.check_sync_changes(jsonb, bigint) is
  'Refuses what is no push at all. Errors: 409 stale_cursor; 422 invalid_field.';
