create or replace function public.save_plan(p_plan jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_version integer;
  v_stored public.plans;
  v_sent jsonb;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_plan(p_plan);
  v_id := (p_plan ->> 'id')::uuid;
  v_version := (p_plan ->> 'version')::numeric::integer;

  select plans.* into v_stored from public.plans where plans.id = v_id and plans.user_id = v_user_id;
  v_sent := private.read_plan(p_plan, coalesce(v_stored.visibility, 'private'));

  -- A retry after a lost answer comes with the version before its own: what is stored already is no conflict.
  if v_stored.id is not null and v_sent = private.plan_document(v_id) - 'version' then
    return jsonb_build_object('plan', private.plan_document(v_id));
  end if;
  if v_stored.id is null and v_version is not null then
    perform private.raise_id_unusable('id');
  elsif v_stored.version is distinct from v_version then
    perform private.raise_stale_version(v_stored.version);
  end if;

  perform private.write_plan(v_sent);
  return jsonb_build_object('plan', private.plan_document(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another plan, perhaps somebody else's: always the same answer.
    if v_constraint in ('plans_pkey', 'plan_days_pkey') then
      perform private.raise_id_unusable(case v_constraint when 'plans_pkey' then 'id' else 'days[].id' end);
    end if;
    raise;
end;
$$;

revoke execute on function public.save_plan(jsonb) from public;
grant execute on function public.save_plan(jsonb) to authenticated;

comment on function public.save_plan(jsonb) is
  'Stores a whole plan in one transaction: {id, version, name, description, goal, level, tags, weeks, deload_weeks, '
  'is_repeating, visibility, days: [{id, week, weekday, position, routine_id, name, notes}]}. Answers {plan: <the same '
  'as stored>}. Ids are the client''s and stay: days with known ids are changed in place, those left out are deleted. '
  'version is null for a new plan, else the one that was edited; when another is stored, nothing changes and 409 '
  'stale_version names it, unless what is stored is what was sent. Errors: 409 stale_version, id_unusable, '
  'quota_exceeded; 422 invalid_field, missing_field, unknown_field.';
