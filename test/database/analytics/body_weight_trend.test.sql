begin;
select plan(5);

-- Ada weighs herself twice on 2 March, then after a day, two, seven and ten more.
select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('ada'), 'health_data', true, '1', 'en');
select tests.sign_in('ada');
insert into public.measurements (id, type_id, value, measured_at, time_zone)
select gen_random_uuid(), measurement_types.id, readings.value, readings.at, 'UTC'
from (
  values
    ('body_weight', 80, timestamptz '2026-03-02T06:00Z'), ('body_weight', 81, '2026-03-02T21:00Z'),
    ('body_weight', 80, '2026-03-03T06:00Z'), ('body_weight', 79, '2026-03-05T06:00Z'),
    ('body_weight', 78, '2026-03-12T06:00Z'), ('body_weight', 77, '2026-03-22T06:00Z'),
    ('waist', 0.9, '2026-03-04T06:00Z')
) as readings (slug, value, at)
join public.measurement_types on measurement_types.slug = readings.slug;

select results_eq(
  'select * from public.body_weight_trend()',
  -- What fades by a tenth a day: 80.5 - 0.1 × 0.5; then 0.19 of 1.45, 1 - 0.9^7 of 2.1745 and 1 - 0.9^10 of 2.04 less.
  $$
    values
      (date '2026-03-02', 80.500, 2, 80.500, 80.500), ('2026-03-03', 80.000, 1, 80.250, 80.450),
      ('2026-03-05', 79.000, 1, 79.833, 80.175), ('2026-03-12', 78.000, 1, 78.000, 79.040),
      ('2026-03-22', 77.000, 1, 77.000, 77.711)
  $$,
  'BWT-01: each day with its mean, that of the week up to it, and the average in which readings fade'
);
select results_eq(
  $$ select * from public.body_weight_trend('2026-03-05', '2026-03-22') $$,
  $$ values (date '2026-03-05', 79.000, 1, 79.833, 80.175), ('2026-03-12', 78.000, 1, 78.000, 79.040) $$,
  'BWT-02: a range has its first day and not its last, and its averages are those of a longer one'
);
select is(
  public.body_weight_rate(),
  -- The slopes a day: three of -1/2, then -1/4, -2/9, -0.175, -3/19, -1/7, -2/17 and -1/10.
  '{
    "from": null, "to": null, "rate": {
      "days": 5, "points": 5, "days_per_point": 1, "first_on": "2026-03-02", "last_on": "2026-03-22",
      "per_week": -1.3903, "lower": -3.5, "upper": -0.7, "reason": null
    }
  }',
  'BWT-03: kilograms a week, and between which they are'
);
select is(
  public.body_weight_rate('2026-03-05', '2026-03-22') #>> '{rate,reason}', 'too_few_days',
  'BWT-04: a range tells a rate of its own days alone'
);
select tests.act_as('postgres');

select results_eq(
  $$ select who, call, tests.answer(who, 'select ' || call) from (values
       ('eve', '(select count(*) from public.body_weight_trend())'),
       ('eve', 'public.body_weight_rate() #>> ''{rate,days}'''),
       ('anon', 'public.body_weight_trend()'), ('anon', 'public.body_weight_rate()')
     ) as calls (who, call) $$,
  $$ values
       ('eve', '(select count(*) from public.body_weight_trend())', '0'),
       ('eve', 'public.body_weight_rate() #>> ''{rate,days}''', '0'),
       ('anon', 'public.body_weight_trend()', '42501'), ('anon', 'public.body_weight_rate()', '42501') $$,
  'BWT-05: nobody reads the weight of another, nor anything without an account'
);

select * from finish();
rollback;
