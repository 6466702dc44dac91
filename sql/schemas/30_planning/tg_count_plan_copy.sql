create or replace function private.tg_count_plan_copy()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into public.plan_uses (user_id, published_plan_id, type)
  select new.user_id, plans.id, 'copy'
  from public.published_plans as plans
  where plans.id = new.published_plan_id and plans.user_id is distinct from new.user_id
  -- Before the row that refers to it, as private.add_plan_like() does.
  for no key update
  on conflict do nothing;
  return null;
end;
$$;

revoke execute on function private.tg_count_plan_copy() from public;

comment on function private.tg_count_plan_copy() is
  'Notes that a user copied a published plan of another, the first time they do. Definer, because clients may not write '
  'plan_uses.';
