create or replace function private.publish_plan(p_submission public.submissions)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- The author may have thought better of it since.
  perform private.require_public_plan(p_submission.plan_id, p_submission.user_id, 'p_submission_id');

  insert into public.published_plans (
    id, user_id, name, description, goal, level, tags, weeks, is_repeating, days_per_week, exercises, equipment,
    document, source, license
  )
  select
    private.derived_id(p_submission.plan_id, 'published plan'), p_submission.user_id, sent.name, sent.description,
    sent.goal, sent.level, sent.tags, sent.weeks, sent.is_repeating, facts.days_per_week, facts.exercises,
    facts.equipment, p_submission.content, 'community', 'CC0-1.0'
  from jsonb_populate_record(null::public.plans, p_submission.content) as sent
  cross join lateral private.plan_facts(p_submission.content) as facts
  on conflict (id) do update
    set
      name = excluded.name, description = excluded.description, goal = excluded.goal, level = excluded.level,
      tags = excluded.tags, weeks = excluded.weeks, is_repeating = excluded.is_repeating,
      days_per_week = excluded.days_per_week, exercises = excluded.exercises, equipment = excluded.equipment,
      document = excluded.document, visibility = 'public', removed_at = null, removal_reason = null;
end;
$$;

revoke execute on function private.publish_plan(public.submissions) from public;

comment on function private.publish_plan(public.submissions) is
  'Puts what was submitted into the library, or in place of what is there of the same plan, whose id, likes and counts '
  'stay. Granted to nobody. Errors: 409 id_unusable, not_public, when the plan is gone or not public any more.';
