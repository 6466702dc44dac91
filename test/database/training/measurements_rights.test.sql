begin;
select plan(14);

select tests.create_user(name) from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator']) as name;
select tests.follow('follower', 'owner'), tests.block('owner', 'blocked'), tests.set_visibility('owner', 'public');
insert into public.user_roles (user_id, role) values (tests.user_id('moderator'), 'moderator');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
select tests.user_id(name), 'health_data', true, '1', 'en' from unnest(array['owner', 'stranger']) as name;
create temporary table people (who, ordinal) as
  select who, ordinal
  from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator', 'anon', 'service_role'])
    with ordinality as person (who, ordinal);
create function tests.type_id(p_slug text)
returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select measurement_types.id from public.measurement_types where measurement_types.slug = p_slug;
$$;
create function tests.measure(p_id integer, p_type_id uuid)
returns text
language sql
set search_path = ''
as $$
  select format(
    'insert into public.measurements (id, type_id, value, measured_at, time_zone)
     values (%L, %L, 80, ''2026-03-02T07:00:00Z'', ''UTC'') returning true', tests.id(p_id), p_type_id
  );
$$;

-- The kinds that everybody has
select results_eq(
  $$
    select unit, count(*), count(*) filter (where has_sides) from public.measurement_types
    where user_id is null group by unit order by unit
  $$,
  $$ values ('bpm', 1::bigint, 0::bigint), ('kg', 4, 0), ('meters', 20, 12), ('percent', 2, 0) $$,
  'MEAS-01: weight, fat, twenty girths, twelve of them left and right, and the pulse can be measured'
);

-- What the owner does
select is(
  tests.attempt('owner', $$
    insert into public.measurement_types (id, name, unit) values (tests.id(1), 'Grip', 'kg'), (tests.id(2), 'Sleep', 'seconds')
  $$), '2', 'MEAS-RLS-01: one has kinds of measurements of one''s own'
);
select results_eq(
  $$
    select tests.answer('owner', tests.measure(10, tests.type_id('body_weight'))),
      tests.answer('owner', tests.measure(11, tests.id(1)))
  $$,
  $$ values ('true', 'true') $$, 'MEAS-RLS-02: and measures those and the others'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.measurement_types where user_id is not null'),
      tests.attempt(who, 'select from public.measurements')
    from people
    order by ordinal
  $$,
  $$
    values
      ('owner', '2', '2'), ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'),
      ('moderator', '0', '0'), ('anon', '42501', '42501'), ('service_role', '2', '2')
  $$,
  'MEAS-RLS-03: which nobody else reads, be the profile as public as may be'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'update public.measurement_types set name = ''mine'' where true'),
      tests.attempt(who, 'update public.measurements set notes = ''mine'' where true')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$
    values
      ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'), ('moderator', '0', '0'),
      ('anon', '42501', '42501')
  $$,
  'MEAS-RLS-04: nor changes, and nobody the kinds that all have'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'delete from public.measurements where true'),
      tests.attempt(who, 'delete from public.measurement_types where true')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$
    values
      ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'), ('moderator', '0', '0'),
      ('anon', '42501', '42501')
  $$,
  'MEAS-RLS-05: nor deletes'
);
select results_eq(
  $$
    select what, tests.answer('stranger', tests.measure(20, type_id)),
      tests.answer('stranger', format('select public.log_measurements(%L) ->> ''added''', jsonb_build_array(
        jsonb_build_object(
          'id', tests.id(21), 'type_id', type_id, 'value', 80, 'measured_at', '2026-03-02T07:00:00Z', 'time_zone', 'UTC'
        )
      )))
    from (
      values ('another''s', tests.id(1)), ('none', tests.id(999)), ('everybody''s', tests.type_id('body_weight'))
    ) as target (what, type_id)
  $$,
  $$
    values
      ('another''s', 'id_unusable', 'id_unusable'), ('none', 'id_unusable', 'id_unusable'),
      ('everybody''s', 'true', '1')
  $$,
  'MEAS-ATT-01: a kind of another answers as if it did not exist'
);
select results_eq(
  $$
    select tests.answer('stranger', tests.measure(10, tests.type_id('body_weight'))),
      tests.answer('stranger', format('select public.log_measurements(%L)', jsonb_build_array(jsonb_build_object(
        'id', tests.id(10), 'type_id', tests.type_id('body_weight'), 'value', 80,
        'measured_at', '2026-03-02T07:00:00Z', 'time_zone', 'UTC'
      ))))
  $$,
  $$ values ('23505', 'id_unusable') $$, 'MEAS-ATT-02: the id of another''s measurement cannot be used'
);
select results_eq(
  $$
    select relation, assignment, tests.attempt('owner', format('update public.%I set %s where true', relation, assignment))
    from (
      values
        ('measurement_types', 'user_id = null'), ('measurement_types', 'slug = ''grip'''),
        ('measurement_types', 'version = 9'), ('measurements', 'user_id = tests.user_id(''stranger'')'),
        ('measurements', 'local_date = ''2026-01-01'''), ('measurements', 'day_start_hour = 4'),
        ('measurements', 'version = 9'), ('measurements', 'changed_in = 0')
    ) as writes (relation, assignment)
  $$,
  $$
    values
      ('measurement_types', 'user_id = null', '42501'), ('measurement_types', 'slug = ''grip''', '42501'),
      ('measurement_types', 'version = 9', '42501'),
      ('measurements', 'user_id = tests.user_id(''stranger'')', '42501'),
      ('measurements', 'local_date = ''2026-01-01''', '42501'), ('measurements', 'day_start_hour = 4', '42501'),
      ('measurements', 'version = 9', '42501'), ('measurements', 'changed_in = 0', '42501')
  $$,
  'MEAS-MASS-01: nobody writes whose it is, makes a kind everybody''s, or writes what is derived'
);
select results_eq(
  $$
    select tests.attempt('stranger', format(
      'insert into public.measurement_types (id, name, unit) values (%L, ''Taken'', ''kg'')',
      private.global_measurement_type_id('a_later_kind')
    ))
  $$,
  $$ values ('23514') $$, 'MEAS-ATT-03: nobody takes the id that a later kind of the catalogue will have'
);
select results_eq(
  $$ select id, type_id, value::text, notes, version from public.measurements where user_id = tests.user_id('owner') order by id $$,
  $$
    values
      (tests.id(10), tests.type_id('body_weight'), '80.00000', null::text, 1),
      (tests.id(11), tests.id(1), '80.00000', null, 1)
  $$,
  'MEAS-RLS-06: after which all is as the owner left it'
);

