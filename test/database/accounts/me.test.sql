begin;
select plan(10);

select tests.create_user(name, jsonb_build_object('display_name', initcap(name)))
from unnest(array['ada', 'bob', 'gone', 'broken']) as name;
update public.profiles
set username = 'lovelace', bio = 'Countess', visibility = 'public'
where user_id = tests.user_id('ada');
insert into public.body_facts (user_id, sex, birth_date, height_meters)
select tests.user_id(name), 'female', date '1915-12-10', height
from (values ('ada', 1.6), ('bob', 1.9)) as facts (name, height);
insert into public.user_roles (user_id, role)
values (tests.user_id('ada'), 'moderator'), (tests.user_id('ada'), 'admin'), (tests.user_id('bob'), 'moderator');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values
  (tests.user_id('ada'), 'health_data', false, '1', 'en'), (tests.user_id('ada'), 'health_data', true, '1', 'en'),
  (tests.user_id('ada'), 'marketing', true, '1', 'en'), (tests.user_id('ada'), 'marketing', false, '1', 'en'),
  (tests.user_id('bob'), 'analytics', true, '1', 'en');

create function tests.me(p_who text)
returns jsonb
language sql
as $$
  select tests.answer(p_who, 'select public.me()')::jsonb;
$$;

select is(
  tests.answer('anon', 'select public.me()') || tests.answer('service_role', 'select public.me()'), '4250142501',
  'ME-01: who has no account is nobody, and nor is the backend'
);
select is(
  tests.me('ada'),
  jsonb_build_object(
    'user_id', tests.user_id('ada'),
    'profile', '{
      "username": "lovelace", "display_name": "Ada", "bio": "Countess", "avatar_path": null,
      "avatar_thumbhash": null, "avatar_color": null, "visibility": "public"
    }'::jsonb,
    'settings', '{
      "unit_system": "metric", "time_zone": "UTC", "locale": "en", "week_start": 1, "day_start_hour": 0,
      "e1rm_formula": "epley", "default_workout_visibility": "private", "default_routine_visibility": "private",
      "username_changed_at": null
    }'::jsonb,
    'body_facts', '{"sex": "female", "birth_date": "1915-12-10", "height_meters": 1.60}'::jsonb,
    'roles', '["admin", "moderator"]'::jsonb,
    'consents', '{"health_data": true, "marketing": false}'::jsonb
  ),
  'ME-02: a user reads all of their own, and of each consent what stands'
);
select is(
  (tests.me('bob') ->> 'user_id')::uuid, tests.user_id('bob'),
  'ME-03: another user their own, though an admin may read more rows of some tables'
);
select is(tests.me('ada') -> 'roles', '["admin", "moderator"]', 'ME-04: an admin reads their own roles here');
select is(
  tests.me('broken') - array['user_id', 'profile', 'settings'], '{"body_facts": null, "roles": [], "consents": {}}',
  'ME-05: what there is none of is empty'
);

-- Where sign-up could not make what it should
delete from public.profile_settings where user_id = tests.user_id('broken');
delete from public.profiles where user_id = tests.user_id('broken');
select is(
  tests.me('broken') #- '{settings,locale}',
  jsonb_build_object(
    'user_id', tests.user_id('broken'),
    'profile', '{
      "username": null, "display_name": null, "bio": null, "avatar_path": null,
      "avatar_thumbhash": null, "avatar_color": null, "visibility": "private"
    }'::jsonb,
    'settings', (tests.me('bob') -> 'settings') - 'locale',
    'body_facts', null, 'roles', '[]'::jsonb, 'consents', '{}'::jsonb
  ),
  'ME-HEAL-01: a profile and settings that are missing are made'
);
select is(
  (select count(*) from public.profiles where user_id = tests.user_id('broken'))
    + (select count(*) from public.profile_settings where user_id = tests.user_id('broken')),
  2::bigint,
  'ME-HEAL-02: and stay'
);
delete from public.profile_settings where user_id = tests.user_id('bob');
select is(
  tests.me('bob') #>> '{profile,display_name}', 'Bob', 'ME-HEAL-03: one that is there stays as it is'
);
delete from auth.users where id = tests.user_id('gone');
select is(
  tests.answer('gone', 'select public.me()'), 'not_signed_in',
  'ME-GONE-01: a token that outlives its account is nobody''s'
);
select is_empty(
  $$ select user_id from public.profiles where user_id = tests.user_id('gone') $$,
  'ME-GONE-02: and brings nothing back'
);

select * from finish();
rollback;
