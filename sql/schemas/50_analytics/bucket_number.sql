create or replace function private.bucket_number(p_bucket_start date, p_bucket text)
returns integer
language sql
immutable
security invoker
return
  case p_bucket
    when 'day' then p_bucket_start - date '1900-01-01'
    when 'week' then (p_bucket_start - date '1900-01-01') / 7
    when 'month' then (extract(year from p_bucket_start) * 12 + extract(month from p_bucket_start))::integer
  end;

revoke execute on function private.bucket_number(date, text) from public;
grant execute on function private.bucket_number(date, text) to authenticated, service_role;

comment on function private.bucket_number(date, text) is
  'Number of the day, week or month that begins on a day, from 1900 on: neighbours differ by 1.';
