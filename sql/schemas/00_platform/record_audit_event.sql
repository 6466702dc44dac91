create or replace function private.record_audit_event(p_action text, p_subject_id uuid, p_details jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.audit_events (actor_id, subject_id, action, details)
  values ((select auth.uid()), p_subject_id, p_action, p_details);
$$;

revoke execute on function private.record_audit_event(text, uuid, jsonb) from public;

comment on function private.record_audit_event(text, uuid, jsonb) is
  'Writes one line of the audit ledger in the caller''s name, in the transaction of what it speaks of. Granted to '
  'nobody: definer functions call it for their callers.';
