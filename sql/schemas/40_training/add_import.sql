create or replace function public.add_import(p_user_id uuid, p_input jsonb, p_idempotency_key text default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_name text;
begin
  perform private.lock_user_data(p_user_id);

  if starts_with(p_input ->> 'path', p_user_id || '/') is not true then
    perform private.raise_id_unusable('path');
  end if;
  if private.is_time_zone(p_input ->> 'time_zone') is not true then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'time_zone', 'is no time zone', 'Send an IANA name, such as Europe/Berlin.'
    );
  end if;
  select mapped.key
  into v_name
  from jsonb_each_text(p_input -> 'mapping') as mapped
  where (private.usable_exercise(mapped.value::uuid, p_user_id)).id is null
  limit 1;
  if found then
    perform private.raise_id_unusable('mapping.' || v_name);
  end if;

  return jsonb_build_object('job_id', private.enqueue_job(p_user_id, 'import', p_input, p_idempotency_key));
end;
$$;

revoke execute on function public.add_import(uuid, jsonb, text) from public;
grant execute on function public.add_import(uuid, jsonb, text) to service_role;

comment on function public.add_import(uuid, jsonb, text) is
  'For the training function, with a secret key: asks for the import of a user''s file, {path, source, weight_unit, '
  'distance_unit, time_zone, visibility, is_dry_run, mapping}, and answers {job_id}. Errors: 409 id_unusable (of the '
  'path, of an exercise that names are mapped to, or of an idempotency key of other work), quota_exceeded; 422 '
  'invalid_field.';
