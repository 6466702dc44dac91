create or replace view public.records
with (security_invoker = true) as
select
  events.user_id,
  events.exercise_id,
  events.kind,
  nullif(events.reps, 0) as reps,
  events.value,
  case
    when events.kind = 'most_reps' then 'reps'
    when events.kind = 'longest_duration' then 's'
    when events.kind = 'farthest_distance' then 'm'
    when events.kind = 'best_pace' then 's/km'
    else 'kg'
  end as unit,
  events.achieved_on,
  events.started_at,
  events.workout_id,
  events.workout_set_id,
  events.previous_value,
  events.previous_value is null as is_baseline,
  case
    when confirmations.confirmed_at is not null or events.kind = 'least_assistance' then false
    when events.kind = 'best_pace' and events.previous_value <= events.value * 1.5 then false
    when events.kind <> 'best_pace' and events.previous_value >= events.value / 1.5 then false
    else
      -- Most are supported by the first day that is looked at.
      not exists (
        select 1
        from analytics.exercise_days as other
        where other.user_id = events.user_id
          and other.exercise_id = events.exercise_id
          and other.local_date <> events.achieved_on
          and case events.kind
            when 'set_volume' then other.best_set_volume_kg >= events.value / 1.5
            when 'session_volume' then other.volume_kg >= events.value / 1.5
            when 'most_reps' then other.most_reps >= events.value / 1.5
            when 'longest_duration' then other.longest_seconds >= events.value / 1.5
            when 'farthest_distance' then other.farthest_meters >= events.value / 1.5
            when 'best_pace' then other.best_pace_seconds <= events.value * 1.5
            else other.max_weight_kg >= events.stored_value / 1.5
          end
      )
      and exists (
        select 1
        from analytics.exercise_days as other
        where other.user_id = events.user_id
          and other.exercise_id = events.exercise_id
          and other.local_date <> events.achieved_on
          and case events.kind
            when 'set_volume' then other.best_set_volume_kg > 0
            when 'session_volume' then other.volume_kg > 0
            when 'most_reps' then other.most_reps > 0
            when 'longest_duration' then other.longest_seconds > 0
            when 'farthest_distance' then other.farthest_meters > 0
            when 'best_pace' then other.best_pace_seconds > 0
            else other.max_weight_kg > 0
          end
      )
  end as is_suspect,
  confirmations.confirmed_at
from (
  select
    history.user_id,
    history.exercise_id,
    history.kind,
    history.reps,
    history.value,
    history.achieved_on,
    history.started_at,
    history.workout_id,
    history.workout_set_id,
    history.previous_value,
    history.kind as stored_kind,
    history.value as stored_value
  from analytics.record_history as history

  union all

  -- For each repetition count the estimate grows with the load, so whatever is a record of estimates is among the
  -- records of loads.
  select
    estimates.user_id,
    estimates.exercise_id,
    'e1rm'::text as kind,
    estimates.reps,
    estimates.value,
    estimates.achieved_on,
    estimates.started_at,
    estimates.workout_id,
    estimates.workout_set_id,
    estimates.previous_value,
    'rep_max'::text as stored_kind,
    estimates.stored_value
  from (
    select
      maxima.*,
      max(maxima.value) over (
        partition by maxima.user_id, maxima.exercise_id
        order by maxima.achieved_on, maxima.started_at, maxima.workout_id
        groups between unbounded preceding and 1 preceding
      ) as previous_value,
      row_number() over (
        partition by maxima.user_id, maxima.exercise_id, maxima.workout_id
        order by maxima.value desc, maxima.reps
      ) as rank
    from (
      select
        history.user_id,
        history.exercise_id,
        history.reps,
        history.achieved_on,
        history.started_at,
        history.workout_id,
        history.workout_set_id,
        history.value as stored_value,
        round(history.value * (private.one_rep_max_factors(settings.e1rm_formula))[history.reps], 3) as value
      from analytics.record_history as history
      join public.profile_settings as settings on settings.user_id = history.user_id
      where history.kind = 'rep_max'
        and history.exercise_kind = 'weight_reps'
        -- Above, no formula is worth a headline.
        and history.reps <= 10
    ) as maxima
  ) as estimates
  where estimates.rank = 1 and (estimates.previous_value is null or estimates.value > estimates.previous_value)
) as events
left join analytics.record_confirmations as confirmations on confirmations.workout_id = events.workout_id
  and confirmations.workout_set_id = events.workout_set_id
  and confirmations.kind = events.stored_kind
  and confirmations.reps = events.reps
  and confirmations.value = events.stored_value;

revoke all on public.records from anon, authenticated;
grant select on public.records to authenticated, service_role;

comment on view public.records is
  'The caller''s personal records, current and former: what a finished workout did better than all before it, warm-ups '
  'left out. The latest row of an exercise, kind and reps is the record that stands. Equal is no better; of several '
  'sets of a workout the best counts, and of equal ones the first. max_weight: heaviest external load. rep_max: '
  'heaviest load for exactly reps repetitions, 1 to 12. e1rm: estimated one-repetition maximum by the formula of the '
  'caller''s settings, from up to 10 repetitions, of exercises in which the body is no part of the load. set_volume, '
  'session_volume: reps × load in a set, and in all sets of the workout. most_reps: in one set of a body-weight '
  'exercise. least_assistance: least for reps or more, where 12 stands for any more. longest_duration, '
  'farthest_distance, best_pace: of one set. Filter by exercise_id where possible.';
comment on column public.records.user_id is 'Owner: whoever asks.';
comment on column public.records.exercise_id is 'The exercise.';
comment on column public.records.kind is
  'max_weight, rep_max, e1rm, set_volume, session_volume, most_reps, least_assistance, longest_duration, '
  'farthest_distance or best_pace. Which of them an exercise has depends on its kind.';
comment on column public.records.reps is
  'Repetitions of a rep_max or least_assistance, 1 to 12, or of the set behind an e1rm; null for other kinds.';
comment on column public.records.value is 'In unit. More is better, but for best_pace and least_assistance.';
comment on column public.records.unit is 'kg, s, m, s/km or reps.';
comment on column public.records.achieved_on is 'Day of the workout.';
comment on column public.records.started_at is 'When the workout began.';
comment on column public.records.workout_id is 'The workout that set it.';
comment on column public.records.workout_set_id is
  'The first set that reached the value; for session_volume the last that added to it.';
comment on column public.records.previous_value is 'The best before it; null for a baseline.';
comment on column public.records.is_baseline is 'The first of its kind, which beat nothing.';
comment on column public.records.is_suspect is
  'Probably a slip of the finger: more than half as much again as the best before it and as any other day of the '
  'exercise, before or after. Never of least_assistance. False once confirmed.';
comment on column public.records.confirmed_at is 'When the caller said that it is right; null where they did not.';
