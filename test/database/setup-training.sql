-- What pgTAP files of training and planning share: plans that are followed and workouts as somebody did them.
-- Sets as a coach writes them: '1×5@40 3×8-12@60 1×5+@85%tm 2×4@75%e1rm 3×5~8', with + for as many as possible, ~ for
-- an RPE, s for seconds.
create function tests.read_sets(p_sets text)
returns table (
  "position" integer, set_type text, min_reps integer, max_reps integer, duration_seconds integer, weight_kg numeric,
  load_percent numeric, load_percent_of text, rpe numeric
)
language sql
immutable
as $$
  select
    row_number() over (order by part.ordinal, nth)::integer,
    case when m[5] = '+' then 'amrap' else 'normal' end,
    case when m[4] is null then m[2]::integer end,
    case when m[4] is null and m[5] is null then coalesce(m[3], m[2])::integer end,
    case when m[4] is not null then m[2]::integer end,
    case when m[7] is null then m[6]::numeric end,
    case when m[7] is not null then m[6]::numeric end,
    case m[7] when '%tm' then 'training_max' when '%e1rm' then 'e1rm' end,
    m[8]::numeric
  from regexp_split_to_table(p_sets, ' ') with ordinality as part (text, ordinal)
  cross join lateral regexp_match(
    part.text, '^(\d+)×(\d+)(?:-(\d+))?(s)?(\+)?(?:@([\d.]+)(%tm|%e1rm)?)?(?:~([\d.]+))?$'
  ) as m
  cross join lateral generate_series(1, m[1]::integer) as nth;
$$;

-- Somebody who follows a plan: p_routines are [[{exercise, sets, progression, warmup_ramp}, …], …], one a day from
-- Monday on, every other day. The enrollment is tests.id(p_number), its routines tests.id(p_number + 10), + 20, …, with
-- exercises + 1, + 2, … each.
create function tests.follow_plan(
  p_name text, p_number integer, p_routines jsonb, p_start_weights jsonb default '{}', p_mode text default 'sequence',
  p_weeks integer default 1, p_deload_weeks smallint[] default '{}', p_gym_id uuid default null
)
returns uuid
language plpgsql
set search_path = ''
as $$
begin
  perform tests.sign_in(p_name);
  insert into public.routines (id, name)
  select tests.id(p_number + 10 * ordinal::integer), 'Day ' || ordinal
  from jsonb_array_elements(p_routines) with ordinality as routine (node, ordinal);

  insert into public.routine_exercises (id, routine_id, exercise_id, position, progression, warmup_ramp)
  select
    tests.id(p_number + 10 * routine.ordinal::integer + exercise.ordinal::integer),
    tests.id(p_number + 10 * routine.ordinal::integer),
    tests.exercise_id(exercise.node ->> 'exercise'),
    exercise.ordinal,
    nullif(exercise.node -> 'progression', 'null'),
    exercise.node -> 'warmup_ramp'
  from jsonb_array_elements(p_routines) with ordinality as routine (node, ordinal)
  cross join lateral jsonb_array_elements(routine.node) with ordinality as exercise (node, ordinal);

  insert into public.routine_sets (
    id, routine_exercise_id, position, set_type, min_reps, max_reps, duration_seconds, weight_kg, load_percent,
    load_percent_of, rpe
  )
  select
    gen_random_uuid(), tests.id(p_number + 10 * routine.ordinal::integer + exercise.ordinal::integer), aim.*
  from jsonb_array_elements(p_routines) with ordinality as routine (node, ordinal)
  cross join lateral jsonb_array_elements(routine.node) with ordinality as exercise (node, ordinal)
  cross join lateral tests.read_sets(exercise.node ->> 'sets') as aim;

  insert into public.plans (id, name, weeks, deload_weeks, is_repeating)
  values (tests.id(p_number + 1), 'Plan', p_weeks, p_deload_weeks, true);
  insert into public.plan_days (id, plan_id, week, weekday, routine_id)
  select gen_random_uuid(), tests.id(p_number + 1), week, 2 * ordinal - 1, tests.id(p_number + 10 * ordinal::integer)
  from jsonb_array_elements(p_routines) with ordinality as routine (node, ordinal)
  cross join generate_series(1, p_weeks) as week;
  perform tests.act_as('postgres');

  insert into public.enrollments (id, user_id, plan_id, mode, starts_on, start_weights, gym_id)
  select
    tests.id(p_number), tests.user_id(p_name), tests.id(p_number + 1), p_mode, '2026-01-05',
    coalesce((
      select jsonb_object_agg(tests.exercise_id(start.key), start.value) from jsonb_each(p_start_weights) as start
    ), '{}'),
    p_gym_id;
  return tests.id(p_number);
