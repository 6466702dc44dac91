create or replace function private.rollup_rows(p_user_id uuid)
returns table (rollup text, content jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select 'exercise_days', to_jsonb(exercise_days.*) from analytics.exercise_days where exercise_days.user_id = p_user_id
  union all
  select 'record_history', to_jsonb(record_history.*)
  from analytics.record_history
  where record_history.user_id = p_user_id
  union all
  select 'training_days', to_jsonb(training_days.*) from analytics.training_days where training_days.user_id = p_user_id
  union all
  select 'user_totals', to_jsonb(user_totals.*) from analytics.user_totals where user_totals.user_id = p_user_id
  union all
  select 'body_weight_days', to_jsonb(body_weight_days.*)
  from analytics.body_weight_days
  where body_weight_days.user_id = p_user_id;
end;
$$;

revoke execute on function private.rollup_rows(uuid) from public;

comment on function private.rollup_rows(uuid) is 'Every row of every rollup of one user.';
