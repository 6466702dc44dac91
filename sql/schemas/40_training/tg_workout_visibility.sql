create or replace function private.tg_workout_visibility()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the training lock: what was committed meanwhile counts.
  select private.least_visibility(new.visibility, coalesce(max(profiles.visibility), 'private'))
  into new.effective_visibility
  from public.profiles
  where profiles.user_id = new.user_id;
  return new;
end;
$$;

revoke execute on function private.tg_workout_visibility() from public;

comment on function private.tg_workout_visibility() is
  'Derives effective_visibility of a workout. Definer, because it reads the owner''s profile whoever writes the row.';
