create or replace function private.count_days(p_days datemultirange)
returns integer
language sql
immutable
security invoker
return
  (select coalesce(sum(upper(part) - lower(part)), 0)::integer from unnest(p_days) as part);

revoke execute on function private.count_days(datemultirange) from public;
grant execute on function private.count_days(datemultirange) to authenticated, service_role;

comment on function private.count_days(datemultirange) is 'How many days these are, of which there is an end.';