end;
$$;

-- A prescription in one line: '5×5@100; 3×8-12@60 goal 9 9 8', sets alike run together.
create function tests.asks(p_answer jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select string_agg(line.text, '; ' order by line.position)
  from (
    select
      (exercise.node ->> 'position')::integer as position,
      string_agg(
        format('%s×%s', runs.sets, runs.aim), ' ' order by runs.first
      ) || coalesce(' goal ' || min(runs.goals), '') as text
    from jsonb_array_elements(p_answer -> 'exercises') as exercise (node)
    cross join lateral (
      select
        count(*) as sets, min(part.ordinal) as first, part.aim,
        (
          select string_agg(aimed ->> 'goal_reps', ' ') from jsonb_array_elements(exercise.node -> 'sets') as aimed
        ) as goals
      from (
        select
          aims.ordinal, aims.aim,
          aims.ordinal - row_number() over (partition by aims.aim order by aims.ordinal) as run
        from (
          select
            ordinal,
            concat(
              coalesce(node ->> 'min_reps', (node ->> 'duration_seconds') || 's'),
              case
                when (node ->> 'max_reps')::integer > (node ->> 'min_reps')::integer then '-' || (node ->> 'max_reps')
              end,
              case when node ->> 'set_type' = 'amrap' then '+' end,
              '@' || trim_scale((node ->> 'weight_kg')::numeric)
            ) as aim
          from jsonb_array_elements(exercise.node -> 'sets') with ordinality as aimed (node, ordinal)
        ) as aims
      ) as part
      group by part.run, part.aim
    ) as runs
    group by exercise.node
  ) as line;
$$;

-- Logs a session as it was prescribed, with what was done: '5 5 5 4 4; 8 8@57.5', exercises by semicolons, sets by
-- spaces: repetitions (or seconds), with a load that was another, '*' for as asked, nothing for an exercise left out.
create function tests.log_session(
  p_name text, p_answer jsonb, p_done text, p_at timestamptz, p_with_targets boolean default true
)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  perform tests.sign_in(p_name);
  perform public.log_workout(jsonb_build_object(
    'id', v_id, 'name', 'Session', 'started_at', to_jsonb(p_at), 'ended_at', to_jsonb(p_at + interval '1 hour'),
    'time_zone', 'UTC', 'routine_id', p_answer #> '{routine,id}', 'enrollment_id', p_answer -> 'enrollment_id',
    'exercises', (
      select jsonb_agg(jsonb_build_object(
        'id', gen_random_uuid(), 'exercise_id', exercise.node -> 'exercise_id', 'position', exercise.ordinal,
        'routine_exercise_id', exercise.node -> 'routine_exercise_id',
        'sets', (
          select jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object(
              'id', gen_random_uuid(), 'position', done.ordinal, 'set_type', aim.node -> 'set_type',
              case when aim.node ->> 'duration_seconds' is null then 'reps' else 'duration_seconds' end,
              case when done.part[1] = '*'
                then coalesce(
                  aim.node ->> 'goal_reps', aim.node ->> 'min_reps', aim.node ->> 'duration_seconds'
                )::integer
                else done.part[1]::integer
              end,
              'weight_kg', coalesce(done.part[2]::numeric, (aim.node ->> 'weight_kg')::numeric),
              'rpe', done.part[3]::numeric,
              'target', case when p_with_targets and aim.node is not null then jsonb_strip_nulls(jsonb_build_object(
                'min_reps', aim.node -> 'min_reps', 'max_reps', aim.node -> 'max_reps',
                'weight_kg', aim.node -> 'weight_kg',
                'duration_seconds', aim.node -> 'duration_seconds', 'rpe', aim.node -> 'rpe'
              )) end
            ))
            order by done.ordinal
          )
          from (
            select ordinal, regexp_match(text, '^([\d*]+)(?:@([\d.]+))?(?:~([\d.]+))?$') as part
            from regexp_split_to_table(
              case exercise.done
                when '*' then rtrim(repeat('* ', jsonb_array_length(exercise.node -> 'sets')))
                else exercise.done
              end,
              ' '
            ) with ordinality as done (text, ordinal)
          ) as done
          left join jsonb_array_elements(exercise.node -> 'sets') with ordinality as aim (node, ordinal) using (ordinal)
        )
      ))
      from (
        select part.ordinal, btrim(part.text) as done, p_answer -> 'exercises' -> (part.ordinal - 1)::integer as node
        from regexp_split_to_table(p_done, ';') with ordinality as part (text, ordinal)
      ) as exercise
      where exercise.done <> ''
    )
  ));
  perform tests.act_as('postgres');
  return v_id;
