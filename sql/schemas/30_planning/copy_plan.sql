create or replace function public.copy_plan(p_plan_id uuid, p_copy_id uuid, p_name text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.check_copy(p_copy_id, p_name);
  perform private.copy_visible_plan(p_plan_id, p_copy_id, p_name);
  return jsonb_build_object('plan', private.plan_document(p_copy_id));
end;
$$;

revoke execute on function public.copy_plan(uuid, uuid, text) from public;
grant execute on function public.copy_plan(uuid, uuid, text) to authenticated;

comment on function public.copy_plan(uuid, uuid, text) is
  'Copies a plan with its routines: one of the caller''s own, one that they may see, or a published one. Answers '
  '{plan: the copy as save_plan() answers it}, private to begin with. p_copy_id is the client''s: the same call again '
  'changes nothing, and an id that is a plan of theirs already answers that. Exercises of another user become the '
  'caller''s own, unless they have one of that name and kind. Who edits or deletes the original changes no copy. '
  'Errors: 409 id_unusable, quota_exceeded; 422 invalid_field.';
