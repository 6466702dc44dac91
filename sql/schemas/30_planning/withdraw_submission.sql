create or replace function public.withdraw_submission(p_submission_id uuid)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.end_submission(p_submission_id);
  return jsonb_build_object('submission', private.submission_document(p_submission_id));
end;
$$;

revoke execute on function public.withdraw_submission(uuid) from public;
grant execute on function public.withdraw_submission(uuid) to authenticated;

comment on function public.withdraw_submission(uuid) is
  'Takes back one of the caller''s submissions: {submission: as submit_exercise() answers it}. Errors: 409 '
  'id_unusable; 409 submission_closed where a moderator has decided already.';
