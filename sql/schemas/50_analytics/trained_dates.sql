create or replace function private.trained_dates(p_user_id uuid, p_from date, p_to date)
returns setof date
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    select training_days.local_date
    from analytics.training_days
    where training_days.user_id = p_user_id
      and training_days.local_date >= p_from
      and training_days.local_date < p_to
      and training_days.is_training_day;
end;
$$;

revoke execute on function private.trained_dates(uuid, date, date) from public;
grant execute on function private.trained_dates(uuid, date, date) to authenticated, service_role;

comment on function private.trained_dates(uuid, date, date) is
  'The days on which a user trained, p_from ≤ day < p_to: those with a set that counts or a finished workout.';
