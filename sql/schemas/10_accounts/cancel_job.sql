create or replace function public.cancel_job(p_job_id uuid)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select jsonb_build_object('status', private.end_job(p_job_id));
$$;

revoke execute on function public.cancel_job(uuid) from public;
grant execute on function public.cancel_job(uuid) to authenticated;

comment on function public.cancel_job(uuid) is
  'Cancels one of the caller''s jobs, for moderators also one of the system''s: {status}, which is cancelled unless it '
  'had ended before. What its steps had done stays done. Errors: 409 id_unusable.';
