create or replace function private.try_import_workout(p_user_id uuid, p_workout jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_code text;
  v_details text;
begin
  return jsonb_build_object('outcome', private.import_workout(p_user_id, p_workout));
exception
  when others then
    -- What passes by itself is for the next attempt at the whole step.
    if left(sqlstate, 2) in ('08', '40', '53', '54', '55', '57', '58', 'XX') then
      raise;
    end if;
    get stacked diagnostics v_code = message_text, v_details = pg_exception_detail;
    return jsonb_build_object(
      'outcome', 'failed',
      'problem', jsonb_build_object(
        'severity', 'error',
        'line', p_workout -> 'line',
        'path', coalesce(case when sqlstate ~ '^PT' then v_details::jsonb ->> 'path' end, ''),
        'code', 'not_stored',
        'text', case when sqlstate ~ '^PT' then v_code else 'The database refuses this workout.' end
      )
    );
end;
$$;

revoke execute on function private.try_import_workout(uuid, jsonb) from public;
grant execute on function private.try_import_workout(uuid, jsonb) to service_role;

comment on function private.try_import_workout(uuid, jsonb) is
  'Imports a workout, wholly or not at all: {outcome: added, known, deleted or failed, problem}.';
