create or replace function private.tg_narrow_shared()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.lock_user_data(new.user_id);
  execute format(
    'update public.%I as shared
     set effective_visibility = private.least_visibility(shared.visibility, $2)
     where shared.user_id = $1
       and shared.effective_visibility <> private.least_visibility(shared.visibility, $2)',
    tg_argv[0]
  )
  using new.user_id, new.visibility;
  return null;
end;
$$;

revoke execute on function private.tg_narrow_shared() from public;

comment on function private.tg_narrow_shared() is
  'Carries a change of the profile''s visibility to the owner''s rows of the table named as its argument. Definer, '
  'because clients may not write effective_visibility.';
