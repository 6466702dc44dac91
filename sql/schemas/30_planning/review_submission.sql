create or replace function public.review_submission(
  p_submission_id uuid,
  p_version integer,
  p_decision text,
  p_reason text default null
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.judge_submission(p_submission_id, p_version, p_decision, p_reason);
  return jsonb_build_object('submission', private.submission_document(p_submission_id));
end;
$$;

revoke execute on function public.review_submission(uuid, integer, text, text) from public;
grant execute on function public.review_submission(uuid, integer, text, text) to authenticated;

comment on function public.review_submission(uuid, integer, text, text) is
  'Decides a submission of somebody else, for moderators: approve, or with a reason reject or request_changes. '
  'p_version is the one that was read: what the author submitted meanwhile is not judged unread. An approved exercise '
  'becomes a global one of source community, and a job merges the author''s own into it; an approved plan '
  'is in the library from then on. Answers {submission: as submit_exercise() does}; the same again answers the same. '
  'Errors: 403 not_allowed; 409 id_unusable, not_public (a plan that is not public any more), stale_version, '
  'submission_closed; 422 invalid_field, missing_field.';
