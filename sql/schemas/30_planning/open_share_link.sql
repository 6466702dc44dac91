create or replace function private.open_share_link(p_token text)
returns public.share_links
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_subject text := private.caller_subject();
  v_link public.share_links;
begin
  perform private.enforce_rate_limit('shared_view', v_subject);
  perform private.refuse_beyond_rate_limit('share_guess', v_subject);

  select links.*
  into v_link
  from public.share_links as links
  where links.token_hash = private.share_token_hash(p_token)
    and links.revoked_at is null
    and links.expires_at > now()
    and (links.max_copies is null or links.copy_count < links.max_copies)
    and links.user_id not in (select private.blocked_user_ids());
  if not found then
    perform private.take_rate_limit('share_guess', v_subject);
  end if;
  return v_link;
end;
$$;

revoke execute on function private.open_share_link(text) from public;

comment on function private.open_share_link(text) is
  'The link of a token; null, all fields of it, for a token that never was, a link that has ended and an owner who is '
  'blocked or blocks, and the caller is counted as one who guesses. Its callers must not raise then, which would take '
  'the count back. Granted to nobody: definer functions call it for their callers. Errors: 429 too_many_requests.';
