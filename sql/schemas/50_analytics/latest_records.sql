create or replace function private.latest_records(p_from date, p_to date, p_limit integer)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- One row of an exercise is chosen first: whether it is a likely mistake is asked of that row alone.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'exercise_id', records.exercise_id,
          'kind', records.kind,
          'value', records.value,
          'unit', records.unit,
          'reps', records.reps,
          'previous_value', records.previous_value,
          'achieved_on', records.achieved_on,
          'workout_id', records.workout_id
        )
        order by latest.achieved_on desc, latest.started_at desc, latest.exercise_id
      ),
      '[]'
    )
    from (
      select *
      from (
        select distinct on (history.exercise_id) history.*
        from analytics.record_history as history
        where history.user_id = (select auth.uid())
          and history.achieved_on >= p_from
          and history.achieved_on < p_to
          and history.previous_value is not null
        order by
          history.exercise_id, history.achieved_on desc, history.started_at desc,
          array_position(
            array[
              'max_weight', 'rep_max', 'most_reps', 'least_assistance', 'longest_duration', 'farthest_distance',
              'best_pace', 'set_volume', 'session_volume'
            ],
            history.kind
          ),
          history.reps
      ) as best
      order by best.achieved_on desc, best.started_at desc, best.exercise_id
      limit p_limit
    ) as latest
    cross join lateral (
      select *
      from public.records as candidates
      where candidates.user_id = latest.user_id
        and candidates.exercise_id = latest.exercise_id
        and candidates.kind = latest.kind
        and candidates.workout_id = latest.workout_id
        and candidates.reps is not distinct from nullif(latest.reps, 0)
      -- One range of an index each: a join would be planned as a scan of all records.
      offset 0
    ) as records
    where not records.is_suspect
  );
end;
$$;

revoke execute on function private.latest_records(date, date, integer) from public;
grant execute on function private.latest_records(date, date, integer) to authenticated, service_role;

comment on function private.latest_records(date, date, integer) is
  'The caller''s latest records of a period, p_from ≤ day < p_to: for an exercise the one that says most, of so many '
  'exercises, less those that are likely mistakes; neither baselines nor estimates: [{exercise_id, kind, value, unit, '
  'reps, previous_value, achieved_on, workout_id}], newest first.';
