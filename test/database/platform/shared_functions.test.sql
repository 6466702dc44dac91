begin;
select plan(21);

-- kind_allows: the whole table of kinds and fields
select results_eq(
  $$
    select kind, array(
      select field
      from unnest(array['distance_meters', 'duration_seconds', 'reps', 'weight_kg']) as field
      where private.kind_allows(kind, field)
    )
    from unnest(array[
      'assisted_bodyweight', 'bodyweight_reps', 'distance_duration', 'duration', 'reps_only', 'weight_distance',
      'weight_duration', 'weight_reps', 'weighted_bodyweight'
    ]) as kind
  $$,
  $$
    values
      ('assisted_bodyweight', array['reps', 'weight_kg']),
      ('bodyweight_reps', array['reps']),
      ('distance_duration', array['distance_meters', 'duration_seconds']),
      ('duration', array['duration_seconds']),
      ('reps_only', array['reps']),
      ('weight_distance', array['distance_meters', 'weight_kg']),
      ('weight_duration', array['duration_seconds', 'weight_kg']),
      ('weight_reps', array['reps', 'weight_kg']),
      ('weighted_bodyweight', array['reps', 'weight_kg'])
  $$,
  'KIND-01: each kind has its fields'
);
select set_eq(
  $$
    select (regexp_matches(pg_get_constraintdef(oid), '''([a-z_]+)''', 'g'))[1]
    from pg_constraint
    where conname = 'exercises_kind_check'
  $$,
  array[
    'assisted_bodyweight', 'bodyweight_reps', 'distance_duration', 'duration', 'reps_only', 'weight_distance',
    'weight_duration', 'weight_reps', 'weighted_bodyweight'
  ],
  'KIND-02: and these are all the kinds that an exercise can have'
);
select is_empty(
  $$
    select kind, field
    from (
      values ('', 'reps'), ('guesswork', 'reps'), (null, 'reps'), ('weight_reps', 'rpe'), ('weight_reps', '')
    ) as odd (kind, field)
    where private.kind_allows(kind, field) is distinct from false
  $$,
  'KIND-03: an unknown kind or field is never allowed'
);

-- fold_text
select results_eq(
  $$
    select private.fold_text(typed)
    from unnest(array[
      'Bench Press', '  Pull-Up  ', 'Garçon ÉCLAIR', 'Ｆｕｌｌ', 'Straße', 'e' || E'\u0301', 'T-Bar (wide)', '21''s',
      E'a\tb\nc', '💪', '', '½', 'Łódź', 'ﬁt'
    ]) as typed
  $$,
  array[
    'bench press', 'pull up', 'garcon eclair', 'full', 'strasse', 'e', 't bar wide', '21 s', 'a b c', '', '', '1 2',
    'lodz', 'fit'
  ],
  'FOLD-01: case, accents, punctuation and width go; words stay'
);
select is(private.fold_text(null), null, 'FOLD-02: nothing stays nothing');
select is_empty(
  $$ select name from public.exercises where private.fold_text(private.fold_text(name)) <> private.fold_text(name) $$,
  'FOLD-03: folding twice is folding once'
);

-- least_visibility
select results_eq(
  $$
    select one, other, private.least_visibility(one, other)
    from unnest(array['public', 'followers', 'private']) with ordinality as a (one, i)
    cross join unnest(array['public', 'followers', 'private']) with ordinality as b (other, j)
    order by i, j
  $$,
  $$
    values
      ('public', 'public', 'public'), ('public', 'followers', 'followers'), ('public', 'private', 'private'),
      ('followers', 'public', 'followers'), ('followers', 'followers', 'followers'),
      ('followers', 'private', 'private'), ('private', 'public', 'private'), ('private', 'followers', 'private'),
      ('private', 'private', 'private')
  $$,
  'VIS-01: the narrower of two visibilities counts'
);
select is_empty(
  $$
    select one, other
    from unnest(array['public', 'followers', 'private', 'friends', '', null]) as one
    cross join unnest(array['friends', '', null]) as other
    where private.least_visibility(one, other) is distinct from 'private'
      or private.least_visibility(other, one) is distinct from 'private'
  $$,
  'VIS-02: what is no visibility opens nothing'
);

-- is_time_zone
select is_empty(
  $$
    select name
    from pg_timezone_names
    where name ~ '^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/'
      and not private.is_time_zone(name)
  $$,
  'ZONE-01: every place that Postgres knows is a time zone'
);
select is_empty(
  $$ select name from unnest(array['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT', 'Etc/GMT+12', 'Etc/GMT-14', 'Etc/GMT+0']) as name
     where not private.is_time_zone(name) $$,
  'ZONE-02: and so is what devices call no place'
);
select is_empty(
  $$
    select name
    from unnest(array[
      null, '', 'Nowhere/Land', 'Nowhere/Land+3', 'Etc/GMT+13', 'Etc/GMT-15', 'Etc/GMT+99', 'FOO3BAR', 'EST5EDT', '+02',
      'PST', 'Europe/Berlin ', E'Europe/Berlin\n', '/etc/passwd', 'Europe/../Europe/Berlin'
    ]) as name
    where private.is_time_zone(name) is distinct from false
  $$,
  'ZONE-03: rules, offsets, abbreviations and paths are not'
);

