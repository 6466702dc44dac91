create or replace function private.matches_cron_token(p_token text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  -- Digests are compared, so that the time it takes says nothing of the token.
  select coalesce(
    (
      select sha256(convert_to(secrets.decrypted_secret, 'UTF8')) = sha256(convert_to(p_token, 'UTF8'))
      from vault.decrypted_secrets as secrets
      where secrets.name = 'cron_token'
    ),
    false
  );
$$;

revoke execute on function private.matches_cron_token(text) from public;
grant execute on function private.matches_cron_token(text) to service_role;

comment on function private.matches_cron_token(text) is
  'Answers is_cron_token(). Definer, because only the owner reads the Vault.';
