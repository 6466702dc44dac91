create or replace function private.ensure_secret(p_name text, p_description text)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if not exists (select 1 from vault.secrets where secrets.name = p_name) then
    perform vault.create_secret(encode(extensions.gen_random_bytes(32), 'hex'), p_name, p_description);
  end if;
end;
$$;

revoke execute on function private.ensure_secret(text, text) from public;

comment on function private.ensure_secret(text, text) is
  'Puts 32 random bytes, as hexadecimal digits, into the Vault under a name that holds nothing yet. Called by '
  'sql/settings in every environment: no secret stands in a file.';
