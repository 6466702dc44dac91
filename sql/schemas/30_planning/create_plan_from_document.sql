create or replace function private.create_plan_from_document(
  p_document jsonb,
  p_plan_id uuid,
  p_name text,
  p_author_id uuid,
  p_source_plan_id uuid,
  p_published_plan_id uuid
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.create_routines_from_document(p_document, p_plan_id);

  insert into public.plans (id, name, description, goal, level, tags, weeks, deload_weeks, is_repeating)
  select
    p_plan_id, coalesce(p_name, sent.name), sent.description, sent.goal, sent.level, coalesce(sent.tags, '{}'),
    sent.weeks, coalesce(sent.deload_weeks, '{}'), coalesce(sent.is_repeating, false)
  from jsonb_populate_record(null::public.plans, p_document) as sent;

  insert into public.plan_days (id, plan_id, week, weekday, position, routine_id, name, notes)
  select
    private.derived_id(p_plan_id, 'day ' || day.ordinal), p_plan_id, sent.week, sent.weekday,
    coalesce(sent.position, 1), private.derived_id(p_plan_id, day.node ->> 'routine'), sent.name, sent.notes
  from jsonb_array_elements(p_document -> 'days') with ordinality as day (node, ordinal)
  cross join lateral jsonb_populate_record(null::public.plan_days, day.node) as sent;

  if num_nonnulls(p_author_id, p_source_plan_id, p_published_plan_id) > 0 then
    insert into public.plan_sources (plan_id, user_id, author_id, source_plan_id, published_plan_id)
    values (p_plan_id, (select auth.uid()), p_author_id, p_source_plan_id, p_published_plan_id);
  end if;
end;
$$;

revoke execute on function private.create_plan_from_document(jsonb, uuid, text, uuid, uuid, uuid) from public;

comment on function private.create_plan_from_document(jsonb, uuid, text, uuid, uuid, uuid) is
  'Makes a plan of the caller, with its routines, from a document of private.shared_plan_document(), under another '
  'name where one is given, private to begin with, and says from whom and what it was copied. The id must be free: '
  'whoever calls it has asked. Errors: 409 quota_exceeded.';
