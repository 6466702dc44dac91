create or replace function private.read_plan(p_plan jsonb, p_visibility text)
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
      'id', plan.id,
      'name', plan.name,
      'description', plan.description,
      'goal', plan.goal,
      'level', plan.level,
      'tags', coalesce(plan.tags, '{}'),
      'weeks', coalesce(plan.weeks::integer, 1),
      'deload_weeks', array(
        select distinct week::integer from unnest(plan.deload_weeks) as week order by week::integer
      ),
      'is_repeating', coalesce(plan.is_repeating, false),
      'visibility', coalesce(plan.visibility, p_visibility),
      'days', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', day.id,
              'week', day.week::integer,
              'weekday', day.weekday::integer,
              'position', coalesce(day.position::integer, 1),
              'routine_id', day.routine_id,
              'name', day.name,
              'notes', day.notes
            )
            order by day.week, day.weekday, coalesce(day.position, 1), day.id
          )
          from jsonb_to_recordset(plan.days) as day (
            id uuid, week numeric, weekday numeric, position numeric, routine_id uuid, name text, notes text
          )
        ),
        '[]'
      )
    )
    from jsonb_to_record(p_plan) as plan (
      id uuid, name text, description text, goal text, level text, tags text[], weeks numeric, deload_weeks numeric[],
      is_repeating boolean, visibility text, days jsonb
    )
  );
end;
$$;

revoke execute on function private.read_plan(jsonb, text) from public;
grant execute on function private.read_plan(jsonb, text) to authenticated, service_role;

comment on function private.read_plan(jsonb, text) is
  'A checked payload of save_plan() in the form of private.plan_document(), without the version: every field is there. '
  'p_visibility stands in where it names none.';
