create or replace function private.open_submission(
  p_type text,
  p_exercise_id uuid,
  p_plan_id uuid,
  p_content jsonb,
  p_note text
)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_open public.submissions;
  v_limit integer;
begin
  if char_length(p_note) not between 1 and 1000 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_note', 'must be text of 1 to 1000 characters',
      'Correct the field and submit again; nothing was stored.'
    );
  end if;

  select submissions.*
  into v_open
  from public.submissions
  where submissions.user_id = v_user_id
    and submissions.status in ('pending', 'changes_requested')
    and (submissions.exercise_id = p_exercise_id or submissions.plan_id = p_plan_id)
  for update;
  if v_open.status = 'pending' and (v_open.content, v_open.note) is not distinct from (p_content, p_note) then
    return v_open.id;
  end if;

  perform private.enforce_rate_limit('submission', v_user_id::text);
  if v_open.id is not null then
    update public.submissions
    set
      content = p_content, note = p_note, status = 'pending', version = submissions.version + 1, submitted_at = now()
    where submissions.id = v_open.id;
    return v_open.id;
  end if;

  -- The caller holds their lock, so the count is exact.
  select quotas.max_count into strict v_limit from private.quotas where quotas.name = 'open_submissions';
  if (
    select count(*)
    from public.submissions
    where submissions.user_id = v_user_id and submissions.status in ('pending', 'changes_requested')
  ) >= v_limit
  then
    perform private.raise_problem(
      'PT409', 'quota_exceeded', 'open_submissions',
      format('There may be %s open submissions at most.', v_limit),
      'Wait for a decision, or withdraw one, then try again.', v_limit
    );
  end if;
  insert into public.submissions (user_id, type, exercise_id, plan_id, content, note)
  values (v_user_id, p_type, p_exercise_id, p_plan_id, p_content, p_note)
  returning submissions.id into v_open.id;
  return v_open.id;
end;
$$;

revoke execute on function private.open_submission(text, uuid, uuid, jsonb, text) from public;

comment on function private.open_submission(text, uuid, uuid, jsonb, text) is
  'Submits what the caller owns, of which the calling function has made sure: a new submission, or the open one again '
  'with what is new. Granted to nobody. Errors: 409 quota_exceeded, 422 invalid_field, 429 too_many_requests.';
