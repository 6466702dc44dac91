create or replace function public.enroll(
  p_plan_id uuid,
  p_starts_on date,
  p_mode text,
  p_enrollment_id uuid,
  p_gym_id uuid default null,
  p_start_weights jsonb default '{}'
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_path text;
  v_text text;
begin
  select problems.path, problems.text
  into v_path, v_text
  from (values
    (p_enrollment_id is null, 'p_enrollment_id', 'must be a uuid'),
    (
      coalesce(p_starts_on, 'infinity') not between '1970-01-01' and '2100-12-31', 'p_starts_on',
      'must be a date, such as 2026-01-31'
    ),
    (coalesce(p_mode, '') not in ('calendar', 'sequence'), 'p_mode', 'must be one of calendar, sequence'),
    (
      private.start_weights_problem(p_start_weights) is not null, 'p_start_weights',
      private.start_weights_problem(p_start_weights)
    )
  ) as problems (is_wrong, path, text)
  where problems.is_wrong
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  perform private.add_enrollment(p_enrollment_id, p_plan_id, p_starts_on, p_mode, p_gym_id, p_start_weights);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$$;

revoke execute on function public.enroll(uuid, date, text, uuid, uuid, jsonb) from public;
grant execute on function public.enroll(uuid, date, text, uuid, uuid, jsonb) to authenticated;

comment on function public.enroll(uuid, date, text, uuid, uuid, jsonb) is
  'Begins to follow a plan of the caller: {enrollment: {id, version, plan_id, plan_name, mode, starts_on, gym_id, '
  'start_weights, status, ended_at, pauses: [{paused_on, resumed_on}], next_session: {plan_day_id, routine_id, name, '
  'week, cycle, session_number, scheduled_on, is_deload} or null}}. p_mode: calendar gives each session its date, '
  'sequence puts off what is not done. p_start_weights: kg by id of exercise. A plan of somebody else is copied first. '
  'p_enrollment_id is the client''s: the same call again changes nothing. Several plans may be followed at once. Errors: '
  '409 id_unusable, quota_exceeded; 422 invalid_field.';
