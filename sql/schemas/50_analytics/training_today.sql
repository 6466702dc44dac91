create or replace function private.training_today(p_on date)
returns date
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_today date := private.own_today();
begin
  if p_on not between '1970-01-01' and '2100-12-31' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', 'must be a day from 1970-01-01 to 2100-12-31', 'Correct the field and call again.'
    );
  end if;
  if p_on is not null then
    return p_on;
  end if;
  return coalesce(
    (select max(trained) from private.trained_dates((select auth.uid()), v_today, v_today + 2) as trained), v_today
  );
end;
$$;

revoke execute on function private.training_today(date) from public;
grant execute on function private.training_today(date) to authenticated, service_role;

comment on function private.training_today(date) is
  'p_on, or else the day on which the caller is: by their settings, or the day after where they have trained on that '
  'already, which is so for whoever travels east. Errors: 422 invalid_field.';
