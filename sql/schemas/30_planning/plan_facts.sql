create or replace function private.plan_facts(
  p_document jsonb,
  out days_per_week smallint,
  out exercises integer,
  out equipment text[]
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  select coalesce(max(weeks.days), 0)
  into days_per_week
  from (
    select count(distinct day.node ->> 'weekday') as days
    from jsonb_array_elements(p_document -> 'days') as day (node)
    where day.node ->> 'routine' is not null
    group by day.node ->> 'week'
  ) as weeks;

  with used as (
    select distinct jsonb_path_query(p_document, '$.routines[*].exercises[*].exercise') #>> '{}' as exercise
  ),
  needed as (
    select exercise_equipment.equipment_id
    from used
    join public.exercise_equipment
      on exercise_equipment.exercise_id
        = case when pg_input_is_valid(used.exercise, 'uuid') then used.exercise::uuid end

    union

    select jsonb_path_query(p_document, '$.exercises[*].equipment[*]') #>> '{}'
  )
  select
    (select count(*) from used),
    array(
      select needed.equipment_id
      from needed
      join public.equipment on equipment.id = needed.equipment_id
      order by equipment.position
    )
  into exercises, equipment;
end;
$$;

revoke execute on function private.plan_facts(jsonb) from public;
grant execute on function private.plan_facts(jsonb) to authenticated, service_role;

comment on function private.plan_facts(jsonb) is
  'What follows from a document of private.shared_plan_document(): on how many days its fullest week trains, how many '
  'different exercises it has, and all the equipment that they need.';
