create or replace function private.imported_id(p_namespace uuid, p_relation text, p_key text)
returns uuid
language sql
immutable
security invoker
return
  case
    -- There, version 5 says that a row is everybody's.
    when p_relation in ('exercises', 'measurement_types') then private.derived_id(p_namespace, p_key)
    else extensions.uuid_generate_v5(p_namespace, p_key)
  end;

revoke execute on function private.imported_id(uuid, text, text) from public;
grant execute on function private.imported_id(uuid, text, text) to service_role;

comment on function private.imported_id(uuid, text, text) is
  'Id of an imported row of a table, from the namespace of its owner and a key: what its file calls it, or "json" and '
  'the id that it has in a document.';
