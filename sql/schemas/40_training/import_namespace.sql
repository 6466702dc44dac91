create or replace function private.import_namespace(p_user_id uuid)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_namespace uuid;
begin
  insert into private.import_namespaces (user_id) values (p_user_id) on conflict (user_id) do nothing;
  select import_namespaces.namespace
  into strict v_namespace
  from private.import_namespaces
  where import_namespaces.user_id = p_user_id;
  return v_namespace;
end;
$$;

revoke execute on function private.import_namespace(uuid) from public;
grant execute on function private.import_namespace(uuid) to service_role;

comment on function private.import_namespace(uuid) is 'The namespace of a user''s imported rows, made when first asked.';
