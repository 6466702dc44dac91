create or replace function private.add_access_token(
  p_token_id uuid,
  p_name text,
  p_scopes text[],
  p_expires_in_days integer
)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  -- 256 bits: 43 characters without padding.
  v_token text := 'rpt_' || translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
begin
  perform private.lock_user_data(v_user_id);

  insert into public.access_tokens (id, user_id, name, token_hash, scopes, expires_at)
  values (
    p_token_id, v_user_id, p_name, private.access_token_hash(v_token), p_scopes,
    now() + make_interval(days => p_expires_in_days)
  )
  on conflict (id) do nothing;
  -- A retry cannot be answered: what was stored does not tell the token.
  if not found then
    perform private.raise_id_unusable('p_token_id');
  end if;

  perform private.record_audit_event(
    'access_token.created', v_user_id,
    jsonb_build_object('access_token_id', p_token_id, 'scopes', p_scopes, 'expires_in_days', p_expires_in_days)
  );
  return v_token;
end;
$$;

revoke execute on function private.add_access_token(uuid, text, text[], integer) from public;
grant execute on function private.add_access_token(uuid, text, text[], integer) to authenticated;

comment on function private.add_access_token(uuid, text, text[], integer) is
  'Stores an access token of the caller and answers it, which nobody can do again. Definer, because nobody may write '
  'tokens and the audit ledger. Errors: 409 id_unusable, quota_exceeded.';
