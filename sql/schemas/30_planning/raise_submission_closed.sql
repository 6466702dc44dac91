create or replace function private.raise_submission_closed(p_status text)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.raise_problem(
    'PT409', 'submission_closed', 'p_submission_id', format('It is %s.', replace(p_status, '_', ' ')),
    'Read the submission again.'
  );
end;
$$;

revoke execute on function private.raise_submission_closed(text) from public;

comment on function private.raise_submission_closed(text) is
  'The answer where a submission does not wait for what is asked of it. 409 submission_closed.';