end;
$$;

-- Follows an enrollment session by session: asks what is next, says what it was and why, and does what the step says.
create function tests.train(
  p_name text, p_enrollment_id uuid, p_done text[], p_from date default '2026-01-05', p_days integer default 2,
  p_with_targets boolean default true
)
returns table (session integer, asks text, why text)
language plpgsql
set search_path = ''
as $$
declare
  v_answer jsonb;
  v_on date;
begin
  for v_nth in 1..cardinality(p_done) loop
    session := v_nth;
    v_on := p_from + p_days * (v_nth - 1);
    perform tests.sign_in(p_name);
    v_answer := public.next_workout(p_enrollment_id, v_on);
    perform tests.act_as('postgres');
    asks := tests.asks(v_answer);
    select string_agg(exercise #>> '{progression,reason,code}', '; ' order by exercise ->> 'position')
    into why
    from jsonb_array_elements(v_answer -> 'exercises') as exercise;
    return next;
    if p_done[v_nth] is not null then
      perform tests.log_session(
        p_name, v_answer, p_done[v_nth], (v_on + time '18:00') at time zone 'UTC', p_with_targets
      );
    end if;
  end loop;
end;
$$;

-- The same for a plan of one exercise, once a week.
create function tests.train_exercise(
  p_number integer, p_sets text, p_rule jsonb, p_done text[], p_exercise text default 'barbell-back-squat',
  p_name text default 'bob', p_start_weights jsonb default '{}', p_gym_id uuid default null,
  p_mode text default 'sequence',
  p_weeks integer default 1, p_deload_weeks smallint[] default '{}', p_days integer default 7
)
returns table (session integer, asks text, why text)
language sql
as $$
  select trained.*
  from tests.follow_plan(
    p_name, p_number,
    jsonb_build_array(jsonb_build_array(
      jsonb_build_object('exercise', p_exercise, 'sets', p_sets, 'progression', p_rule)
    )),
    p_start_weights, p_mode, p_weeks, p_deload_weeks, p_gym_id
  ) as enrollment_id
  cross join lateral tests.train(p_name, enrollment_id, p_done, p_days => p_days) as trained;
$$;

-- Logs an hour of one exercise at noon of a day: '5@100 8@80' for repetitions with kilograms, '5000m1500s' for a
-- distance in a time.
create function tests.lift(p_name text, p_exercise text, p_on date, p_sets text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  perform tests.sign_in(p_name);
  perform public.log_workout(jsonb_build_object(
    'id', v_id, 'name', 'Session', 'started_at', (p_on + time '12:00') at time zone 'UTC',
    'ended_at', (p_on + time '13:00') at time zone 'UTC', 'time_zone', 'UTC',
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', gen_random_uuid(), 'exercise_id', tests.exercise_id(p_exercise), 'position', 1,
      'sets', (
        select jsonb_agg(
          jsonb_strip_nulls(jsonb_build_object(
            'id', gen_random_uuid(), 'position', done.ordinal,
            'reps', done.part[1]::integer, 'weight_kg', done.part[2]::numeric,
            'distance_meters', done.part[3]::numeric, 'duration_seconds', done.part[4]::integer
          ))
          order by done.ordinal
        )
        from (
          select ordinal, regexp_match(text, '^(?:(\d+)(?:@([\d.]+))?|(?:(\d+)m)?(?:(\d+)s)?)$') as part
          from regexp_split_to_table(p_sets, ' ') with ordinality as done (text, ordinal)
        ) as done
      )
    ))
  ));
  perform tests.act_as('postgres');
  return v_id;
end;
$$;

grant execute on all functions in schema tests to anon, authenticated, service_role;
