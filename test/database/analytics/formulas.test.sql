begin;
select plan(24);

-- The figures of published sources and of computations from their constants, each to its last digit.
create temporary table lifts (weight_kg numeric, reps integer, formula text, published numeric) on commit drop;
insert into lifts
select row.weight_kg, row.reps, formula.name, formula.published
from (
  values
    (100, 1, 103.333333, 100.0, 100.0, 102.5, 108.864004, 101.304191, 101.390294),
    (100, 2, 106.666667, 102.857143, 107.177346, 105.0, 111.438679, 105.145739, 104.212759),
    (100, 3, 110.0, 105.882353, 111.612317, 107.5, 113.990321, 108.979743, 107.196865),
    (100, 5, 116.666667, 112.5, 117.461894, 112.5, 119.01068, 116.582505, 113.708918),
    (100, 8, 126.666667, 124.137931, 123.114441, 120.0, 126.286343, 127.671419, 125.10922),
    (100, 10, 133.333333, 133.333333, 125.892541, 125.0, 130.934273, 134.746699, 134.070363),
    (100, 12, 140.0, 144.0, 128.208885, 130.0, 135.398484, 141.495856, 144.414259),
    (82.5, 6, 99.0, 95.806452, 98.689074, 94.875, 100.215123, 99.272729, 96.748523),
    (142.5, 4, 161.5, 155.454545, 163.689516, 156.75, 166.034497, 160.733585, 157.258593),
    (60, 15, 90.0, 98.181818, 78.661165, 82.5, 85.031548, 90.543757, 97.9887)
) as row (weight_kg, reps, epley, brzycki, lombardi, oconner, mayhew, wathan, lander)
cross join lateral (
  values
    ('epley', row.epley), ('brzycki', row.brzycki), ('lombardi', row.lombardi), ('oconner', row.oconner),
    ('mayhew', row.mayhew), ('wathan', row.wathan), ('lander', row.lander)
) as formula (name, published);
insert into lifts values (95, 5, 'epley', 110.8), (60, 10, 'epley', 80), (100, 5, 'epley', 116.667);

select is_empty(
  format(
    $$
      select * from lifts
      where formula = %L
        and round(private.one_rep_max(formula, weight_kg, reps), scale(published)) is distinct from published
    $$,
    formula
  ),
  format('FRM-01: one-repetition maximum by %s', formula)
) from unnest(array['epley', 'brzycki', 'lombardi', 'oconner', 'mayhew', 'wathan', 'lander']) as formula;
select is((select count(*) from lifts), 73::bigint, 'FRM-02: ten sets by seven formulas, and three more of Epley''s');
select results_eq(
  $$
    select formula, private.one_rep_max(formula, 100, reps)
    from (values ('brzycki', 37), ('brzycki', 40), ('lander', 38), ('epley', 0), ('epley', -1), ('none', 5), (null, 5)) as t (formula, reps)
  $$,
  $$
    values ('brzycki', null::numeric), ('brzycki', null), ('lander', null), ('epley', null), ('epley', null), ('none', null), (null, null)
  $$,
  'FRM-03: where a formula ends there is no figure, nor an error'
);
select results_eq(
  'select private.one_rep_max_confidence(reps) from unnest(array[0, 1, 10, 11, 15, 16, null]) as reps',
  $$ values (null), ('headline'), ('headline'), ('low'), ('low'), (null), (null) $$,
  'FRM-04: up to ten repetitions an estimate is worth a headline, up to 15 little, above nothing'
);
select results_eq(
  $$
    select formula, round(private.estimated_set_max(formula, weight_kg, reps, rpe), 3)
    from (
      values
        ('epley', 100, 1, null::numeric), ('mayhew', 100, 1, null), ('epley', 100, 5, null), ('mayhew', 100, 5, null),
        ('epley', 100, 10, null), ('epley', 100, 11, null), ('epley', 100, 0, null), ('mayhew', 100, 5, 8), ('epley', 100, 1, 9),
        ('epley', 100, 5, 3)
    ) as sets (formula, weight_kg, reps, rpe)
  $$,
  -- 100 / 0.8124056 and 100 / 0.9570718
  $$
    values
      ('epley', 100::numeric), ('mayhew', 100), ('epley', 116.667), ('mayhew', 119.011), ('epley', 133.333),
      ('epley', null), ('epley', null), ('mayhew', 123.091), ('epley', 104.485), ('epley', null)
  $$,
  'FRM-05: a single is itself, a rated set shows its share, any other what the formula says'
);

-- 12 repetitions down, RPE 10 to 6 across.
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
  'FRM-06: the table of repetitions and RPE'
);

