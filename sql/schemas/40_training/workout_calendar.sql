create or replace function public.workout_calendar(p_from date, p_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'days', coalesce(
        jsonb_agg(
          jsonb_build_object('local_date', days.local_date, 'workouts', days.workouts) order by days.local_date
        ),
        '[]'
      )
    )
    from (
      select workouts.local_date, count(*) as workouts
      from public.workouts
      where workouts.user_id = (select auth.uid())
        and workouts.local_date >= p_from
        and workouts.local_date < p_to
        and workouts.ended_at is not null
      group by workouts.local_date
    ) as days
  );
end;
$$;

revoke execute on function public.workout_calendar(date, date) from public;
grant execute on function public.workout_calendar(date, date) to authenticated;

comment on function public.workout_calendar(date, date) is
  'How many workouts the caller finished on which of their days, p_from ≤ day < p_to: {from, to, days: [{local_date, '
  'workouts}]}, days without any left out.';
