create or replace function private.share_not_found()
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.answer_problem('PT404', 'share_not_found', 'p_token', 'leads nowhere', 'Ask for a new link.');
$$;

revoke execute on function private.share_not_found() from public;
grant execute on function private.share_not_found() to anon, authenticated, service_role;

comment on function private.share_not_found() is
  'The one answer for a token that leads nowhere: wrong, expired, revoked, used up, or of somebody who is blocked, who '
  'blocks, or who is gone. Answered, not raised, so that the guess stays counted.';