create temporary table totals on commit drop as
select *
from (
  values
    ('male', 35, 100, 127.111001, 133.542287, null, 21.8799, 81.1465, 23.7476, 155.7331),
    ('male', 40, 250, 317.777503, 333.855717, 347.382518, 50.9719, 188.036, 51.5017, 249.9214),
    ('male', 60, 400, 337.617072, 341.149695, 398.734745, 65.5968, 239.1159, 57.4867, 193.0913),
    ('male', 74, 600, 434.191172, 431.588155, 515.969164, 88.0859, 319.9799, 74.3565, 233.6493),
    ('male', 82.5, 650, 440.305205, 435.439243, 522.884793, 90.2525, 327.5035, 75.3261, 232.3594),
    ('male', 90, 600, 387.960497, 383.036446, 460.197638, 79.7653, 289.308, 66.2089, 202.3995),
    ('male', 93, 700, 445.375824, 439.733072, 528.086745, 91.5748, 332.1078, 75.9133, 231.5365),
    ('male', 100, 1000, 615.515765, 608.589072, 729.361985, 126.3292, 458.1208, 104.5747, 317.9456),
    ('male', 140, 800, 438.415899, 447.045341, 523.650615, 87.2071, 317.0071, 73.3147, 224.9335),
    ('male', 201.9, 900, 449.355281, 478.352562, null, 86.5338, 316.6648, 76.0252, 239.7266),
    ('male', 250, 900, 446.058596, 478.352562, null, 82.0269, 301.6704, 74.2285, 237.2212),
    ('female', 26, 80, 118.783725, 134.193615, null, null, null, null, null),
    ('female', 40, 200, 296.959314, 298.718267, 369.727044, 66.3591, 264.8168, 49.9742, 179.291),
    ('female', 52, 300, 365.670451, 373.991097, 438.753136, 75.7523, 287.1819, 61.0965, 207.8939),
    ('female', 60, 500, 554.272812, 557.443438, 659.51637, 113.0201, 429.539, 92.8688, 311.4558),
    ('female', 62, 400, 434.443063, 434.84181, 516.574709, 88.4309, 336.8481, 72.8779, 243.8539),
    ('female', 63, 350, 376.430235, 375.885102, 447.517784, 76.5741, 292.0575, 63.1872, 211.2184),
    ('female', 84, 400, 368.061431, 356.696085, 444.227807, 75.5395, 298.426, 62.9064, 208.8373),
    ('female', 154.53, 400, 308.302659, 307.25969, 384.203816, 66.5653, 281.4819, 54.3038, 183.4811),
    ('female', 160, 400, 308.302659, 307.25969, 384.01987, 66.4056, 281.3472, 54.1019, 183.0057)
) as row (sex, body_weight_kg, total_kg, dots, wilks, wilks_2020, raw_sbd, raw_b, single_sbd, single_b);
select is_empty(
  $$
    select sex, body_weight_kg, total_kg, dots from totals
    where round(private.dots(sex, body_weight_kg, total_kg), 6) is distinct from dots
  $$,
  'FRM-07: DOTS'
);
select is_empty(
  $$
    select sex, body_weight_kg, total_kg, wilks from totals
    where round(private.wilks(sex, body_weight_kg, total_kg), 6) is distinct from wilks
    union all
    select * from (
      values ('male', 100, 1000, 608.59), ('female', 60, 500, 557.44), ('male', 93, 700, 439.73), ('female', 62, 400, 434.84)
    ) as published (sex, body_weight_kg, total_kg, wilks)
    where round(private.wilks(sex, body_weight_kg, total_kg), 2) is distinct from wilks
    union all
    select * from (values ('male', 100, 1, 0.60858907190665), ('female', 100, 1, 0.83258331673682)) as coefficients
    where trunc(private.wilks(column1, column2, column3), 14) is distinct from column4
  $$,
  'FRM-08: Wilks'
);
select is_empty(
  $$
    select sex, body_weight_kg, total_kg, wilks_2020 from totals
    where round(private.wilks_2020(sex, body_weight_kg, total_kg), 6) is distinct from wilks_2020
  $$,
  'FRM-09: Wilks 2020, which says nothing outside its range'
);
select is_empty(
  $$
    select sex, equipment, event, body_weight_kg, total_kg, points
    from totals
    cross join lateral (
      values ('raw', 'SBD', raw_sbd), ('raw', 'B', raw_b), ('single', 'SBD', single_sbd), ('single', 'B', single_b)
    ) as one (equipment, event, points)
    where round(private.ipf_gl(sex, equipment, event, body_weight_kg, total_kg), 4) is distinct from points
    union all
    select * from (
      values ('male', 'single', 'SBD', 92.04, 1035, 112.85), ('female', 'raw', 'B', 70.5, 122.5, 96.78)
    ) as published (sex, equipment, event, body_weight_kg, total_kg, points)
    where round(private.ipf_gl(sex, equipment, event, body_weight_kg, total_kg), 2) is distinct from points
  $$,
  'FRM-10: IPF GL, which says nothing below 35 kg'
);
select is_empty(
  $$
    select *
    from (values (null, 80, 400), ('other', 80, 400), ('male', null, 400), ('female', 80, null), ('male', 0, 400)) as t (sex, kg, total)
    where num_nonnulls(
      private.dots(sex, kg, total), private.wilks(sex, kg, total), private.wilks_2020(sex, kg, total),
      private.ipf_gl(sex, 'raw', 'SBD', kg, total)
    ) > 0
  $$,
  'FRM-11: no points are guessed without sex, body weight or total'
);

