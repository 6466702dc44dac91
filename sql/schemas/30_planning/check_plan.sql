create or replace function private.check_plan(p_plan jsonb)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_weeks numeric;
  v_problem record;
begin
  perform private.check_document('plan', p_plan, private.plan_field_rules());
  v_weeks := coalesce((p_plan ->> 'weeks')::numeric, 1);

  with sent_days as (
    select
      format('days[%s]', element.ordinal - 1) as path,
      (element.node ->> 'week')::numeric as week,
      (element.node ->> 'routine_id')::uuid as routine_id,
      count(*) over (partition by (element.node ->> 'id')::uuid order by element.ordinal) as occurrence
    from jsonb_path_query(p_plan, '$.days[*]') with ordinality as element (node, ordinal)
  ),
  problems (path, message, text) as (
    select 'tags', 'invalid_field', 'must be of a-z, 0-9 and hyphens, 30 characters at most each'
    where exists (
      select 1
      from jsonb_path_query(p_plan, '$.tags[*]') as sent (tag)
      where (sent.tag #>> '{}') !~ '^[a-z0-9][a-z0-9-]{0,29}$'
    )

    union all

    select 'deload_weeks', 'invalid_field', format('must be weeks of the plan, from 1 to %s', v_weeks)
    where exists (
      select 1
      from jsonb_path_query(p_plan, '$.deload_weeks[*]') as sent (week)
      where jsonb_typeof(sent.week) <> 'number'
        or (sent.week #>> '{}')::numeric not between 1 and v_weeks
        or (sent.week #>> '{}')::numeric % 1 <> 0
    )

    union all

    select sent_days.path || '.week', 'invalid_field', format('must be a week of the plan, from 1 to %s', v_weeks)
    from sent_days
    where sent_days.week > v_weeks

    union all

    select sent_days.path || '.id', 'id_unusable', null
    from sent_days
    where sent_days.occurrence > 1

    union all

    select sent_days.path || '.routine_id', 'id_unusable', null
    from sent_days
    left join public.routines on routines.id = sent_days.routine_id and routines.user_id = v_user_id
    where sent_days.routine_id is not null and routines.id is null
  )
  select problems.path, problems.message, problems.text
  into v_problem
  from problems
  order by problems.path
  limit 1;

  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  elsif v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, v_problem.path, v_problem.text,
      'Correct the field and send the plan again; nothing was stored.'
    );
  end if;
end;
$$;

revoke execute on function private.check_plan(jsonb) from public;
grant execute on function private.check_plan(jsonb) to authenticated, service_role;

comment on function private.check_plan(jsonb) is
  'Refuses a plan that save_plan() cannot take, and names the field. Errors: 409 id_unusable; 422 invalid_field, '
  'missing_field, unknown_field.';
