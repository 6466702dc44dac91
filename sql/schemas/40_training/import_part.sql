create or replace function private.import_part(p_user_id uuid, p_section text, p_part jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case p_section
    when 'settings' then private.import_settings(p_user_id, p_part)
    when 'body_facts' then private.import_row('body_facts', p_part)
    when 'exercises' then private.import_exercise(p_user_id, p_part)
    when 'exercise_preferences' then private.import_exercise_preference(p_user_id, p_part)
    when 'gyms' then private.import_gym(p_user_id, p_part)
    when 'routine_folders' then private.import_routine_folder(p_user_id, p_part)
    when 'routines' then private.import_routine(p_user_id, p_part)
    when 'plans' then private.import_plan(p_user_id, p_part)
    when 'enrollments' then private.import_enrollment(p_user_id, p_part)
    when 'goals' then private.import_goal(p_user_id, p_part)
    when 'measurement_types' then private.import_measurement_type(p_user_id, p_part)
    when 'measurements' then private.import_measurement(p_user_id, p_part)
    when 'workouts' then private.import_workout(p_user_id, p_part)
  end;
end;
$$;

revoke execute on function private.import_part(uuid, text, jsonb) from public;
grant execute on function private.import_part(uuid, text, jsonb) to service_role;

comment on function private.import_part(uuid, text, jsonb) is
  'Imports a part of a file for a user, for whom the transaction acts, and answers added, known or deleted.';
