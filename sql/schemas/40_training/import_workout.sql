create or replace function private.import_workout(p_user_id uuid, p_workout jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_namespace uuid := private.import_namespace(p_user_id);
  v_key text := p_workout ->> 'key';
  v_id uuid := extensions.uuid_generate_v5(v_namespace, v_key);
  v_exercises jsonb;
begin
  if exists (
    select 1
    from public.workouts
    where workouts.user_id = p_user_id
      and (
        workouts.id = v_id
        or (workouts.source = p_workout ->> 'source' and workouts.external_id = p_workout ->> 'external_id')
      )
  ) then
    return 'known';
  end if;
  if exists (
    select 1
    from private.tombstones
    where tombstones.user_id = p_user_id and tombstones.relation = 'workouts' and tombstones.row_id = v_id
  ) then
    return 'deleted';
  end if;

  select jsonb_agg(
    exercise.node - 'new_exercise' || jsonb_build_object(
      'id', extensions.uuid_generate_v5(v_namespace, concat_ws(' ', v_key, exercise.ordinal)),
      'exercise_id', coalesce(
        exercise.node ->> 'exercise_id',
        private.imported_exercise_id(
          p_user_id, exercise.node #>> '{new_exercise,name}', exercise.node #>> '{new_exercise,kind}'
        )::text
      ),
      'sets', coalesce((
        select jsonb_agg(
          performed.node || jsonb_build_object(
            'id', extensions.uuid_generate_v5(v_namespace, concat_ws(' ', v_key, exercise.ordinal, performed.ordinal))
          )
        )
        from jsonb_array_elements(exercise.node -> 'sets') with ordinality as performed (node, ordinal)
      ), '[]')
    )
  )
  into v_exercises
  from jsonb_array_elements(p_workout -> 'exercises') with ordinality as exercise (node, ordinal);

  perform public.log_workout(
    p_workout - 'key' - 'line' || jsonb_build_object('id', v_id, 'exercises', coalesce(v_exercises, '[]'))
  );
  return 'added';
end;
$$;

revoke execute on function private.import_workout(uuid, jsonb) from public;
grant execute on function private.import_workout(uuid, jsonb) to service_role;

comment on function private.import_workout(uuid, jsonb) is
  'Logs a workout of a file for a user, for whom the transaction acts, and answers added, known (it is there, and is left '
  'as it is) or deleted (it was imported before, and its owner removed it). Ids are uuids of version 5 of its key in the '
  'user''s namespace. Errors: as log_workout().';
