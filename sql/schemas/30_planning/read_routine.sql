create or replace function private.read_routine(p_routine jsonb, p_position integer, p_visibility text)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  return (
    select jsonb_build_object(
      'id', routine.id,
      'folder_id', routine.folder_id,
      'name', routine.name,
      'notes', routine.notes,
      'position', coalesce(routine.position::integer, p_position),
      'visibility', coalesce(routine.visibility, p_visibility),
      'exercises', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', exercise.id,
              'exercise_id', exercise.exercise_id,
              'position', exercise.position::integer,
              'superset_group', exercise.superset_group::integer,
              'rest_seconds', exercise.rest_seconds::integer,
              'notes', exercise.notes,
              'warmup_ramp', exercise.warmup_ramp,
              'progression', exercise.progression,
              'sets', coalesce(
                (
                  select jsonb_agg(
                    jsonb_build_object(
                      'id', aim.id,
                      'position', aim.position::integer,
                      'set_type', coalesce(aim.set_type, 'normal'),
                      'min_reps', aim.min_reps::integer,
                      'max_reps', aim.max_reps::integer,
                      'weight_kg', aim.weight_kg,
                      'load_percent', aim.load_percent,
                      'load_percent_of', aim.load_percent_of,
                      'duration_seconds', aim.duration_seconds::integer,
                      'distance_meters', aim.distance_meters,
                      'rpe', aim.rpe,
                      'rir', aim.rir,
                      'rest_seconds', aim.rest_seconds::integer
                    )
                    order by aim.position, aim.id
                  )
                  from jsonb_to_recordset(exercise.sets) as aim (
                    id uuid, position numeric, set_type text, min_reps numeric, max_reps numeric,
                    weight_kg numeric(7, 3), load_percent numeric(5, 2), load_percent_of text,
                    duration_seconds numeric, distance_meters numeric(9, 2), rpe numeric(3, 1), rir numeric(3, 1),
                    rest_seconds numeric
                  )
                ),
                '[]'
              )
            )
            order by exercise.position, exercise.id
          )
          from jsonb_to_recordset(routine.exercises) as exercise (
            id uuid, exercise_id uuid, position numeric, superset_group numeric, rest_seconds numeric, notes text,
            warmup_ramp jsonb, progression jsonb, sets jsonb
          )
        ),
        '[]'
      )
    )
    from jsonb_to_record(p_routine) as routine (
      id uuid, folder_id uuid, name text, notes text, position numeric, visibility text, exercises jsonb
    )
  );
end;
$$;

revoke execute on function private.read_routine(jsonb, integer, text) from public;
grant execute on function private.read_routine(jsonb, integer, text) to authenticated, service_role;

comment on function private.read_routine(jsonb, integer, text) is
  'A checked payload of save_routine() in the form of private.routine_document(), without the version: every field is '
  'there, with the precision that the tables keep. p_position and p_visibility stand in where it names none.';
