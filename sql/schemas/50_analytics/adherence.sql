create or replace function public.adherence(p_from date, p_to date, p_on date default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_on date := private.training_today(p_on);
begin
  if p_from is null or p_to is null or p_to - p_from not between 1 and 400 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_to', 'must be from 1 to 400 days after p_from', 'Ask for fewer days at once.', 400
    );
  end if;

  return (
    with followed as materialized (
      select
        enrollments.id, enrollments.plan_id, plans.name, enrollments.mode, enrollments.starts_on, found.planned,
        found.done, found.missed, found.moved, found.extra, found.in_order
      from public.enrollments
      join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
      cross join lateral (
        select calendar.*
        from private.calendar_adherence(enrollments.id, p_from, p_to, v_on) as calendar
        where enrollments.mode = 'calendar'

        union all

        select sequence.*
        from private.sequence_adherence(enrollments.id, p_from, p_to, v_on) as sequence
        where enrollments.mode = 'sequence'
      ) as found
      where enrollments.user_id = (select auth.uid())
        and enrollments.starts_on < p_to
        and private.enrollment_span(enrollments.id, v_on) && daterange(p_from, p_to)
    )
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'on', v_on,
      'planned', coalesce(sum(followed.planned), 0),
      'done', coalesce(sum(followed.done), 0),
      'missed', coalesce(sum(followed.missed), 0),
      'share', round(sum(followed.done)::numeric / nullif(sum(followed.done + followed.missed), 0), 4),
      'enrollments', coalesce(
        jsonb_agg(
          jsonb_build_object(
            'enrollment_id', followed.id,
            'plan_id', followed.plan_id,
            'plan_name', followed.name,
            'mode', followed.mode,
            'planned', followed.planned,
            'done', followed.done,
            'missed', followed.missed,
            'upcoming', followed.planned - followed.done - followed.missed,
            'moved', followed.moved,
            'extra', followed.extra,
            'in_order', followed.in_order,
            'share', round(followed.done::numeric / nullif(followed.done + followed.missed, 0), 4)
          )
          order by followed.starts_on, followed.id
        ),
        '[]'
      )
    )
    from followed
  );
end;
$$;

revoke execute on function public.adherence(date, date, date) from public;
grant execute on function public.adherence(date, date, date) to authenticated;

comment on function public.adherence(date, date, date) is
  'How the caller followed their plans, p_from ≤ day < p_to, at most 400 days, as seen on a day of theirs, by default '
  'today: {from, to, on, planned, done, missed, share, enrollments: [{enrollment_id, plan_id, plan_name, mode, '
  'planned, done, missed, upcoming, moved, extra, in_order, share}]}. In calendar mode sessions count on their days, '
  'moved were done on another one, and extra are workouts that did none. In sequence mode planned is what the plan has '
  'in as many days without pauses, missed is how far its pace is behind, extra how far ahead, moved were not done on '
  'the day they were due, and in_order were done with the routine that was next. share is done of done and missed, '
  'null of nothing. Errors: 422 invalid_field.';
