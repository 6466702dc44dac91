create or replace function private.enqueue_job(
  p_user_id uuid,
  p_type text,
  p_input jsonb,
  p_idempotency_key text default null
)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_job public.jobs;
begin
  insert into public.jobs (user_id, type, input, idempotency_key)
  values (p_user_id, p_type, p_input, p_idempotency_key)
  on conflict (user_id, idempotency_key) where idempotency_key is not null do nothing
  returning jobs.* into v_job;
  if found then
    return v_job.id;
  end if;

  select jobs.*
  into strict v_job
  from public.jobs
  where jobs.user_id is not distinct from p_user_id and jobs.idempotency_key = p_idempotency_key;
  if (v_job.type, v_job.input) is distinct from (p_type, p_input) then
    perform private.raise_id_unusable('idempotency_key');
  end if;
  return v_job.id;
end;
$$;

revoke execute on function private.enqueue_job(uuid, text, jsonb, text) from public;
grant execute on function private.enqueue_job(uuid, text, jsonb, text) to service_role;

comment on function private.enqueue_job(uuid, text, jsonb, text) is
  'Adds a job and answers its id; the same key of the same user again answers the job that there is. Granted to no '
  'client: definer functions, and those with a secret key, call it for users whose lock they hold. Errors: 409 '
  'id_unusable for a key of other work, quota_exceeded.';
