create or replace function private.submit_own_plan(p_plan_id uuid, p_note text)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);
  perform private.require_public_plan(p_plan_id, v_user_id, 'p_plan_id');
  return private.open_submission(
    'plan', null, p_plan_id, private.bounded_document(private.shared_plan_document(p_plan_id)), p_note
  );
end;
$$;

revoke execute on function private.submit_own_plan(uuid, text) from public;
grant execute on function private.submit_own_plan(uuid, text) to authenticated;

comment on function private.submit_own_plan(uuid, text) is
  'Submits a public plan of the caller''s own, and answers the submission''s id. Definer, because clients may not write '
  'submissions: their content is what the database makes of the plan. Errors: as submit_plan().';
