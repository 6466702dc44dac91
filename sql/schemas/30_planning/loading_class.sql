create or replace function private.loading_class(p_gym_id uuid, p_exercise_id uuid)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select concat_ws(
      ' ',
      exercises.kind,
      exercises.is_unilateral,
      -- What serves it alone serves no other.
      (
        select exercises.id
        from public.gym_equipment
        where gym_equipment.gym_id = p_gym_id and gym_equipment.exercise_id = exercises.id
        limit 1
      ),
      -- Beside what the gym has, what private.gym_loads() asks for by name.
      (
        select string_agg(needed.equipment_id, ',' order by needed.equipment_id)
        from public.exercise_equipment as needed
        where needed.exercise_id = exercises.id
          and (
            needed.equipment_id in (
              'barbell', 'landmine', 'machine', 'neck_harness', 'plate', 'weight_belt', 'wrist_roller'
            )
            or exists (
              select
              from public.gym_equipment
              where gym_equipment.gym_id = p_gym_id and gym_equipment.equipment_id = needed.equipment_id
            )
          )
      )
    )
    from public.exercises
    where exercises.id = p_exercise_id
  );
end;
$$;

revoke execute on function private.loading_class(uuid, uuid) from public;
grant execute on function private.loading_class(uuid, uuid) to authenticated, service_role;

comment on function private.loading_class(uuid, uuid) is
  'Exercises of one class are loaded alike in a gym: private.gym_loads() answers the same for each of them, which is '
  'asked once then. Null for an exercise that the caller does not see.';
