create or replace function private.share_token(p_link_id uuid, p_user_id uuid)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_secret text;
begin
  select secrets.decrypted_secret
  into v_secret
  from vault.decrypted_secrets as secrets
  where secrets.name = 'share_links';
  if v_secret is null then
    raise exception 'The vault holds no secret named share_links.'
      using errcode = 'P0002', hint = 'Load sql/settings/30_secrets.sql.';
  end if;

  -- 144 bits: 24 characters without padding.
  return translate(
    encode(substr(extensions.hmac(concat_ws(' ', p_user_id, p_link_id), v_secret, 'sha256'), 1, 18), 'base64'), '+/', '-_'
  );
end;
$$;

revoke execute on function private.share_token(uuid, uuid) from public;

comment on function private.share_token(uuid, uuid) is
  'The token of a link: 144 bits, base64url, derived from the link''s id, its owner and a secret of this database, so '
  'that a retry answers the same though the token is stored nowhere, and the same id is another token in other hands. '
  'Granted to nobody: it does not ask whose link it is.';
