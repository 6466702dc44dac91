create or replace function private.bucket_start(p_date date, p_bucket text, p_week_start smallint)
returns date
language sql
immutable
security invoker
return
  case p_bucket
    when 'day' then p_date
    when 'week' then private.week_start_of(p_date, p_week_start)
    when 'month' then date_trunc('month', p_date::timestamp)::date
  end;

revoke execute on function private.bucket_start(date, text, smallint) from public;
grant execute on function private.bucket_start(date, text, smallint) to authenticated, service_role;

comment on function private.bucket_start(date, text, smallint) is
  'First day of the day, week or month that holds p_date, weeks beginning on ISO weekday p_week_start. Null for a '
  'bucket of another name.';
