create or replace function private.report_period(
  p_period text,
  p_on date,
  out period_from date,
  out period_to date,
  out through date,
  out previous_from date,
  out previous_to date
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_today date := private.own_today();
  v_on date := coalesce(p_on, v_today);
begin
  if p_period is null or p_period not in ('week', 'month', 'year') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_period', 'must be week, month or year', 'Send one of the three.'
    );
  end if;
  if v_on not between '1970-01-01' and '2100-12-31' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', 'must be a day from 1970 to 2100',
      'Send a day of the period, or nothing for today.'
    );
  end if;

  if p_period = 'week' then
    period_from := private.week_start_of(v_on, coalesce(
      (
        select settings.week_start
        from public.profile_settings as settings
        where settings.user_id = (select auth.uid())
      ),
      1::smallint
    ));
  else
    period_from := date_trunc(p_period, v_on::timestamp)::date;
  end if;
  period_to := (period_from + ('1 ' || p_period)::interval)::date;
  previous_from := (period_from - ('1 ' || p_period)::interval)::date;
  through := greatest(least(period_to, v_today + 1), period_from);
  previous_to := case
    when through = period_to then period_from
    else least(previous_from + (through - period_from), period_from)
  end;
end;
$$;

revoke execute on function private.report_period(text, date) from public;
grant execute on function private.report_period(text, date) to authenticated, service_role;

comment on function private.report_period(text, date) is
  'The week, month or year of the caller''s that holds a day, today if null; how far it has come; and the one before, '
  'of which a period that runs is compared with only as many days. Errors: 422 invalid_field.';
