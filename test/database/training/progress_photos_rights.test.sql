begin;
select plan(12);

select tests.create_user(name) from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator']) as name;
select tests.follow('follower', 'owner'), tests.block('owner', 'blocked'), tests.set_visibility('owner', 'public');
insert into public.user_roles (user_id, role) values (tests.user_id('moderator'), 'moderator');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
select tests.user_id(name), 'health_data', true, '1', 'en' from unnest(array['owner', 'stranger']) as name;
insert into storage.buckets (id, name) select name, name from unnest(array['progress-photos', 'avatars', 'exports']) as name
on conflict do nothing;
-- What the media function left, of the owner and of a stranger.
insert into storage.objects (bucket_id, name, created_at)
select 'progress-photos', format('%s/%s/%s.webp', tests.user_id(who), picture, variant), now() - age
from (
  values ('owner', 'one', interval '2 days'), ('owner', 'two', '2 days'), ('owner', 'fresh', '1 hour'), ('stranger', 'his', '0')
) as kept (who, picture, age)
cross join unnest(array['full', 'thumb']) as variant;
insert into storage.objects (bucket_id, name, created_at)
values
  ('exports', tests.user_id('owner') || '/old.zip', now() - interval '8 days'),
  ('exports', tests.user_id('owner') || '/new.zip', now() - interval '6 days');
create temporary table people (who, ordinal) as
  select who, ordinal
  from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator', 'anon', 'service_role'])
    with ordinality as person (who, ordinal);
create function tests.photograph(p_who text, p_id integer, p_path text)
returns text
language sql
set search_path = ''
as $$
  select tests.answer(p_who, format(
    'insert into public.progress_photos (id, taken_on, pose, image_path) values (%L, ''2026-03-02'', ''front'', %L)
     returning true', tests.id(p_id), p_path
  ));
$$;

select results_eq(
  $$
    select what, tests.photograph(who, id, path)
    from (
      values
        (1, 'kept', 'owner', 1, tests.user_id('owner') || '/one'),
        (2, 'not kept', 'owner', 2, tests.user_id('owner') || '/none'),
        (3, 'another''s', 'owner', 3, tests.user_id('stranger') || '/his'),
        (4, 'another''s, not kept', 'owner', 4, tests.user_id('stranger') || '/none'),
        (5, 'another''s row', 'stranger', 1, tests.user_id('stranger') || '/his'),
        (6, 'no folder', 'owner', 6, tests.user_id('owner') || '/one/full.webp'),
        (7, 'a way out', 'owner', 7, tests.user_id('owner') || '/../one'),
        (8, 'without consent', 'follower', 8, tests.user_id('follower') || '/none')
    ) as tries (ordinal, what, who, id, path)
    order by ordinal
  $$,
  $$
    values
      ('kept', 'true'), ('not kept', 'id_unusable'), ('another''s', 'id_unusable'),
      ('another''s, not kept', 'id_unusable'), ('another''s row', '23505'), ('no folder', 'id_unusable'),
      ('a way out', 'id_unusable'), ('without consent', 'consent_required')
  $$,
  'PHOTO-ATT-01: a photo shows a picture of one''s own that was kept; what else it was is never told'
);
select is(
  tests.answer('owner', 'update public.progress_photos set image_path = tests.user_id(''owner'') || ''/two''
    where id = tests.id(1) returning true'),
  'column_immutable', 'PHOTO-ATT-02: and always shows that one'
);
select results_eq(
  $$ select who, tests.attempt(who, 'select from public.progress_photos') from people order by ordinal $$,
  $$
    values
      ('owner', '1'), ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('moderator', '0'), ('anon', '42501'),
      ('service_role', '1')
  $$,
  'PHOTO-RLS-01: nobody else sees it, be the profile as public as may be'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'update public.progress_photos set notes = ''mine'' where true'),
      tests.attempt(who, 'delete from public.progress_photos where true')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$
    values
      ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'), ('moderator', '0', '0'),
      ('anon', '42501', '42501')
  $$,
  'PHOTO-RLS-02: or changes or deletes it'
);
select results_eq(
  $$
    select assignment, tests.attempt('owner', format('update public.progress_photos set %s where true', assignment))
    from unnest(array['user_id = tests.user_id(''stranger'')', 'version = 9', 'changed_in = 0']) as assignment
  $$,
  $$
    values ('user_id = tests.user_id(''stranger'')', '42501'), ('version = 9', '42501'), ('changed_in = 0', '42501')
  $$,
  'PHOTO-MASS-01: nobody writes whose it is or its marks'
);
select is(
  tests.answer('owner', 'update public.progress_photos set pose = ''back'', taken_on = ''2026-03-01''
    where id = tests.id(1) returning (version, pose)::text'),
  '(2,back)', 'PHOTO-RLS-03: its owner binds it to another day and pose'
);
select is(
  tests.answer('owner', 'update public.progress_photos set pose = ''smile'' where true returning true'), '23514',
  'PHOTO-POSE-01: of those that there are'
);
select is(
  tests.answer('owner', format('select public.sync_push(%L) ->> ''errors''', jsonb_build_object(
    'progress_photos', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(20), 'taken_on', '2026-03-02', 'pose', 'side', 'image_path', tests.user_id('owner') || '/fresh'
    )))
  ))),
  '[]', 'PHOTO-SYNC-01: a device adds photos by sync too'
);

-- The nightly job
select results_eq(
  $$ select who, tests.attempt(who, 'select from public.orphaned_files()') from people where who <> 'service_role' order by ordinal $$,
  $$
    values
      ('owner', '42501'), ('follower', '42501'), ('stranger', '42501'), ('blocked', '42501'), ('moderator', '42501'),
      ('anon', '42501')
  $$,
  'PHOTO-FILE-01: nobody asks what is orphaned but the backend'
);
select set_eq(
  'select bucket_id, name from public.orphaned_files()',
  $$
    values
      ('progress-photos', tests.user_id('owner') || '/two/full.webp'),
      ('progress-photos', tests.user_id('owner') || '/two/thumb.webp'),
      ('exports', tests.user_id('owner') || '/old.zip')
  $$,
  'PHOTO-FILE-02: pictures without a row for a day go, and exports after a week'
);
select is(
  tests.attempt('owner', 'delete from public.progress_photos where id = tests.id(1)'), '1',
  'PHOTO-RLS-04: its owner deletes a photo'
);
select is(
  (select count(*) from public.orphaned_files() where name like '%/one/%'), 2::bigint,
  'PHOTO-FILE-03: and its files are for the nightly job'
);

select * from finish();
rollback;
