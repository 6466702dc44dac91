-- What was read of the file of an import, apart from the workouts. That it is here says that the file has been read.
create table private.import_reports (
  job_id uuid primary key references public.jobs (id) on delete cascade,
  report jsonb not null,

  constraint import_reports_report_is_object_check check (jsonb_typeof(report) = 'object')
);

alter table private.import_reports enable row level security;

revoke all on private.import_reports from anon, authenticated;
grant all on private.import_reports to service_role;

create trigger jobs_60_forget_import
  after update of status on public.jobs
  for each row when (new.type = 'import' and new.finished_at is not null)
  execute function private.tg_forget_import();

comment on table private.import_reports is
  'Reports of imports at which is still being worked; of those that ended, jobs.result has it.';
comment on column private.import_reports.job_id is '[none]';
comment on column private.import_reports.report is 'As types/contracts/import.ts says, but for the counts. [personal]';
