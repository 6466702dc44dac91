create or replace function public.copy_plan(p_plan_id uuid, p_copy_id uuid, p_name text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_problem text;
begin
  v_problem := case
    when p_copy_id is null then 'p_copy_id'
    when char_length(p_name) > 120 or p_name !~ '[^[:space:]]' then 'p_name'
  end;
  if v_problem is not null then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_problem,
      case v_problem when 'p_name' then 'must be text of 1 to 120 characters, not all of them spaces'
        else 'must be a uuid' end,
      'Correct the field and call again; nothing was copied.'
    );
  end if;

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
