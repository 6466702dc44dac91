create or replace function private.try_sync_records(p_relation text, p_row_id text, p_records jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
  v_refused jsonb := '[]';
  v_detail text;
begin
  if p_records = '[]' then
    return v_refused;
  end if;
  -- All at once; only where one of them is bad, one by one.
  begin
    perform private.write_sync_records(p_relation, p_row_id, p_records);
    return v_refused;
  exception
    when data_exception or integrity_constraint_violation or raise_exception or insufficient_privilege
      or feature_not_supported or sqlstate 'PT409' or sqlstate 'PT422' or sqlstate 'PT403'
    then
      null;
  end;

  for v_record in select sent from jsonb_array_elements(p_records) as sent loop
    begin
      perform private.write_sync_records(p_relation, p_row_id, jsonb_build_array(v_record));
    exception
      when data_exception or integrity_constraint_violation or raise_exception or insufficient_privilege
        or feature_not_supported or sqlstate 'PT409' or sqlstate 'PT422' or sqlstate 'PT403'
      then
        get stacked diagnostics v_detail = pg_exception_detail;
        v_refused := v_refused || jsonb_build_array(
          jsonb_build_object('table', p_relation, 'id', v_record -> 'id')
          || private.sync_problem(sqlstate, sqlerrm, v_detail)
        );
    end;
  end loop;
  return v_refused;
end;
$$;

revoke execute on function private.try_sync_records(text, text, jsonb) from public;
grant execute on function private.try_sync_records(text, text, jsonb) to authenticated;

comment on function private.try_sync_records(text, text, jsonb) is
  'Writes records of one table, and answers those that could not be written, [{table, id, code, text}].';
