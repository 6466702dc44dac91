create or replace function private.end_access_token(p_token_id uuid)
returns timestamptz
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_revoked_at timestamptz;
begin
  update public.access_tokens as tokens
  set revoked_at = now()
  where tokens.id = p_token_id and tokens.user_id = v_user_id and tokens.revoked_at is null
  returning tokens.revoked_at into v_revoked_at;
  if found then
    perform private.record_audit_event(
      'access_token.revoked', v_user_id, jsonb_build_object('access_token_id', p_token_id)
    );
    return v_revoked_at;
  end if;

  select tokens.revoked_at
  into v_revoked_at
  from public.access_tokens as tokens
  where tokens.id = p_token_id and tokens.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_token_id');
  end if;
  return v_revoked_at;
end;
$$;

revoke execute on function private.end_access_token(uuid) from public;
grant execute on function private.end_access_token(uuid) to authenticated;

comment on function private.end_access_token(uuid) is
  'Answers revoke_access_token(). Definer, because revoked_at is the server''s time, and nobody may write the audit '
  'ledger. Errors: 409 id_unusable.';