-- Consent
select results_eq(
  $$
    select tests.answer('moderator', tests.measure(30, tests.type_id('body_weight'))),
      tests.answer('moderator', format('select public.log_measurements(%L)', jsonb_build_array(jsonb_build_object(
        'id', tests.id(31), 'type_id', tests.type_id('body_weight'), 'value', 80,
        'measured_at', '2026-03-02T07:00:00Z', 'time_zone', 'UTC'
      )))),
      tests.answer('moderator', format('select public.sync_push(%L) #>> ''{errors,0,code}''', jsonb_build_object(
        'measurements', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
          'id', tests.id(32), 'type_id', tests.type_id('body_weight'), 'value', 80, 'measured_at', 1772434800000,
          'time_zone', 'UTC'
        )))
      )))
  $$,
  $$ values ('consent_required', 'consent_required', 'consent_required') $$,
  'MEAS-CNS-01: nothing is measured without consent, whichever way it comes'
);
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('owner'), 'health_data', false, '1', 'en');
select results_eq(
  $$
    select
      tests.answer('owner', 'update public.measurements set value = 81 where id = tests.id(10) returning true'),
      tests.answer('owner', 'select count(*) from public.measurements'),
      tests.attempt('owner', 'delete from public.measurements where id = tests.id(11)')
  $$,
  $$ values ('consent_required', '2', '1') $$,
  'MEAS-CNS-02: once it is withdrawn nothing changes any more, and what is there is read and deleted still'
);

-- Deleting a kind
select results_eq(
  $$
    select tests.answer('stranger', 'insert into public.measurement_types (id, name, unit)
        values (tests.id(40), ''Reach'', ''meters'') returning true'),
      tests.answer('stranger', format('insert into public.measurements (id, type_id, value, measured_at, time_zone)
        values (%L, %L, 1.8, now(), ''UTC'') returning true', tests.id(41), tests.id(40))),
      tests.attempt('stranger', 'delete from public.measurement_types where id = tests.id(40)'),
      tests.answer('stranger', 'select string_agg(relation, '' '' order by relation) from private.tombstones')
  $$,
  $$ values ('true', 'true', '1', 'measurement_types measurements') $$,
  'MEAS-RLS-07: a kind goes with what was measured of it, and other devices learn of both'
);

select * from finish();
rollback;
