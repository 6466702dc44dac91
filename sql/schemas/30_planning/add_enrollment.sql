create or replace function private.add_enrollment(
  p_enrollment_id uuid,
  p_plan_id uuid,
  p_starts_on date,
  p_mode text,
  p_gym_id uuid,
  p_start_weights jsonb
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_stored public.enrollments;
begin
  perform private.lock_user_data(v_user_id);

  select enrollments.* into v_stored from public.enrollments where enrollments.id = p_enrollment_id;
  if found and (v_stored.user_id, v_stored.plan_id) is distinct from (v_user_id, p_plan_id) then
    perform private.raise_id_unusable('p_enrollment_id');
  elsif found then
    return;
  end if;

  if not exists (select 1 from public.plans where plans.id = p_plan_id and plans.user_id = v_user_id) then
    perform private.raise_id_unusable('p_plan_id');
  end if;
  if p_gym_id is not null
    and not exists (select 1 from public.gyms where gyms.id = p_gym_id and gyms.user_id = v_user_id)
  then
    perform private.raise_id_unusable('p_gym_id');
  end if;
  if not exists (
    select 1 from public.plan_days where plan_days.plan_id = p_plan_id and plan_days.routine_id is not null
  ) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_plan_id', 'has no day with a routine', 'Add a session to the plan first.'
    );
  end if;

  insert into public.enrollments (id, user_id, plan_id, mode, starts_on, gym_id, start_weights)
  values (p_enrollment_id, v_user_id, p_plan_id, p_mode, p_starts_on, p_gym_id, p_start_weights);
end;
$$;

revoke execute on function private.add_enrollment(uuid, uuid, date, text, uuid, jsonb) from public;
grant execute on function private.add_enrollment(uuid, uuid, date, text, uuid, jsonb) to authenticated;

comment on function private.add_enrollment(uuid, uuid, date, text, uuid, jsonb) is
  'Stores an enrollment of the caller in a plan of theirs; nothing where it is stored already. Definer, because clients '
  'may not write enrollments. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field.';
