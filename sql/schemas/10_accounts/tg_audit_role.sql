create or replace function private.tg_audit_role()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    perform private.record_audit_event('role.revoked', old.user_id, jsonb_build_object('role', old.role));
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    perform private.record_audit_event('role.granted', new.user_id, jsonb_build_object('role', new.role));
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_audit_role() from public;

comment on function private.tg_audit_role() is
  'Writes every change of a role into the audit ledger, whichever way it came about: change_role(), the owner of the '
  'database, or the deletion of the account. Definer, because that one fires it as Auth''s role.';
