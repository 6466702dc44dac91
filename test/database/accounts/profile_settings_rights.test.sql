begin;
select plan(13);

select tests.create_user(name)
from unnest(array['owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker']) as name;
select tests.follow('follower', 'owner'), tests.follow('requester', 'owner', 'pending');
select tests.follow('blocked', 'owner'), tests.block('owner', 'blocked');
select tests.follow('blocker', 'owner'), tests.block('blocker', 'owner');
select tests.set_visibility('owner', 'public');

select results_eq(
  $$
    select who, tests.attempt(who, $q$ select from public.profile_settings where user_id = tests.user_id('owner') $q$)
    from unnest(array['owner', 'follower', 'stranger', 'blocked', 'blocker', 'anon', 'service_role']) as who
  $$,
  $$
    values ('owner', '1'), ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('blocker', '0'), ('anon', '42501'),
      ('service_role', '1')
  $$,
  'SET-RLS-01: settings are read by their owner alone, be the profile as public as may be'
);
select results_eq(
  $$
    select who, tests.attempt(who, $q$
      update public.profile_settings set time_zone = 'Asia/Tokyo' where user_id = tests.user_id('owner')
    $q$)
    from unnest(array['follower', 'stranger', 'blocked', 'blocker', 'anon']) as who
  $$,
  $$ values ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('blocker', '0'), ('anon', '42501') $$,
  'SET-RLS-02: and changed by nobody else'
);
select results_eq(
  $$
    select operation, tests.attempt('owner', operation)
    from unnest(array[
      'insert into public.profile_settings (user_id) values (gen_random_uuid())',
      'delete from public.profile_settings where true'
    ]) as operation
  $$,
  $$
    values
      ('insert into public.profile_settings (user_id) values (gen_random_uuid())', '42501'),
      ('delete from public.profile_settings where true', '42501')
  $$,
  'SET-RLS-03: no client makes or deletes them'
);
select results_eq(
  $$
    select time_zone, unit_system, locale, week_start, day_start_hour, default_workout_visibility
    from public.profile_settings
    where user_id = tests.user_id('owner')
  $$,
  $$ values ('UTC', 'metric', 'en', 1::smallint, 0::smallint, 'private') $$,
  'SET-RLS-04: after which they are as a sign-up made them'
);
select results_eq(
  $$
    select field, tests.attempt('owner', format('update public.profile_settings set %s where true', field))
    from unnest(array['user_id = tests.user_id(''stranger'')', 'created_at = now()', 'updated_at = now()']) as field
  $$,
  $$
    values
      ('user_id = tests.user_id(''stranger'')', '42501'), ('created_at = now()', '42501'),
      ('updated_at = now()', '42501')
  $$,
  'SET-MASS-01: nobody writes whose settings they are, or their times'
);
select is(
  tests.attempt('owner', $$ update public.profile_settings set unit_system = 'imperial', week_start = 7 where true $$),
  '1',
  'SET-RLS-05: the owner changes them, and reaches the own row only'
);
select is(
  tests.attempt('service_role', $$
    update public.profile_settings set time_zone = 'Europe/Berlin' where user_id = tests.user_id('owner')
  $$), '1',
  'SET-RLS-06: the backend changes them, time zone and all'
);

-- Values, as the owner sends them
create function tests.setting(p_field text, p_value text)
returns text
language sql
as $$
  select tests.attempt('owner', format('update public.profile_settings set %I = %L where true', p_field, p_value));
$$;

select is_empty(
  $$
    select zone, tests.setting('time_zone', zone)
    from unnest(array[
      'UTC', 'GMT', 'Etc/UTC', 'Etc/GMT+12', 'Etc/GMT-14', 'Europe/Berlin', 'America/Argentina/Buenos_Aires',
      'America/Port-au-Prince', 'Asia/Kolkata', 'Pacific/Chatham'
    ]) as zone
    where tests.setting('time_zone', zone) <> '1'
  $$,
  'SET-ZONE-01: every place has a time zone that is taken'
);
select is_empty(
  $$
    select zone, tests.setting('time_zone', zone)
    from unnest(array[
      '', ' ', 'Nowhere/Land', 'Nowhere/Land+3', 'Etc/GMT+13', 'Etc/GMT-15', 'Etc/GMT+99', 'EST', 'EST5EDT', '+02:00',
      'CEST',
      '<+03>-3', '../../etc/passwd', 'Europe/Berlin ', E'Europe/Berlin\n', 'UTC; drop table', repeat('A/', 200)
    ]) as zone
    where tests.setting('time_zone', zone) <> 'PT422'
  $$,
  'SET-ZONE-02: what is no place is refused, though Postgres itself would take some of it'
);
select is_empty(
  $$
    select locale, tests.setting('locale', locale)
    from unnest(array['en', 'de', 'pt-BR', 'zh-Hant', 'zh-Hant-TW', 'es-419', 'fil', 'sr-Latn-RS']) as locale
    where tests.setting('locale', locale) <> '1'
  $$,
  'SET-LOCALE-01: a language with its script and region is a locale'
);
select is_empty(
  $$
    select locale, tests.setting('locale', locale)
    from unnest(array['', 'e', 'EN', 'en_US', 'en-us', 'english', 'en-US-', 'de-DE; ', E'en\n', '-US', 'xx', 'de-XX']) as locale
    where tests.setting('locale', locale) <> 'PT422'
  $$,
  'SET-LOCALE-02: and nothing else is'
);
select is_empty(
  $$
    select field, value, tests.setting(field, value)
    from (values
      ('week_start', '0'), ('week_start', '8'), ('week_start', '-1'), ('day_start_hour', '-1'),
      ('day_start_hour', '13'),
      ('unit_system', 'stone'), ('default_workout_visibility', 'everyone')
    ) as bad (field, value)
    where tests.setting(field, value) <> '23514'
  $$,
  'SET-RANGE-01: weeks start on a day from 1 to 7, days from 0 to 12 o''clock, and sets of words are closed'
);
select is_empty(
  $$
    select field, value, tests.setting(field, value)
    from (values
      ('week_start', '1'), ('week_start', '7'), ('day_start_hour', '0'), ('day_start_hour', '12'),
      ('unit_system', 'metric'),
      ('default_workout_visibility', 'public')
    ) as good (field, value)
    where tests.setting(field, value) <> '1'
  $$,
  'SET-RANGE-02: with both ends'
);

select * from finish();
rollback;
