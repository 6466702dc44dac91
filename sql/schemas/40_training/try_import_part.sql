create or replace function private.try_import_part(p_user_id uuid, p_staged private.staged_parts)
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
  return jsonb_build_object('outcome', private.import_part(p_user_id, p_staged.section, p_staged.part));
exception
  when others then
    -- What passes by itself is for the next attempt at the whole step.
    if left(sqlstate, 2) in ('08', '40', '53', '54', '55', '57', '58', 'XX') then
      raise;
    end if;
    get stacked diagnostics v_code = message_text, v_details = pg_exception_detail;
    return jsonb_build_object(
      'outcome', case v_code when 'consent_required' then 'left_out' else 'failed' end,
      'problem', jsonb_build_object(
        'severity', 'error',
        'line', p_staged.line,
        -- A measurement is logged as the only one of its batch.
        'path', concat_ws(
          '.', nullif(p_staged.path, ''),
          case when sqlstate ~ '^PT' then regexp_replace(v_details::jsonb ->> 'path', '^measurements\[0\]\.', '') end
        ),
        'code', case v_code when 'consent_required' then v_code else 'not_stored' end,
        'text', case
          when v_code = 'consent_required'
            then 'Health data is stored only with consent: give it, and import the file again. What it has of health '
              'data is left out until then.'
          when sqlstate ~ '^PT' then v_code
          else 'The database refuses this.'
        end
      )
    );
end;
$$;

revoke execute on function private.try_import_part(uuid, private.staged_parts) from public;
grant execute on function private.try_import_part(uuid, private.staged_parts) to service_role;

comment on function private.try_import_part(uuid, private.staged_parts) is
  'Imports a part of a file, wholly or not at all: {outcome: added, known, deleted, left_out or failed, problem}. Left out '
  'is health data without consent.';
