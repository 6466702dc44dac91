create or replace function public.plan(p_plan_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_plan jsonb := private.plan_document(p_plan_id);
begin
  if v_plan is null then
    perform private.raise_id_unusable('p_plan_id');
  end if;
  return (
    select jsonb_build_object('plan', v_plan || to_jsonb(facts))
    from private.plan_facts(private.visible_plan_document(p_plan_id)) as facts
  );
end;
$$;

revoke execute on function public.plan(uuid) from public;
grant execute on function public.plan(uuid) to authenticated;

comment on function public.plan(uuid) is
  'A plan that the caller may see: {plan: {id, version, name, description, goal, level, tags, weeks, deload_weeks, '
  'is_repeating, visibility, days: [{id, week, weekday, position, routine_id, name, notes}], days_per_week, exercises, '
  'equipment}}. The last three follow from its days and their routines: training days of the fullest week, how many '
  'different exercises, and all that they need. Lists are read from the table plans. Errors: 409 id_unusable.';
