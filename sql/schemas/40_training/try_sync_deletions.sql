create or replace function private.try_sync_deletions(p_relation text, p_row_id text, p_ids jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_id uuid;
  v_detail text;
  v_ids uuid[] := array(select jsonb_array_elements_text(p_ids)::uuid);
  v_refused jsonb := '[]';
begin
  if v_ids = '{}' then
    return v_refused;
  end if;
  -- All at once; only where one of them may not go, one by one.
  begin
    perform private.delete_sync_rows(p_relation, p_row_id, v_ids);
    return v_refused;
  exception
    when integrity_constraint_violation or insufficient_privilege or sqlstate 'PT409' or sqlstate 'PT403' then
      null;
  end;

  foreach v_id in array v_ids loop
    begin
      perform private.delete_sync_rows(p_relation, p_row_id, array[v_id]);
    exception
      when integrity_constraint_violation or insufficient_privilege or sqlstate 'PT409' or sqlstate 'PT403' then
        get stacked diagnostics v_detail = pg_exception_detail;
        v_refused := v_refused || jsonb_build_array(
          jsonb_build_object('table', p_relation, 'id', v_id) || private.sync_problem(sqlstate, sqlerrm, v_detail)
        );
    end;
  end loop;
  return v_refused;
end;
$$;

revoke execute on function private.try_sync_deletions(text, text, jsonb) from public;
grant execute on function private.try_sync_deletions(text, text, jsonb) to authenticated;

comment on function private.try_sync_deletions(text, text, jsonb) is
  'Deletes rows of one table, and answers those that may not go, [{table, id, code, text}].';
