create or replace function public.use_access_token(p_token text)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_token public.access_tokens;
begin
  select tokens.*
  into v_token
  from public.access_tokens as tokens
  where tokens.token_hash = private.access_token_hash(p_token)
    and tokens.revoked_at is null
    and tokens.expires_at > now();
  if not found then
    return null;
  end if;

  -- To a minute: a program that reads page after page writes no row for each.
  update public.access_tokens as tokens
  set last_used_at = now()
  where tokens.id = v_token.id and (tokens.last_used_at is null or tokens.last_used_at < now() - interval '1 minute');
  return jsonb_build_object('id', v_token.id, 'user_id', v_token.user_id, 'scopes', v_token.scopes);
end;
$$;

revoke execute on function public.use_access_token(text) from public;
grant execute on function public.use_access_token(text) to service_role;

comment on function public.use_access_token(text) is
  'For Edge Functions, with a secret key: whose access token it is and what it opens, {id, user_id, scopes}; null for one '
  'that never was, was revoked, or has expired.';
