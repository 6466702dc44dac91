create or replace function private.body_weight_on(p_user_id uuid, p_date date)
returns numeric
language sql
stable
security invoker
begin atomic
  select body_weight_days.weight_kg
  from analytics.body_weight_days
  where body_weight_days.user_id = p_user_id and body_weight_days.local_date <= p_date
  order by body_weight_days.local_date desc
  limit 1;
end;

revoke execute on function private.body_weight_on(uuid, date) from public;
grant execute on function private.body_weight_on(uuid, date) to authenticated, service_role;

comment on function private.body_weight_on(uuid, date) is
  'What a user weighed as of a day, in kg: the last day with readings, that one included; null before the first.';
