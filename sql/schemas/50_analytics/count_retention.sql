create or replace function private.count_retention(p_from_month date, p_months integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_admin();
  if p_from_month is null or p_from_month not between '1970-01-01' and '2100-01-01' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_from_month', 'must be a day from 1970 to 2100', 'Send a day of the first month.'
    );
  end if;
  if p_months is null or p_months not between 1 and 24 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_months', 'must be from 1 to 24', 'Ask for fewer months.', 24
    );
  end if;

  return (
    with cohorts as (
      select date_trunc('month', user_totals.first_on)::date as month, user_totals.user_id
      from analytics.user_totals
      where user_totals.first_on >= date_trunc('month', p_from_month)
        and user_totals.first_on < date_trunc('month', p_from_month) + p_months * interval '1 month'
    ),
    sizes as (
      select cohorts.month, count(*) as users from cohorts group by cohorts.month
    ),
    -- Months are the people's own, so the last one may be of those who are ahead.
    stays as (
      select
        cohorts.month,
        (extract(year from training_days.local_date) - extract(year from cohorts.month)) * 12
          + extract(month from training_days.local_date) - extract(month from cohorts.month) as number,
        count(distinct cohorts.user_id) as users
      from cohorts
      join analytics.training_days on training_days.user_id = cohorts.user_id and training_days.is_training_day
      group by 1, 2
    )
    select jsonb_build_object(
      'cohorts', coalesce(
        jsonb_agg(
          jsonb_build_object(
            'month', sizes.month,
            'users', private.at_least_ten(sizes.users),
            'months', case
              when private.at_least_ten(sizes.users) is null then '[]'
              else (
                select jsonb_agg(
                  jsonb_build_object(
                    'number', numbers.number,
                    'users', private.at_least_ten(stays.users),
                    'share', round(private.at_least_ten(stays.users)::numeric / sizes.users, 4)
                  )
                  order by numbers.number
                )
                from generate_series(0, (select max(last.number) from stays as last where last.month = sizes.month))
                  as numbers (number)
                left join stays on stays.month = sizes.month and stays.number = numbers.number
              )
            end
          )
          order by sizes.month
        ),
        '[]'
      )
    )
    from sizes
  );
end;
$$;

revoke execute on function private.count_retention(date, integer) from public;
grant execute on function private.count_retention(date, integer) to authenticated;

comment on function private.count_retention(date, integer) is
  'What platform_retention() answers. Definer, because it counts over everybody''s days; for admins alone.';
