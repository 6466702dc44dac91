create or replace function private.tg_effective_visibility()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select private.least_visibility(new.visibility, coalesce(max(profiles.visibility), 'private'))
  into new.effective_visibility
  from public.profiles
  where profiles.user_id = new.user_id;
  return new;
end;
$$;

revoke execute on function private.tg_effective_visibility() from public;

comment on function private.tg_effective_visibility() is
  'Derives effective_visibility of a row with user_id and visibility. Definer, because it reads the owner''s profile '
  'whoever writes the row.';
