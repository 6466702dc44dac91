create or replace function private.check_decision(p_decision text, p_reason text)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_decision is null or p_decision not in ('approve', 'reject', 'request_changes') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_decision', 'must be one of approve, reject, request_changes',
      'Correct the decision and call again.'
    );
  end if;
  if p_decision <> 'approve' and coalesce(p_reason, '') !~ '[^[:space:]]' then
    perform private.raise_problem(
      'PT422', 'missing_field', 'p_reason', 'is missing', 'Tell the author why.'
    );
  end if;
  if char_length(p_reason) not between 1 and 2000 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_reason', 'must be text of 1 to 2000 characters', 'Correct the reason and call again.'
    );
  end if;
end;
$$;

revoke execute on function private.check_decision(text, text) from public;

comment on function private.check_decision(text, text) is
  'Refuses a decision that there is not, and one against the author without a reason. Errors: 422 invalid_field, '
  'missing_field.';
