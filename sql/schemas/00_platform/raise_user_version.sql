create or replace function private.raise_user_version(p_user_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if (
    select user_versions.raised_in = pg_current_xact_id()
    from private.user_versions
    where user_versions.user_id = p_user_id
  ) then
    return;
  end if;

  update private.user_versions
  set version = user_versions.version + 1, raised_in = pg_current_xact_id()
  where user_versions.user_id = p_user_id;
  if not found then
    -- Of a user who is being erased nothing is made anew.
    insert into private.user_versions (user_id, version, raised_in)
    select users.id, 1, pg_current_xact_id() from auth.users where users.id = p_user_id;
  end if;
end;
$$;

revoke execute on function private.raise_user_version(uuid) from public;
grant execute on function private.raise_user_version(uuid) to service_role;

comment on function private.raise_user_version(uuid) is
  'Raises the version of a user''s data, once a transaction, which holds their lock. Definer, because nobody else may '
  'write versions.';
