create or replace function private.load_quotas(p_quotas jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into private.quotas as stored (name, max_count, description)
  select loaded.name, loaded.max_count, loaded.description
  from jsonb_to_recordset(p_quotas) as loaded (name text, max_count integer, description text)
  on conflict (name) do update
    set description = excluded.description
    where stored.description is distinct from excluded.description;
$$;

revoke execute on function private.load_quotas(jsonb) from public;

comment on function private.load_quotas(jsonb) is
  'Loads quotas from sql/settings: adds what is new and keeps the numbers that an operator changed.';