select results_eq(
  $$
    select private.volume_load_kg(kind, 10, weight_kg, body_weight_kg, share)
    from (
      values
        ('weight_reps', 60, null, null), ('bodyweight_reps', null, 80, 0.64), ('weighted_bodyweight', 20, 80, 0.95),
        ('weighted_bodyweight', null, 80, 0.95), ('assisted_bodyweight', 30, 80, 0.95), ('assisted_bodyweight', 90, 80, 0.95),
        ('bodyweight_reps', null, null, 0.64), ('bodyweight_reps', null, 80, null), ('reps_only', null, 80, 0.64)
    ) as sets (kind, weight_kg, body_weight_kg, share)
  $$,
  -- 10 × 60; 10 × 80 × 0.64; 10 × (76 + 20); 10 × 76; 10 × (76 − 30); assistance beyond the body lifts nothing
  $$ values (600::numeric), (512), (960), (760), (460), (0), (null), (null), (null) $$,
  'FRM-12: volume load counts the share of the body that is lifted; assistance subtracts'
);
select results_eq(
  $$
    select round((select sum(private.inol((one ->> 0)::integer, (one ->> 1)::numeric)) from jsonb_array_elements(sets) as one), scale(published))
    from (
      values
        ('[[5, 80], [5, 80], [5, 80], [5, 80], [5, 80]]'::jsonb, 1.25), ('[[4, 85], [4, 85], [4, 85], [4, 85]]', 1.0666667),
        ('[[5, 75]]', 0.2), ('[[1, 100]]', 0)
    ) as sessions (sets, published)
  $$,
  $$ values (1.25), (1.0666667), (0.2), (null) $$,
  'FRM-13: INOL'
);
select results_eq(
  $$
    select private.session_load(7.5, 5400), round(private.training_monotony(loads), 6), round(private.training_strain(loads), 6)
    from (values (array[300, 0, 450, 0, 500, 0, 600]::numeric[])) as week (loads)
  $$,
  $$ values (675::numeric, 1.006640, 1862.283425) $$,
  'FRM-14: load, monotony and strain'
);
select is(
  private.training_monotony(array[300, 300, 300]), null, 'FRM-15: a week without deviation has no monotony'
);
select results_eq(
  $$
    select
      round(private.ewma_lambda(7), 7), round(private.ewma_lambda(28), 7),
      round(private.ewma(loads, 7), 6), round(private.ewma(loads, 28), 6),
      round(private.acute_chronic_ratio('coupled', loads), 6), round(private.acute_chronic_ratio('uncoupled', loads), 6),
      round(private.acute_chronic_ratio('ewma', loads), 6)
    from (values (array_fill(300::numeric, array[27]) || 900::numeric)) as four_weeks (loads)
  $$,
  $$ values (0.25, 0.0689655, 450.000000, 341.379310, 1.200000, 1.285714, 1.318182) $$,
  'FRM-16: acute to chronic ratio, coupled, uncoupled and exponentially weighted'
);
select results_eq(
  $$
    select private.acute_chronic_ratio(form, loads)
    from unnest(array['coupled', 'uncoupled', 'ewma']) as form
    cross join (values (array_fill(300::numeric, array[27])), (array_fill(0::numeric, array[28]))) as days (loads)
  $$,
  $$ values (null::numeric), (null), (null), (null), (null), (null) $$,
  'FRM-17: which is nothing before 28 days, and without any load'
);
select is_empty(
  $$
    select formula, reps
    from unnest(array['epley', 'brzycki', 'lombardi', 'oconner', 'mayhew', 'wathan', 'lander']) as formula
    cross join generate_series(1, 11) as reps
    where (private.one_rep_max_factors(formula))[reps]
      is distinct from case when reps = 1 then 1 when reps <= 10 then private.one_rep_max_factor(formula, reps) end
  $$,
  'FRM-18: the factors that are written out are those of the formulas'
);

select * from finish();
rollback;
