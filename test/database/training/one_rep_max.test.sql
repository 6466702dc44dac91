begin;
select plan(6);

-- Published figures, each to its last digit.
select results_eq(
  $$
    select weight_kg, reps, round(private.epley_one_rep_max(weight_kg, reps), scale(published))
    from (
      values
        (100, 1, 103.333333), (100, 2, 106.666667), (100, 3, 110.0), (100, 5, 116.666667), (100, 8, 126.666667),
        (100, 10, 133.333333), (100, 12, 140.0), (82.5, 6, 99.0), (142.5, 4, 161.5), (60, 15, 90.0), (95, 5, 110.8),
        (60, 10, 80), (100, 5, 116.667)
    ) as vectors (weight_kg, reps, published)
  $$,
  $$
    values
      (100::numeric, 1, 103.333333), (100, 2, 106.666667), (100, 3, 110.0), (100, 5, 116.666667), (100, 8, 126.666667),
      (100, 10, 133.333333), (100, 12, 140.0), (82.5, 6, 99.0), (142.5, 4, 161.5), (60, 15, 90.0), (95, 5, 110.8),
      (60, 10, 80), (100, 5, 116.667)
  $$,
  'E1RM-01: Epley''s formula'
);
select is_empty(
  $$
    select reps, rpe, fraction, private.rpe_percent(reps, rpe)
    from (
      values
        (1, array[1.0, 0.9775003, 0.9570718, 0.9383813, 0.921429, 0.9062147, 0.8916803, 0.8784678, 0.8652554]),
        (2, array[0.9570718, 0.9383813, 0.921429, 0.9062147, 0.8916803, 0.8784678, 0.8652554, 0.8520429, 0.8388305]),
        (3, array[0.921429, 0.9062147, 0.8916803, 0.8784678, 0.8652554, 0.8520429, 0.8388305, 0.8256181, 0.8124056]),
        (4, array[0.8916803, 0.8784678, 0.8652554, 0.8520429, 0.8388305, 0.8256181, 0.8124056, 0.7991932, 0.7859807]),
        (5, array[0.8652554, 0.8520429, 0.8388305, 0.8256181, 0.8124056, 0.7991932, 0.7859807, 0.7727683, 0.7595558]),
        (6, array[0.8388305, 0.8256181, 0.8124056, 0.7991932, 0.7859807, 0.7727683, 0.7595558, 0.7463433, 0.7331309]),
        (7, array[0.8124056, 0.7991932, 0.7859807, 0.7727683, 0.7595558, 0.7463433, 0.7331309, 0.7199184, 0.706706]),
        (8, array[0.7859807, 0.7727683, 0.7595558, 0.7463433, 0.7331309, 0.7199184, 0.706706, 0.6934936, 0.6802811]),
        (9, array[0.7595558, 0.7463433, 0.7331309, 0.7199184, 0.706706, 0.6934936, 0.6802811, 0.6670686, 0.6538562]),
        (10, array[0.7331309, 0.7199184, 0.706706, 0.6934936, 0.6802811, 0.6670686, 0.6538562, 0.6406437, 0.6274313]),
        (11, array[0.706706, 0.6934936, 0.6802811, 0.6670686, 0.6538562, 0.6406437, 0.6274313, 0.6142188, 0.6010064]),
        (12, array[0.6802811, 0.6670686, 0.6538562, 0.6406437, 0.6274313, 0.6142188, 0.6010064, 0.587794, 0.5745815])
    ) as table_of_rpe (reps, fractions)
    cross join lateral unnest(fractions) with ordinality as cell (fraction, ordinal)
    cross join lateral (select 10 - (ordinal - 1) / 2.0) as at (rpe)
    -- Half of the last digit published: whoever computed the table in floating point rounded halves either way.
    where coalesce(abs(private.rpe_percent(reps, rpe) / 100 - fraction) > 0.00000005, true)
  $$,
  'E1RM-02: the table of repetitions and RPE'
);
select results_eq(
  $$
    select private.rpe_percent(reps, rpe)
    from (values (0, 10), (5, 3.5), (5, 10.5), (16, 10), (17, 10), (null, 8), (5, null)) as cases (reps, rpe)
  $$,
  $$ values (null::numeric), (null), (null), (57.45815), (null), (null), (null) $$,
  'E1RM-03: which ends where there is nothing to say'
);
select results_eq(
  $$
    select round(private.estimated_set_max(weight_kg, reps, rpe), 3)
    from (
      values (100, 1, null::numeric), (100, 5, null), (100, 10, null), (100, 11, null), (100, 0, null), (100, 5, 8), (100, 1, 9)
    ) as sets (weight_kg, reps, rpe)
  $$,
  -- 100 / 0.8124056 and 100 / 0.9570718
  $$ values (100::numeric), (116.667), (133.333), (null), (null), (123.091), (104.485) $$,
  'E1RM-04: a set shows its rating''s share, or Epley''s; a single is itself'
);

