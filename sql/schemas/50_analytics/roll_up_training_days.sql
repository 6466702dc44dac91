create or replace function private.roll_up_training_days(p_user_id uuid, p_dates date[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_before record;
  v_after record;
begin
  perform private.lock_user_data(p_user_id);
  perform private.raise_user_version(p_user_id);

  with gone as (
    delete from analytics.training_days
    where training_days.user_id = p_user_id and training_days.local_date = any (p_dates)
    returning training_days.*
  )
  select
    coalesce(sum(gone.workouts), 0) as workouts,
    coalesce(sum(gone.finished_workouts), 0) as finished_workouts,
    count(*) filter (where gone.is_training_day) as training_days,
    coalesce(sum(gone.sets), 0) as sets,
    coalesce(sum(gone.reps), 0) as reps,
    coalesce(sum(gone.volume_kg), 0) as volume_kg,
    coalesce(sum(gone.duration_seconds), 0) as duration_seconds,
    coalesce(sum(gone.distance_meters), 0) as distance_meters
  into v_before
  from gone;

  with made as (
    insert into analytics.training_days (
      user_id, local_date, workouts, finished_workouts, sets, reps, volume_kg, duration_seconds, distance_meters,
      session_load
    )
    select
      p_user_id, day.local_date, sessions.workouts, sessions.finished_workouts, trained.sets, trained.reps,
      trained.volume_kg, sessions.duration_seconds, trained.distance_meters, sessions.session_load
    from unnest(p_dates) as day (local_date)
    cross join lateral (
      select
        count(*) as workouts,
        count(workouts.ended_at) as finished_workouts,
        coalesce(sum(extract(epoch from workouts.ended_at - workouts.started_at)), 0)::bigint as duration_seconds,
        sum(private.session_load(
          workouts.session_rpe, extract(epoch from workouts.ended_at - workouts.started_at)::integer
        )) as session_load
      from public.workouts
      where workouts.user_id = p_user_id and workouts.local_date = day.local_date
    ) as sessions
    cross join lateral (
      select
        coalesce(sum(exercise_days.sets), 0) as sets,
        coalesce(sum(exercise_days.reps), 0) as reps,
        coalesce(sum(exercise_days.volume_kg), 0) as volume_kg,
        coalesce(sum(exercise_days.distance_meters), 0) as distance_meters
      from analytics.exercise_days
      where exercise_days.user_id = p_user_id and exercise_days.local_date = day.local_date
    ) as trained
    where sessions.workouts > 0
    returning training_days.*
  )
  select
    coalesce(sum(made.workouts), 0) as workouts,
    coalesce(sum(made.finished_workouts), 0) as finished_workouts,
    count(*) filter (where made.is_training_day) as training_days,
    coalesce(sum(made.sets), 0) as sets,
    coalesce(sum(made.reps), 0) as reps,
    coalesce(sum(made.volume_kg), 0) as volume_kg,
    coalesce(sum(made.duration_seconds), 0) as duration_seconds,
    coalesce(sum(made.distance_meters), 0) as distance_meters
  into v_after
  from made;

  -- Sums can be added to and subtracted from, which spares reading all days; the first and the last are looked up.
  insert into analytics.user_totals as stored (
    user_id, workouts, finished_workouts, training_days, sets, reps, volume_kg, duration_seconds, distance_meters,
    first_on, last_on
  )
  select
    p_user_id, v_after.workouts, v_after.finished_workouts, v_after.training_days, v_after.sets, v_after.reps,
    v_after.volume_kg, v_after.duration_seconds, v_after.distance_meters, min(training_days.local_date),
    max(training_days.local_date)
  from analytics.training_days
  where training_days.user_id = p_user_id
  on conflict (user_id) do update
    set
      workouts = stored.workouts - v_before.workouts + v_after.workouts,
      finished_workouts = stored.finished_workouts - v_before.finished_workouts + v_after.finished_workouts,
      training_days = stored.training_days - v_before.training_days + v_after.training_days,
      sets = stored.sets - v_before.sets + v_after.sets,
      reps = stored.reps - v_before.reps + v_after.reps,
      volume_kg = stored.volume_kg - v_before.volume_kg + v_after.volume_kg,
      duration_seconds = stored.duration_seconds - v_before.duration_seconds + v_after.duration_seconds,
      distance_meters = stored.distance_meters - v_before.distance_meters + v_after.distance_meters,
      first_on = excluded.first_on,
      last_on = excluded.last_on;

  -- Without any day there are no totals either.
  delete from analytics.user_totals where user_totals.user_id = p_user_id and user_totals.first_on is null;
end;
$$;

revoke execute on function private.roll_up_training_days(uuid, date[]) from public;

comment on function private.roll_up_training_days(uuid, date[]) is
  'Makes these rows of analytics.training_days anew from workouts and analytics.exercise_days, and moves the totals of '
  'analytics.user_totals by what changed. Definer, because nobody else may write rollups.';
