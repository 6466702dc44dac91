create or replace function public.submit_plan(p_plan_id uuid, p_note text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_submission_id uuid := private.submit_own_plan(p_plan_id, p_note);
begin
  return jsonb_build_object('submission', private.submission_document(v_submission_id));
end;
$$;

revoke execute on function public.submit_plan(uuid, text) from public;
grant execute on function public.submit_plan(uuid, text) to authenticated;

comment on function public.submit_plan(uuid, text) is
  'Offers a public plan of the caller to everybody, as it is now and under CC0-1.0: {submission: as submit_exercise() '
  'answers it}, whose content is the plan as get_shared() shares it. Again while it is open, it replaces what was '
  'offered, and waits for a moderator anew; after an approval it asks for the published plan to be replaced, which '
  'keeps its id and likes. Errors: 409 id_unusable, not_public, quota_exceeded; 422 invalid_field; 429 '
  'too_many_requests.';