-- Four days of deadlifts, and one long ago.
select tests.create_user('ada'), tests.create_user('eve');
create function tests.lift(p_name text, p_at timestamptz, p_sets jsonb, p_rest jsonb default '{}')
returns void
language plpgsql
as $$
begin
  perform tests.sign_in(p_name);
  perform public.log_workout(jsonb_build_object(
    'id', gen_random_uuid(), 'name', 'Pull', 'started_at', to_jsonb(p_at), 'time_zone', 'UTC',
    'ended_at', to_jsonb(p_at + interval '1 hour'), 'exercises', jsonb_build_array(jsonb_build_object(
      'id', gen_random_uuid(), 'exercise_id', tests.exercise_id('barbell-deadlift'), 'position', 1, 'sets', (
        select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'position', ordinal) || sets.node order by ordinal)
        from jsonb_array_elements(p_sets) with ordinality as sets (node, ordinal)
      )
    ))
  ) || p_rest);
  perform tests.act_as('postgres');
end;
$$;
select
  tests.lift('ada', '2025-06-01T18:00Z', '[{"reps": 1, "weight_kg": 250}]'),
  tests.lift('ada', '2026-01-01T18:00Z', '[{"reps": 1, "weight_kg": 200}]'),
  tests.lift('ada', '2026-01-03T18:00Z', '[{"reps": 1, "weight_kg": 300, "set_type": "warmup"}, {"reps": 1, "weight_kg": 160}]'),
  tests.lift('ada', '2026-01-05T18:00Z', '[{"reps": 1, "weight_kg": 150}, {"reps": 1, "weight_kg": 170}]'),
  tests.lift('ada', '2026-01-07T18:00Z', '[{"reps": 20, "weight_kg": 180}]'),
  tests.lift('ada', '2026-01-09T18:00Z', '[{"reps": 1, "weight_kg": 155}]'),
  tests.lift('ada', '2026-01-11T18:00Z', '[{"reps": 1, "weight_kg": 290}]', '{"ended_at": null}'),
  tests.lift('eve', '2026-01-10T18:00Z', '[{"reps": 1, "weight_kg": 280}]');
select is(
  tests.answer('ada', $$
    select array[
      private.latest_one_rep_max(tests.exercise_id('barbell-deadlift')),
      private.latest_one_rep_max(tests.exercise_id('barbell-deadlift'), p_days => 3),
      private.latest_one_rep_max(tests.exercise_id('barbell-deadlift'), '2026-01-05T18:00Z', 1),
      private.latest_one_rep_max(tests.exercise_id('barbell-deadlift'), '2026-01-01T00:00Z')
    ]
  $$),
  '{200.000000,170.000000,160.000000,250.000000}',
  'E1RM-05: the best of twelve weeks, or of the latest days that show one; no warm-ups, nothing unfinished'
);
select is(
  tests.answer('eve', $$ select private.latest_one_rep_max(tests.exercise_id('barbell-deadlift')) $$), '280.000000',
  'E1RM-06: and nothing of anybody else'
);

select * from finish();
rollback;
