create or replace function private.tg_narrow_published_plans()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.lock_user_data(new.user_id);
  -- In order, as private.tg_lock_published_plans() locks them.
  perform
  from public.published_plans as plans
  where plans.user_id = new.user_id
  order by plans.id
  for no key update;

  -- A statement of its own, which sees the plans as they are locked. One that locks them and updates them finds them as
  -- they were before it waited, and waits again, for those who now wait for it.
  update public.published_plans as plans
  set effective_visibility = private.least_visibility(plans.visibility, new.visibility)
  where plans.user_id = new.user_id
    and plans.effective_visibility <> private.least_visibility(plans.visibility, new.visibility);
  return null;
end;
$$;

revoke execute on function private.tg_narrow_published_plans() from public;

comment on function private.tg_narrow_published_plans() is
  'Carries a change of the profile''s visibility to the plans that its user published, as private.tg_narrow_shared() '
  'does elsewhere. Definer, because clients may not write effective_visibility.';
