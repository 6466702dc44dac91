create or replace function private.change_document(p_value numeric, p_other numeric)
returns jsonb
language sql
immutable
security invoker
return
  jsonb_build_object(
    'value', p_value,
    'other', p_other,
    'change', p_value - p_other,
    'percent', round(100 * (p_value - p_other) / nullif(p_other, 0), 1)
  );

revoke execute on function private.change_document(numeric, numeric) from public;
grant execute on function private.change_document(numeric, numeric) to authenticated, service_role;

comment on function private.change_document(numeric, numeric) is
  'A figure beside that of another period: {value, other, change, percent}. No percent of nothing, and no change '
  'from or to what is not known.';
