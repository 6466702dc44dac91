-- Stand-in for Supabase Vault: secrets are encrypted under a random key of this cluster. The key is a row beside them,
-- so this keeps secrets out of sight, not out of reach of whoever can read every table.

create table vault.encryption_key (
  id boolean primary key default true check (id),
  key text not null
);

insert into vault.encryption_key (key)
values (encode(@extschema:pgcrypto@.gen_random_bytes(32), 'hex'));

create table vault.secrets (
  id uuid primary key default gen_random_uuid(),
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create unique index secrets_name_idx on vault.secrets (name) where name is not null;

select pg_extension_config_dump('vault.encryption_key', '');
select pg_extension_config_dump('vault.secrets', '');

comment on table vault.secrets is 'Table with encrypted `secret` column for storing sensitive information on disk.';

create function vault.encrypt_secret(p_secret text)
returns text
language sql
volatile
security definer
set search_path = ''
as $$
  select encode(@extschema:pgcrypto@.pgp_sym_encrypt(p_secret, key), 'base64') from vault.encryption_key
$$;

create function vault.decrypt_secret(p_secret text)
returns text
language sql
stable
security definer
set search_path = ''
as $$
  select @extschema:pgcrypto@.pgp_sym_decrypt(decode(p_secret, 'base64'), key) from vault.encryption_key
$$;

create view vault.decrypted_secrets as
select
  id,
  name,
  description,
  secret,
  vault.decrypt_secret(secret) as decrypted_secret,
  key_id,
  nonce,
  created_at,
  updated_at
from vault.secrets;

create function vault.create_secret(
  new_secret text,
  new_name text default null,
  new_description text default '',
  new_key_id uuid default null
)
returns uuid
language sql
security definer
set search_path = ''
as $$
  insert into vault.secrets (secret, name, description, key_id)
  values (vault.encrypt_secret(new_secret), new_name, new_description, new_key_id)
  returning id
$$;

create function vault.update_secret(
  secret_id uuid,
  new_secret text default null,
  new_name text default null,
  new_description text default null,
  new_key_id uuid default null
)
returns void
language sql
security definer
set search_path = ''
as $$
  update vault.secrets
  set
    secret = coalesce(vault.encrypt_secret(new_secret), secret),
    name = coalesce(new_name, name),
    description = coalesce(new_description, description),
    key_id = coalesce(new_key_id, key_id),
    updated_at = current_timestamp
  where id = secret_id
$$;

revoke execute on all functions in schema vault from public;
grant usage on schema vault to postgres with grant option;
grant select, delete on vault.secrets, vault.decrypted_secrets to postgres with grant option;
grant execute on function
  vault.create_secret(text, text, text, uuid),
  vault.update_secret(uuid, text, text, text, uuid),
  vault.decrypt_secret(text)
  to postgres with grant option;
grant usage on schema vault to service_role;
grant select, delete on vault.secrets, vault.decrypted_secrets to service_role;
grant execute on function
  vault.create_secret(text, text, text, uuid),
  vault.update_secret(uuid, text, text, text, uuid),
  vault.decrypt_secret(text)
  to service_role;
