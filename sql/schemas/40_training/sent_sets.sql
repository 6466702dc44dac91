create or replace function private.sent_sets(p_exercises jsonb)
returns table (
  id uuid,
  workout_exercise_id uuid,
  "position" smallint,
  set_type text,
  reps integer,
  weight_kg numeric(7, 3),
  duration_seconds integer,
  distance_meters numeric(9, 2),
  rpe numeric,
  rir numeric,
  side text,
  rest_seconds integer,
  tempo text,
  incline_percent numeric(3, 1),
  steps integer,
  notes text,
  target jsonb,
  completed_at timestamptz
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  return query
  select
    sent.id, (exercise.node ->> 'id')::uuid, sent.position::smallint, coalesce(sent.set_type, 'normal'),
    sent.reps::integer, sent.weight_kg, sent.duration_seconds::integer, sent.distance_meters, sent.rpe, sent.rir,
    sent.side, sent.rest_seconds::integer, sent.tempo, sent.incline_percent, sent.steps::integer, sent.notes,
    sent.target, sent.completed_at
  from jsonb_array_elements(p_exercises) as exercise (node)
  cross join lateral jsonb_to_recordset(
    case jsonb_typeof(exercise.node -> 'sets') when 'array' then exercise.node -> 'sets' else '[]' end
  ) as sent (
    id uuid, position numeric, set_type text, reps numeric, weight_kg numeric(7, 3), duration_seconds numeric,
    distance_meters numeric(9, 2), rpe numeric, rir numeric, side text, rest_seconds numeric, tempo text,
    incline_percent numeric(3, 1), steps numeric, notes text, target jsonb, completed_at timestamptz
  );
end;
$$;

revoke execute on function private.sent_sets(jsonb) from public;
grant execute on function private.sent_sets(jsonb) to authenticated, service_role;

comment on function private.sent_sets(jsonb) is
  'The sets of the exercises that log_workout() was sent, as rows of workout_sets: {id, sets: [{id, position, …}]}.';
