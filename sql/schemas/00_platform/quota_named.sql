create or replace function private.quota_named(p_name text)
returns private.quotas
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_quota private.quotas;
begin
  select quotas.* into v_quota from private.quotas where quotas.name = p_name;
  if not found then
    raise exception 'There is no quota named %.', p_name
      using errcode = 'P0002', hint = 'Add it to sql/settings/15_quotas.sql.';
  end if;
  return v_quota;
end;
$$;

revoke execute on function private.quota_named(text) from public;

comment on function private.quota_named(text) is 'A quota, for the triggers that enforce it; an error where there is none.';
