begin;
select plan(2);

-- Four days of deadlifts, and one long ago.
select tests.create_user('ada'), tests.create_user('eve');
create function tests.log_sets(p_name text, p_at timestamptz, p_sets jsonb, p_rest jsonb default '{}')
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
  tests.log_sets('ada', '2025-06-01T18:00Z', '[{"reps": 1, "weight_kg": 250}]'),
  tests.log_sets('ada', '2026-01-01T18:00Z', '[{"reps": 1, "weight_kg": 200}]'),
  tests.log_sets('ada', '2026-01-03T18:00Z', '[{"reps": 1, "weight_kg": 300, "set_type": "warmup"}, {"reps": 1, "weight_kg": 160}]'),
  tests.log_sets('ada', '2026-01-05T18:00Z', '[{"reps": 1, "weight_kg": 150}, {"reps": 1, "weight_kg": 170}]'),
  tests.log_sets('ada', '2026-01-07T18:00Z', '[{"reps": 20, "weight_kg": 180}]'),
  tests.log_sets('ada', '2026-01-09T18:00Z', '[{"reps": 1, "weight_kg": 155}]'),
  tests.log_sets('ada', '2026-01-11T18:00Z', '[{"reps": 1, "weight_kg": 290}]', '{"ended_at": null}'),
  tests.log_sets('eve', '2026-01-10T18:00Z', '[{"reps": 1, "weight_kg": 280}]');
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
  'E1RM-01: the best of twelve weeks, or of the latest days that show one; no warm-ups, nothing unfinished'
);
select is(
  tests.answer('eve', $$ select private.latest_one_rep_max(tests.exercise_id('barbell-deadlift')) $$), '280.000000',
  'E1RM-02: and nothing of anybody else'
);

select * from finish();
rollback;
