create or replace function public.copy_shared(p_token text, p_copy_id uuid, p_name text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_type text;
begin
  perform private.check_copy(p_copy_id, p_name);
  v_type := private.copy_by_link(p_token, p_copy_id, p_name);
  return case v_type
    when 'plan' then jsonb_build_object('plan', private.plan_document(p_copy_id))
    when 'routine' then jsonb_build_object('routine', private.routine_document(p_copy_id))
    else private.share_not_found()
  end;
end;
$$;

revoke execute on function public.copy_shared(text, uuid, text) from public;
grant execute on function public.copy_shared(text, uuid, text) to authenticated;

comment on function public.copy_shared(text, uuid, text) is
  'Copies the plan, with its routines, or the routine that a link leads to: {plan: the copy as save_plan() answers it} '
  'or {routine: as save_routine() does}, private to begin with. p_copy_id is the client''s: the same call again changes '
  'nothing, and an id that is a plan or routine of theirs already answers that. Exercises of another user become the '
  'caller''s own, unless they have one of that name and kind. Who revokes the link or deletes the original changes no '
  'copy. Errors: 404 share_not_found, 409 id_unusable, quota_exceeded, 422 invalid_field, 429 too_many_requests.';
