create or replace function private.ewma_lambda(p_days integer)
returns numeric
language sql
immutable
security invoker
return
  2.0 / (p_days + 1);

revoke execute on function private.ewma_lambda(integer) from public;
grant execute on function private.ewma_lambda(integer) to authenticated, service_role;

comment on function private.ewma_lambda(integer) is
  'Weight of the newest day in an exponentially weighted moving average over so many days: 2 / (n + 1) (Williams et '
  'al., Br. J. Sports Med. 51, 2017).';
