-- What one step of a job came to.
create type private.job_step as (
  is_done boolean,
  progress integer,
  state jsonb,
  result jsonb
);

comment on type private.job_step is
  'Answer of private.step_<type>(public.jobs): whether that was the last step, the progress (0 to 100), where the next '
  'step goes on, and of the last step the report.';
