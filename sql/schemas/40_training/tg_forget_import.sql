create or replace function private.tg_forget_import()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  delete from private.staged_parts where staged_parts.job_id = new.id;
  delete from private.import_reports where import_reports.job_id = new.id;
  return null;
end;
$$;

revoke execute on function private.tg_forget_import() from public;

comment on function private.tg_forget_import() is
  'Removes what an import still had to do once it has ended, by whatever way.';
