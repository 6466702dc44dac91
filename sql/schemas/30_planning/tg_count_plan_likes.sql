create or replace function private.tg_count_plan_likes()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- In order, as private.tg_lock_published_plans() locks them.
  perform 1
  from public.published_plans as plans
  where plans.id in (select changed_rows.published_plan_id from changed_rows)
  order by plans.id
  for no key update;

  -- A difference, added to what the row has by then: exact, whoever else counts meanwhile. A plan that is being deleted
  -- with its likes is gone by now.
  update public.published_plans as plans
  set like_count = plans.like_count + case tg_op when 'INSERT' then changed.likes else -changed.likes end
  from (
    select changed_rows.published_plan_id, count(*) as likes from changed_rows group by changed_rows.published_plan_id
  ) as changed
  where plans.id = changed.published_plan_id;
  return null;
end;
$$;

revoke execute on function private.tg_count_plan_likes() from public;

comment on function private.tg_count_plan_likes() is
  'Keeps published_plans.like_count. Its triggers have the transition table changed_rows. Definer, because clients may '
  'not write counts, and it takes no lock of the author''s.';
