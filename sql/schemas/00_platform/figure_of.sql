create or replace function private.figure_of(p_document jsonb, p_field text)
returns numeric
language sql
immutable
security invoker
return
  case jsonb_typeof(p_document -> p_field) when 'number' then (p_document -> p_field)::numeric end;

revoke execute on function private.figure_of(jsonb, text) from public;
grant execute on function private.figure_of(jsonb, text) to authenticated, service_role;

comment on function private.figure_of(jsonb, text) is
  'The number in a field of a JSON document that nobody checked; null where the field is missing or something else.';
