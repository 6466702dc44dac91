create or replace function private.end_submission(p_submission_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_status text;
begin
  perform private.lock_user_data((select auth.uid()));
  select submissions.status
  into v_status
  from public.submissions
  where submissions.id = p_submission_id and submissions.user_id = (select auth.uid())
  for update;
  if not found then
    perform private.raise_id_unusable('p_submission_id');
  end if;
  if v_status in ('approved', 'rejected') then
    perform private.raise_submission_closed(v_status);
  end if;
  update public.submissions
  set status = 'withdrawn'
  where submissions.id = p_submission_id and submissions.status <> 'withdrawn';
end;
$$;

revoke execute on function private.end_submission(uuid) from public;
grant execute on function private.end_submission(uuid) to authenticated;

comment on function private.end_submission(uuid) is
  'Withdraws a submission of the caller''s own. Definer, because clients may not write submissions. Errors: as '
  'withdraw_submission().';
