create or replace function private.load_rate_limits(p_policies jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into private.rate_limit_policies as stored (name, max_count, window_seconds, description)
  select loaded.name, loaded.max_count, loaded.window_seconds, loaded.description
  from jsonb_to_recordset(p_policies)
    as loaded (name text, max_count integer, window_seconds integer, description text)
  on conflict (name) do update
    set description = excluded.description
    where stored.description is distinct from excluded.description;
$$;

revoke execute on function private.load_rate_limits(jsonb) from public;

comment on function private.load_rate_limits(jsonb) is
  'Loads rate limits from sql/settings: adds what is new and keeps the numbers that an operator changed.';
