create or replace function private.sync_conflicts(p_relation text, p_row_id text, p_records jsonb)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_ids uuid[] := array(select (sent.record ->> 'id')::uuid from jsonb_array_elements(p_records) as sent (record));
  v_stored_ids uuid[];
  v_deleted_ids uuid[] := '{}';
  v_same_ids uuid[];
  v_others jsonb;
  v_deleted jsonb := '[]';
  v_stale jsonb := '[]';
begin
  execute format(
    'select array(select stored.%2$I from public.%1$I as stored where stored.%2$I = any($1) and stored.user_id = $2)',
    p_relation, p_row_id
  )
  into v_stored_ids
  using v_ids, v_user_id;

  -- A row that is known by its parent's id may come again under it.
  if p_row_id = 'id' then
    v_deleted_ids := array(
      select tombstones.row_id
      from private.tombstones
      where tombstones.user_id = v_user_id
        and tombstones.relation = p_relation
        and tombstones.row_id = any(v_ids)
        and tombstones.row_id <> all(v_stored_ids)
    );
  end if;
  if v_deleted_ids <> '{}' then
    v_deleted := (
      select jsonb_agg(
        jsonb_build_object('table', p_relation, 'id', sent.record -> 'id', 'code', 'deleted') order by sent.ordinal
      )
      from jsonb_array_elements(p_records) with ordinality as sent (record, ordinal)
      where (sent.record ->> 'id')::uuid = any(v_deleted_ids)
    );
  end if;

  -- Most records of most pushes are new, and can be of no other version.
  if v_stored_ids <> '{}' then
    execute format(
      'select coalesce(jsonb_agg(sent.record order by sent.ordinal), ''[]'')
       from jsonb_array_elements($1) with ordinality as sent (record, ordinal)
       join (
         select of_caller.* from public.%1$I as of_caller where of_caller.%2$I = any($3) and of_caller.user_id = $2
       ) as stored on stored.%2$I = (sent.record ->> ''id'')::uuid
       where case when pg_input_is_valid(sent.record ->> ''version'', ''numeric'')
         then (sent.record ->> ''version'')::numeric
       end is distinct from stored.version',
      p_relation, p_row_id
    )
    into v_others
    using p_records, v_user_id, v_stored_ids;
    -- What is stored already was stored by this very push, whose answer was lost.
    v_same_ids := private.stored_as_sent(p_relation, p_row_id, v_others);
    v_stale := (
      select coalesce(
        jsonb_agg(
          jsonb_build_object('table', p_relation, 'id', sent.record -> 'id')
            || case pg_input_is_valid(sent.record ->> 'version', 'numeric')
              when false then jsonb '{"code": "invalid_field", "path": "version", "text": "must be a number"}'
              else '{"code": "stale_version"}'
            end
          order by sent.ordinal
        ),
        '[]'
      )
      from jsonb_array_elements(v_others) with ordinality as sent (record, ordinal)
      where (sent.record ->> 'id')::uuid <> all(v_same_ids)
    );
  end if;

  return v_deleted || v_stale;
end;
$$;

revoke execute on function private.sync_conflicts(text, text, jsonb) from public;
grant execute on function private.sync_conflicts(text, text, jsonb) to authenticated;

comment on function private.sync_conflicts(text, text, jsonb) is
  'Which records a push may not write, [{table, id, code, path, text}]: stale_version where the server has another '
  'version of the row than the one that was edited, deleted where the row is gone, invalid_field where its version is '
  'no number.';
