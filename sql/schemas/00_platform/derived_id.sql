create or replace function private.derived_id(p_id uuid, p_name text)
returns uuid
language sql
immutable
security invoker
return
  -- Version 8, whose content is its maker's; 5 is kept for global rows.
  left(
    overlay(
      overlay(encode(sha256(convert_to(p_id || ' ' || p_name, 'UTF8')), 'hex') placing '8' from 13) placing 'a' from 17
    ),
    32
  )::uuid;

revoke execute on function private.derived_id(uuid, text) from public;
grant execute on function private.derived_id(uuid, text) to authenticated, service_role;

comment on function private.derived_id(uuid, text) is
  'Id of a row that is made along with another, from the id that the client gave to that one and a name for the row: '
  'the same call again makes the same rows.';
