create or replace function private.import_exercise_preference(p_user_id uuid, p_preference jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_exercise_id uuid := private.imported_exercise_reference(p_user_id, p_preference ->> 'exercise_id');
begin
  if exists (
    select 1
    from private.tombstones
    where tombstones.user_id = p_user_id
      and tombstones.relation = 'exercise_preferences'
      and tombstones.row_id = v_exercise_id
  ) and not exists (
    select 1
    from public.exercise_preferences
    where exercise_preferences.user_id = p_user_id and exercise_preferences.exercise_id = v_exercise_id
  ) then
    return 'deleted';
  end if;
  return private.import_row(
    'exercise_preferences', p_preference || jsonb_build_object('exercise_id', v_exercise_id)
  );
end;
$$;

revoke execute on function private.import_exercise_preference(uuid, jsonb) from public;
grant execute on function private.import_exercise_preference(uuid, jsonb) to service_role;

comment on function private.import_exercise_preference(uuid, jsonb) is
  'Adds a user''s settings of an exercise, of the catalogue or imported, and answers added, known or deleted. Errors: '
  '409 id_unusable, quota_exceeded.';
