create or replace function private.own_today()
returns date
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select private.local_date(
      now(), coalesce(max(settings.time_zone), 'UTC'), coalesce(max(settings.day_start_hour), 0::smallint)
    )
    from public.profile_settings as settings
    where settings.user_id = (select auth.uid())
  );
end;
$$;

revoke execute on function private.own_today() from public;
grant execute on function private.own_today() to authenticated, service_role;

comment on function private.own_today() is
  'The day that the caller would name now, by their time zone and the hour at which their day begins.';
