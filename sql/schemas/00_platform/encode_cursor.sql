create or replace function private.encode_cursor(p_filter jsonb, p_key jsonb)
returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return translate(
    encode(convert_to(jsonb_build_object('filter', md5(p_filter::text), 'key', p_key)::text, 'UTF8'), 'base64'),
    E'+/=\n', '-_'
  );
end;
$$;

revoke execute on function private.encode_cursor(jsonb, jsonb) from public;
grant execute on function private.encode_cursor(jsonb, jsonb) to anon, authenticated, service_role;

comment on function private.encode_cursor(jsonb, jsonb) is
  'Opaque text for the place after a row: its key, and a hash of the filter under which the list was read.';
