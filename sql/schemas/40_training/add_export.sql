create or replace function public.add_export(p_user_id uuid, p_idempotency_key text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.lock_user_data(p_user_id);
  return jsonb_build_object('job_id', private.enqueue_job(p_user_id, 'export', '{}', p_idempotency_key));
end;
$$;

revoke execute on function public.add_export(uuid, text) from public;
grant execute on function public.add_export(uuid, text) to service_role;

comment on function public.add_export(uuid, text) is
  'For the training function, with a secret key: asks for an export of all that a user owns, and answers {job_id}. '
  'Errors: 409 id_unusable for an idempotency key of other work, quota_exceeded.';
