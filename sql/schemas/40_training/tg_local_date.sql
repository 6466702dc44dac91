create or replace function private.tg_local_date()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if tg_op = 'INSERT' then
    select coalesce(max(profile_settings.day_start_hour), 0)
    into new.day_start_hour
    from public.profile_settings
    where profile_settings.user_id = new.user_id;
  end if;

  new.local_date := private.local_date(
    (to_jsonb(new) ->> tg_argv[0])::timestamptz, new.time_zone, new.day_start_hour
  );
  return new;
end;
$$;

revoke execute on function private.tg_local_date() from public;

comment on function private.tg_local_date() is
  'Derives local_date from the instant that is its argument, with the owner''s day start as it is when the row is first '
  'stored. Definer, because it reads the owner''s settings whoever writes the row.';
