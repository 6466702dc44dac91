create or replace function private.changed_workouts(
  p_user_id uuid,
  p_from bigint,
  p_after_mark bigint,
  p_after_id uuid,
  p_limit integer
)
returns table (
  changed_in bigint,
  workout_id uuid,
  is_deleted boolean
)
language plpgsql
stable
security invoker
rows 50
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Two ranges of two indexes, each read no further than the limit.
  return query
    select events.changed_in, events.workout_id, events.is_deleted
    from (
      (
        select changes.changed_in, changes.workout_id, false as is_deleted
        from private.workout_changes as changes
        where changes.user_id = p_user_id
          and changes.changed_in >= p_from
          and (changes.changed_in, changes.workout_id) > (p_after_mark, p_after_id)
        order by changes.changed_in, changes.workout_id
        limit p_limit
      )

      union all

      (
        select tombstones.changed_in, tombstones.row_id, true
        from private.tombstones
        where tombstones.user_id = p_user_id
          and tombstones.relation = 'workouts'
          -- Whoever has nothing yet has nothing to delete.
          and p_from > 0
          and tombstones.changed_in >= p_from
          and (tombstones.changed_in, tombstones.row_id) > (p_after_mark, p_after_id)
          and not exists (select 1 from public.workouts where workouts.id = tombstones.row_id)
        order by tombstones.changed_in, tombstones.row_id
        limit p_limit
      )
    ) as events
    order by events.changed_in, events.workout_id
    limit p_limit;
end;
$$;

revoke execute on function private.changed_workouts(uuid, bigint, bigint, uuid, integer) from public;
grant execute on function private.changed_workouts(uuid, bigint, bigint, uuid, integer)
  to service_role;

comment on function private.changed_workouts(uuid, bigint, bigint, uuid, integer) is
  'Workouts of a user that changed or were deleted since a mark, in the order of their marks, after (p_after_mark, '
  'p_after_id).';
