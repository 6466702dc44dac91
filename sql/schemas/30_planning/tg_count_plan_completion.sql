create or replace function private.tg_count_plan_completion()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into public.plan_uses (user_id, published_plan_id, type)
  select new.user_id, published_plans.id, 'completion'
  from public.plans
  join public.published_plans on published_plans.id = plans.copied_from_published_plan_id
  where plans.id = new.plan_id and published_plans.user_id is distinct from new.user_id
  on conflict do nothing;
  return null;
end;
$$;

revoke execute on function private.tg_count_plan_completion() from public;

comment on function private.tg_count_plan_completion() is
  'Notes that a user completed an enrollment in a copy of a published plan of another, the first time they do. Definer, '
  'because clients may not write plan_uses.';
