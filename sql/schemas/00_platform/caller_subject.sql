create or replace function private.caller_subject()
returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    (select auth.uid())::text,
    (
      select 'address:' || md5(
        case
          -- One household has a whole network of them.
          when family(seen.address) = 6 then network(set_masklen(seen.address, 64))::text
          else host(seen.address)
        end
      )
      from (select nullif(current_setting('request.headers', true), '')::json as headers) as request
      -- A client writes what it likes into the front of x-forwarded-for; the last proxy writes its end. Cloudflare, in
      -- front of hosted projects, replaces cf-connecting-ip.
      cross join lateral btrim(
        coalesce(request.headers ->> 'cf-connecting-ip', split_part(request.headers ->> 'x-forwarded-for', ',', -1))
      ) as header
      cross join lateral (
        select case when pg_input_is_valid(header, 'inet') then header::inet end as address
      ) as seen
    ),
    'address:unknown'
  );
$$;

revoke execute on function private.caller_subject() from public;

comment on function private.caller_subject() is
  'Whom a rate limit counts: the signed-in user, else the network address that the gateway saw, hashed; of IPv6 its '
  'network of 64 bits.';
