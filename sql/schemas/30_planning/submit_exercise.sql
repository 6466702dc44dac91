create or replace function public.submit_exercise(p_exercise_id uuid, p_note text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_submission_id uuid := private.submit_own_exercise(p_exercise_id, p_note);
begin
  return jsonb_build_object('submission', private.submission_document(v_submission_id));
end;
$$;

revoke execute on function public.submit_exercise(uuid, text) from public;
grant execute on function public.submit_exercise(uuid, text) to authenticated;

comment on function public.submit_exercise(uuid, text) is
  'Offers one of the caller''s own exercises to everybody, as it is now and under CC0-1.0: {submission: {id, type, '
  'exercise_id, plan_id, status, version, content, note, result_exercise_id, submitted_at, reviews: [{version, '
  'decision, reason, created_at}]}}. Again while it is open, it replaces what was offered, and waits for a moderator '
  'anew. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field; 429 too_many_requests.';
