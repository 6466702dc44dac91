create or replace function private.tg_narrow_workouts()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.lock_training(new.user_id);
  update public.workouts
  set effective_visibility = private.least_visibility(workouts.visibility, new.visibility)
  where workouts.user_id = new.user_id
    and workouts.effective_visibility <> private.least_visibility(workouts.visibility, new.visibility);
  return null;
end;
$$;

revoke execute on function private.tg_narrow_workouts() from public;

comment on function private.tg_narrow_workouts() is
  'Carries a change of the profile''s visibility to the owner''s workouts. Definer, because clients may not write '
  'effective_visibility.';
