create or replace function private.access_token_hash(p_token text)
returns bytea
language sql
immutable
security invoker
return
  -- Longer than any token there is, and short enough to cost nothing.
  sha256(convert_to(left(p_token, 100), 'UTF8'));

revoke execute on function private.access_token_hash(text) from public;
grant execute on function private.access_token_hash(text) to service_role;

comment on function private.access_token_hash(text) is
  'By what an access token is looked up, and all that is stored of it.';
