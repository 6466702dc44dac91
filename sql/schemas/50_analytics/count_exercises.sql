create or replace function private.count_exercises(p_month date, p_limit integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_from date := date_trunc('month', p_month);
begin
  perform private.require_admin();
  if p_month is null or p_month not between '1970-01-01' and '2100-01-01' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_month', 'must be a day from 1970 to 2100', 'Send a day of the month.'
    );
  end if;
  if p_limit is null or p_limit not between 1 and 200 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_limit', 'must be from 1 to 200', 'Ask for fewer exercises.', 200
    );
  end if;

  return (
    select jsonb_build_object('month', v_from, 'exercises', coalesce(
      jsonb_agg(
        jsonb_build_object(
          'exercise_id', used.exercise_id, 'name', used.name, 'users', used.users, 'sets', used.sets
        )
        order by used.users desc, used.sets desc, used.exercise_id
      ),
      '[]'
    ))
    from (
      select
        exercises.id as exercise_id, exercises.name, count(distinct exercise_days.user_id) as users,
        sum(exercise_days.sets) as sets
      from analytics.exercise_days
      -- The name of somebody's own exercise is theirs.
      join public.exercises on exercises.id = exercise_days.exercise_id and exercises.user_id is null
      where exercise_days.local_date >= v_from and exercise_days.local_date < v_from + interval '1 month'
      group by exercises.id
      having private.at_least_ten(count(distinct exercise_days.user_id)) is not null
      order by users desc, sets desc, exercises.id
      limit p_limit
    ) as used
  );
end;
$$;

revoke execute on function private.count_exercises(date, integer) from public;
grant execute on function private.count_exercises(date, integer) to authenticated;

comment on function private.count_exercises(date, integer) is
  'What platform_exercises() answers. Definer, because it counts over everybody''s days; for admins alone.';
