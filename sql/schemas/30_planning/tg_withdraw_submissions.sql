create or replace function private.tg_withdraw_submissions()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.submissions
  set status = 'withdrawn'
  where (submissions.exercise_id = old.id or submissions.plan_id = old.id)
    and submissions.status in ('pending', 'changes_requested')
    -- Of one who is being erased, all goes.
    and exists (select 1 from auth.users where users.id = old.user_id);
  return coalesce(new, old);
end;
$$;

revoke execute on function private.tg_withdraw_submissions() from public;

comment on function private.tg_withdraw_submissions() is
  'Withdraws the open submission of an exercise that is archived, merged or deleted, and of a plan that is deleted. '
  'Definer, because clients may not write submissions.';
