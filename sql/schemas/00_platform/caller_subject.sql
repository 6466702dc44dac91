create or replace function private.caller_subject()
returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    (select auth.uid())::text,
    'address:' || md5(coalesce(
      split_part(nullif(current_setting('request.headers', true), '')::json ->> 'x-forwarded-for', ',', 1), 'unknown'
    ))
  );
$$;

revoke execute on function private.caller_subject() from public;

comment on function private.caller_subject() is
  'Whom a rate limit counts: the signed-in user, else the network address that the gateway saw, hashed.';
