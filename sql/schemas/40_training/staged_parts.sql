-- What was read of a file and is still to be imported: workouts, and the other things that an account may have.
create table private.staged_parts (
  job_id uuid not null references public.jobs (id) on delete cascade,
  ordinal integer not null,
  section text not null,
  size integer not null,
  line integer not null,
  path text not null,
  part jsonb not null,

  constraint staged_parts_pkey primary key (job_id, ordinal),
  constraint staged_parts_size_range_check check (size between 0 and 50000),
  constraint staged_parts_part_is_object_check check (jsonb_typeof(part) = 'object')
);

alter table private.staged_parts enable row level security;

revoke all on private.staged_parts from anon, authenticated;
grant all on private.staged_parts to service_role;

comment on table private.staged_parts is
  'Between the file, which a function reads, and the tables, into which the steps of the job write. Each part is '
  'imported wholly or not at all.';
comment on column private.staged_parts.job_id is '[none]';
comment on column private.staged_parts.ordinal is
  'Order in which they are imported, from 1: what others refer to comes before them. [none]';
comment on column private.staged_parts.section is 'What it is, as types/contracts/import-section.ts names it. [none]';
comment on column private.staged_parts.size is 'About how many rows it becomes: steps are bounded by them. [none]';
comment on column private.staged_parts.line is 'Where it begins in the file. [none]';
comment on column private.staged_parts.path is 'Where it is in a JSON document, such as routines[2]; else empty. [none]';
comment on column private.staged_parts.part is
  'As private.import_part() takes it: rows of a document with the ids they have there, and workouts with the key that '
  'ids are derived from. [health]';
