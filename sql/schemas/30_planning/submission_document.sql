create or replace function private.submission_document(p_submission_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', submissions.id,
      'type', submissions.type,
      'exercise_id', submissions.exercise_id,
      'plan_id', submissions.plan_id,
      'status', submissions.status,
      'version', submissions.version,
      'content', submissions.content,
      'note', submissions.note,
      'result_exercise_id', submissions.result_exercise_id,
      'submitted_at', submissions.submitted_at,
      'reviews', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'version', reviews.version, 'decision', reviews.decision, 'reason', reviews.reason,
              'created_at', reviews.created_at
            )
            order by reviews.id
          )
          from public.submission_reviews as reviews
          where reviews.submission_id = submissions.id
        ),
        '[]'
      )
    )
    from public.submissions
    where submissions.id = p_submission_id
  );
end;
$$;

revoke execute on function private.submission_document(uuid) from public;
grant execute on function private.submission_document(uuid) to authenticated, service_role;

comment on function private.submission_document(uuid) is
  'A submission with its reviews, oldest first, as its RPCs answer it; null where the caller sees none.';
