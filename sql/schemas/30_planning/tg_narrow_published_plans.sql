create or replace function private.tg_narrow_published_plans()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.lock_user_data(new.user_id);
  update public.published_plans as plans
  set effective_visibility = private.least_visibility(plans.visibility, new.visibility)
  where plans.id = any(array(
    select narrowed.id
    from public.published_plans as narrowed
    where narrowed.user_id = new.user_id
    -- In order, as private.tg_lock_published_plans() locks them.
    order by narrowed.id
    for no key update
  ))
    and plans.effective_visibility <> private.least_visibility(plans.visibility, new.visibility);
  return null;
end;
$$;

revoke execute on function private.tg_narrow_published_plans() from public;

comment on function private.tg_narrow_published_plans() is
  'Carries a change of the profile''s visibility to the plans that its user published, as private.tg_narrow_shared() '
  'does elsewhere. Definer, because clients may not write effective_visibility.';
