create or replace function private.judge_submission(
  p_submission_id uuid,
  p_version integer,
  p_decision text,
  p_reason text
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := (select auth.uid());
  v_author_id uuid;
  v_submission public.submissions;
begin
  if not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_submission_id', 'Only a moderator decides.', 'Ask a moderator.'
    );
  end if;
  perform private.check_decision(p_decision, p_reason);

  -- The author's too, whose profile says who may see what is published: they must not hide it unnoticed meanwhile. In
  -- order, so that two moderators who judge each other do not wait for each other.
  select submissions.user_id into v_author_id from public.submissions where submissions.id = p_submission_id;
  perform private.lock_user_data(writer.id)
  from (
    select concerned.id from unnest(array[v_moderator_id, v_author_id]) as concerned (id) order by concerned.id
  ) as writer;
  select submissions.* into v_submission from public.submissions where submissions.id = p_submission_id for update;
  if not found then
    perform private.raise_id_unusable('p_submission_id');
  end if;
  if v_submission.user_id = v_moderator_id then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_submission_id', 'Nobody decides about what is their own.', 'Ask another moderator.'
    );
  end if;
  if exists (
    select 1
    from public.submission_reviews as reviews
    where reviews.submission_id = p_submission_id
      and reviews.moderator_id = v_moderator_id
      and reviews.version = p_version
      and reviews.decision = p_decision
  ) then
    return;
  end if;
  if v_submission.status <> 'pending' then
    perform private.raise_submission_closed(v_submission.status);
  end if;
  if v_submission.version is distinct from p_version then
    perform private.raise_stale_version(v_submission.version);
  end if;

  insert into public.submission_reviews (submission_id, moderator_id, version, decision, reason)
  values (p_submission_id, v_moderator_id, p_version, p_decision, p_reason);
  update public.submissions
  set
    status = case p_decision
      when 'approve' then 'approved' when 'reject' then 'rejected' else 'changes_requested'
    end
  where submissions.id = p_submission_id
  returning submissions.* into v_submission;
  perform private.record_audit_event(
    'submission.' || v_submission.status, v_submission.user_id,
    jsonb_build_object('submission_id', p_submission_id, 'type', v_submission.type, 'version', p_version)
  );

  if p_decision = 'approve' and v_submission.type = 'exercise' then
    perform private.publish_exercise(v_submission);
  elsif p_decision = 'approve' then
    perform private.publish_plan(v_submission);
  end if;
end;
$$;

revoke execute on function private.judge_submission(uuid, integer, text, text) from public;
grant execute on function private.judge_submission(uuid, integer, text, text) to authenticated;

comment on function private.judge_submission(uuid, integer, text, text) is
  'Decides a submission in the name of the caller, who must be a moderator now and not its author; keeps the review, '
  'writes the audit ledger and publishes what is approved. Definer, because clients may write none of these. Errors: '
  'as review_submission().';
