create or replace function private.import_settings(p_user_id uuid, p_settings jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_settings public.profile_settings;
begin
  -- Settings are there from the start; whoever has changed theirs keeps them.
  select profile_settings.*
  into v_settings
  from public.profile_settings
  where profile_settings.user_id = p_user_id and profile_settings.version = 1;
  if not found then
    return 'known';
  end if;

  v_settings := jsonb_populate_record(v_settings, p_settings);
  update public.profile_settings
  set
    unit_system = v_settings.unit_system, time_zone = v_settings.time_zone, locale = v_settings.locale,
    week_start = v_settings.week_start, day_start_hour = v_settings.day_start_hour,
    e1rm_formula = v_settings.e1rm_formula, default_workout_visibility = v_settings.default_workout_visibility,
    default_routine_visibility = v_settings.default_routine_visibility
  where profile_settings.user_id = p_user_id;
  return 'added';
end;
$$;

revoke execute on function private.import_settings(uuid, jsonb) from public;
grant execute on function private.import_settings(uuid, jsonb) to service_role;

comment on function private.import_settings(uuid, jsonb) is
  'Takes the settings of a document over for a user who has never changed theirs, and answers added, or known.';
