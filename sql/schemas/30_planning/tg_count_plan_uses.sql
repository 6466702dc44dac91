create or replace function private.tg_count_plan_uses()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_sign integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  -- In order, as private.tg_lock_published_plans() locks them.
  perform 1
  from public.published_plans as plans
  where plans.id in (select changed_rows.published_plan_id from changed_rows)
  order by plans.id
  for no key update;

  -- A difference, added to what the row has by then: exact, whoever else counts meanwhile. A plan that is being deleted
  -- with its uses is gone by now.
  update public.published_plans as plans
  set
    copy_count = plans.copy_count + v_sign * changed.copies,
    completion_count = plans.completion_count + v_sign * changed.completions
  from (
    select
      changed_rows.published_plan_id,
      count(*) filter (where changed_rows.type = 'copy') as copies,
      count(*) filter (where changed_rows.type = 'completion') as completions
    from changed_rows
    group by changed_rows.published_plan_id
  ) as changed
  where plans.id = changed.published_plan_id;
  return null;
end;
$$;

revoke execute on function private.tg_count_plan_uses() from public;

comment on function private.tg_count_plan_uses() is
  'Keeps copy_count and completion_count of published_plans. Its triggers have the transition table changed_rows. '
  'Definer, because clients may not write counts, and it takes no lock of the author''s.';
