create or replace function private.shared_routines(p_routine_ids uuid[], p_keep_exercises_of uuid default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with shared as materialized (
      select routines.id, routines.name, routines.notes, row_number() over (order by listed.ordinal) as number
      from unnest(p_routine_ids) with ordinality as listed (id, ordinal)
      join public.routines on routines.id = listed.id
    ),
    used as materialized (
      select
        shared.number as routine_number, routine_exercises.*,
        exercises.user_id is not null and exercises.user_id is distinct from p_keep_exercises_of as is_taken_along
      from shared
      join public.routine_exercises on routine_exercises.routine_id = shared.id
      join public.exercises on exercises.id = routine_exercises.exercise_id
    ),
    -- Numbered by their first use, so that the same routines make the same document.
    taken_along as materialized (
      select
        first_uses.exercise_id,
        row_number() over (order by first_uses.routine_number, first_uses.position, first_uses.id) as number
      from (
        select distinct on (used.exercise_id) used.exercise_id, used.routine_number, used.position, used.id
        from used
        where used.is_taken_along
        order by used.exercise_id, used.routine_number, used.position, used.id
      ) as first_uses
    ),
    -- All at once: a plan that is looked through anew for each of its routines costs the square of its size.
    contents as (
      select
        used.routine_number,
        jsonb_agg(
          jsonb_build_object(
            'exercise', coalesce('exercise-' || taken_along.number, used.exercise_id::text),
            'position', used.position,
            'superset_group', used.superset_group,
            'rest_seconds', used.rest_seconds,
            'notes', used.notes,
            'warmup_ramp', used.warmup_ramp,
            'progression', used.progression,
            'sets', coalesce((
              select jsonb_agg(
                jsonb_build_object(
                  'position', aim.position,
                  'set_type', aim.set_type,
                  'min_reps', aim.min_reps,
                  'max_reps', aim.max_reps,
                  'weight_kg', aim.weight_kg,
                  'load_percent', aim.load_percent,
                  'load_percent_of', aim.load_percent_of,
                  'duration_seconds', aim.duration_seconds,
                  'distance_meters', aim.distance_meters,
                  'rpe', aim.rpe,
                  'rir', aim.rir,
                  'rest_seconds', aim.rest_seconds
                )
                order by aim.position, aim.id
              )
              from public.routine_sets as aim
              where aim.routine_exercise_id = used.id
            ), '[]')
          )
          order by used.position, used.id
        ) as exercises
      from used
      left join taken_along on taken_along.exercise_id = used.exercise_id
      group by used.routine_number
    )
    select jsonb_build_object(
      'routines', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'key', 'routine-' || shared.number,
            'name', shared.name,
            'notes', shared.notes,
            'exercises', coalesce(contents.exercises, '[]')
          )
          order by shared.number
        )
        from shared
        left join contents on contents.routine_number = shared.number
      ), '[]'),
      'exercises', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'key', 'exercise-' || taken_along.number,
            'name', exercises.name,
            'kind', exercises.kind,
            'category', exercises.category,
            'mechanic', exercises.mechanic,
            'force', exercises.force,
            'level', exercises.level,
            'is_unilateral', exercises.is_unilateral,
            'body_weight_share', exercises.body_weight_share,
            'instructions', exercises.instructions,
            'cues', exercises.cues,
            'muscles', coalesce((
              select jsonb_agg(
                jsonb_build_object('muscle', worked.muscle_id, 'role', worked.role, 'weight', worked.weight)
                order by worked.role, worked.muscle_id
              )
              from public.exercise_muscles as worked
              where worked.exercise_id = exercises.id
            ), '[]'),
            'equipment', coalesce((
              select jsonb_agg(needed.equipment_id order by needed.equipment_id)
              from public.exercise_equipment as needed
              where needed.exercise_id = exercises.id
            ), '[]')
          )
          order by taken_along.number
        )
        from taken_along
        join public.exercises on exercises.id = taken_along.exercise_id
      ), '[]')
    )
  );
end;
$$;

revoke execute on function private.shared_routines(uuid[], uuid) from public;
grant execute on function private.shared_routines(uuid[], uuid) to authenticated, service_role;

comment on function private.shared_routines(uuid[], uuid) is
  'Routines in the form in which they are shared: {routines, exercises}, with keys in place of ids. Exercises of users '
  'travel along as content, but for those of the user named, who keeps them. Under the caller''s rights: what they do '
  'not see is left out.';