-- local_date
select results_eq(
  $$
    select private.local_date(moment, zone, day_start::smallint)
    from (values
      (1, timestamptz '2026-03-29T00:59:59Z', 'Europe/Berlin', 0),   -- 01:59:59, the last second of winter time
      (2, timestamptz '2026-03-29T01:00:00Z', 'Europe/Berlin', 3),   -- 03:00:00, the first of summer time
      (3, timestamptz '2026-03-29T00:59:59Z', 'Europe/Berlin', 3),   -- one second before: still the evening before
      (4, timestamptz '2026-10-25T00:30:00Z', 'Europe/Berlin', 3),   -- 02:30, the first of two
      (5, timestamptz '2026-10-25T01:30:00Z', 'Europe/Berlin', 3),   -- 02:30 again
      (6, timestamptz '2026-10-25T02:00:00Z', 'Europe/Berlin', 3),   -- 03:00
      (7, timestamptz '2026-12-31T23:30:00Z', 'Europe/Berlin', 0),   -- past midnight on New Year's Day
      (8, timestamptz '2026-12-31T23:30:00Z', 'Europe/Berlin', 4),   -- but the party is still of last year
      (9, timestamptz '2027-01-01T03:00:00Z', 'Europe/Berlin', 4),   -- 04:00: the new day begins
      (10, timestamptz '2026-06-01T09:59:00Z', 'Pacific/Kiritimati', 0),
      (11, timestamptz '2026-06-01T10:01:00Z', 'Pacific/Kiritimati', 0),
      (12, timestamptz '2026-06-01T10:01:00Z', 'Etc/GMT+12', 0),
      (13, timestamptz '2024-02-29T23:00:00-10', 'Pacific/Honolulu', 0),
      (14, timestamptz '2011-12-30T09:59:59Z', 'Pacific/Apia', 0),   -- Samoa crossed the date line: 29 December
      (15, timestamptz '2011-12-30T10:00:00Z', 'Pacific/Apia', 0)    -- and 30 December never was
    ) as moments (i, moment, zone, day_start)
    order by i
  $$,
  array[
    '2026-03-29', '2026-03-29', '2026-03-28', '2026-10-24', '2026-10-24', '2026-10-25', '2027-01-01', '2026-12-31',
    '2027-01-01', '2026-06-01', '2026-06-02', '2026-05-31', '2024-02-29', '2011-12-29', '2011-12-31'
  ]::date[],
  'DAY-01: the day is the one on the person''s clock, less the hours before their day begins'
);
select is_empty(
  $$
    select moment, zone, hour
    from generate_series(timestamptz '2026-01-01Z', '2026-12-31Z', interval '5 hours 37 minutes') as moment
    cross join unnest(array[
      'UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'
    ]) as zone
    cross join unnest(array[0, 4, 12]) as hour
    where private.local_date(moment, zone, hour::smallint)
      <> (moment at time zone zone)::date - (extract(hour from moment at time zone zone) < hour)::integer
  $$,
  'DAY-02: all through a year, in zones with whole, half and quarter hours'
);

-- week_start_of
create temporary view days as
  select day::date, week_start::smallint, private.week_start_of(day::date, week_start::smallint) as first
  from generate_series(date '2026-01-01', date '2027-01-07', interval '1 day') as day
  cross join generate_series(1, 7) as week_start;
select is_empty(
  'select * from days where extract(isodow from first) <> week_start', 'WEEK-01: a week starts on the weekday asked for'
);
select is_empty(
  'select * from days where day - first not between 0 and 6', 'WEEK-02: and holds the day'
);
select is_empty(
  $$
    select week_start, first
    from days
    where first > date '2026-01-01' and first < date '2027-01-01'
    group by week_start, first
    having count(*) <> 7
  $$,
  'WEEK-03: and has seven days, across the end of a year, too'
);
select is_empty(
  $$ select * from days where week_start = 1 and first <> date_trunc('week', day)::date $$,
  'WEEK-04: from Monday, it is the ISO week'
);

-- raise_problem, tg_keep and tg_touch
select throws_ok(
  $$ select private.raise_problem('PT418', 'teapot', 'pot', 'It''s "short" and stout.', 'Tip it.') $$,
  'PT418', 'teapot',
  'PROB-01: a problem has its code and key'
);
create function tests.detail()
returns jsonb
language plpgsql
as $$
declare
  v_detail text;
begin
  perform private.raise_problem('PT418', 'teapot', 'pot', E'It''s "short"\nand stout.', 'Tip it.');
  return null;
exception
  when others then
    get stacked diagnostics v_detail = pg_exception_detail;
    return v_detail;
end;
$$;
select is(
  tests.detail(), jsonb '{"path": "pot", "text": "It''s \"short\"\nand stout."}',
  'PROB-02: and details that are JSON, whatever the text'
);
select is(
  private.global_exercise_id('barbell-bench-press'),
  (select id from public.exercises where slug = 'barbell-bench-press'),
  'UUID-01: ids of global exercises are the same in every environment'
);
select results_eq(
  $$
    select count(distinct made.id), min(uuid_extract_version(made.id)), max(uuid_extract_version(made.id))
    from generate_series(1, 100) as number
    cross join lateral (values
      (private.derived_id(tests.id(number), 'a')), (private.derived_id(tests.id(number), 'b')),
      (private.derived_id(tests.id(number), 'a'))
    ) as made (id)
  $$,
  $$ values (200::bigint, 8::smallint, 8::smallint) $$,
  'UUID-02: derived ids are the same for the same names, and never look like those of global rows'
);

select * from finish();
rollback;
