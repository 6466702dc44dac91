begin;
select plan(20);

select tests.create_user(name) from unnest(array['ada', 'eve', 'admin']) as name;
insert into public.user_roles (user_id, role) values (tests.user_id('admin'), 'admin');
select tests.set_visibility('ada', 'public');
insert into storage.buckets (id, name, public)
select name, name, name in ('avatars', 'exercise-media')
from unnest(array[
  'uploads', 'avatars', 'progress-photos', 'exercise-media', 'imports', 'exports', 'unheard-of'
]) as name
on conflict do nothing;

-- What the Storage API does in SQL, as whom the token names. It alone sets what lets rows be deleted.
select set_config('storage.allow_delete_query', 'true', true);
create function tests.upload(p_who text, p_bucket text, p_name text)
returns text
language sql
as $$
  select tests.attempt(p_who, format(
    'insert into storage.objects (bucket_id, name, owner_id) values (%L, %L, auth.uid()::text)', p_bucket, p_name
  ));
$$;
create function tests.own(p_who text, p_name text)
returns text
language sql
as $$
  select tests.user_id(p_who) || '/' || p_name;
$$;
grant execute on function tests.own(text, text) to anon, authenticated;
create temporary table buckets as
  select id, ordinal
  from unnest(array['uploads', 'avatars', 'progress-photos', 'exercise-media', 'imports', 'exports', 'unheard-of'])
    with ordinality as listed (id, ordinal);
-- A file of Ada's and one of Eve's in every bucket, as the functions write them.
insert into storage.objects (bucket_id, name)
select id, tests.own(who, 'there.jpg') from buckets cross join unnest(array['ada', 'eve']) as who;
create temporary table untouched as select id, bucket_id, name, metadata from storage.objects;

-- Writing
select results_eq(
  $$ select id, tests.upload('ada', id, tests.own('ada', 'new.jpg')) from buckets order by ordinal $$,
  $$
    values ('uploads', '1'), ('avatars', '42501'), ('progress-photos', '42501'), ('exercise-media', '42501'),
      ('imports', '42501'), ('exports', '42501'), ('unheard-of', '42501')
  $$,
  'STO-INS-01: a user writes to uploads, into their own folder, and to no other bucket'
);
select is_empty(
  $$
    select who, id, answer
    from buckets
    cross join unnest(array['eve', 'admin', 'anon']) as who
    cross join tests.upload(who, id, tests.own('ada', 'foreign.jpg')) as answer
    where answer is distinct from '42501'
  $$,
  'STO-INS-02: nobody writes into the folder of another, an admin neither'
);
select is(
  tests.upload('service_role', 'avatars', tests.own('ada', 'final.webp')), '1', 'STO-INS-03: the functions write anywhere'
);
select is_empty(
  $$
    select name, answer
    from unnest(array[
      tests.own('ada', 'a.jpg'), tests.own('ada', 'a/b.jpg'), tests.own('ada', 'a/b/c.jpg'), tests.own('ada', '_a-b.c.d'),
      tests.own('ada', repeat('x', 128))
    ]) as name
    cross join tests.upload('ada', 'uploads', name) as answer
    where answer is distinct from '1'
  $$,
  'STO-INS-04: a name has letters, digits, dots, underscores and hyphens, and up to three levels'
);
select is_empty(
  $$
    select name, answer
    from unnest(array[
      -- Out of the folder
      tests.own('ada', '../' || tests.user_id('eve') || '/x.jpg'), tests.own('ada', '..'), tests.own('ada', '../x'),
      tests.own('ada', 'a/../x'), tests.own('ada', 'a/../../' || tests.user_id('eve') || '/x'), tests.own('ada', '..x'),
      tests.own('ada', 'x..'), tests.own('ada', './x'), tests.own('ada', '.'), tests.own('ada', '.hidden'),
      '../' || tests.own('ada', 'x'), './' || tests.own('ada', 'x'),
      -- Encoded, once and twice, and other bytes for the same characters
      tests.own('ada', '%2e%2e/x'), tests.own('ada', '%2e%2e%2fx'), tests.own('ada', '..%2fx'), tests.own('ada', 'a%2fb'),
      tests.own('ada', '%252e%252e/x'), tests.own('ada', '%c0%ae%c0%ae/x'), tests.own('ada', 'a%00b'),
      tests.user_id('ada') || '%2fx.jpg', tests.own('ada', 'a\..\x'), tests.own('ada', 'a\b'),
      tests.user_id('ada') || '\x.jpg',
      -- Signs that look like others, turn the order around, or are not seen
      tests.own('ada', E'\uFF0E\uFF0E/x'), tests.own('ada', E'a\u2215b'), tests.own('ada', E'a\uFF0Fb'),
      tests.own('ada', E'\u202Egpj.exe'), tests.own('ada', E'a\u200Bb'), tests.own('ada', E'e\u0301'),
      tests.own('ada', 'é'), tests.own('ada', '💪'), tests.own('ada', E'a\nb'), tests.own('ada', E'x\n'),
      tests.own('ada', E'\tx'), tests.own('ada', 'a b'), tests.own('ada', 'x '), tests.own('ada', E'x\u00A0'),
      -- Another form of the id
      upper(tests.user_id('ada')::text) || '/x', replace(tests.user_id('ada')::text, '-', '') || '/x',
      '{' || tests.user_id('ada') || '}/x', ' ' || tests.own('ada', 'x'), tests.user_id('ada') || 'x/y',
      -- Absolute, empty, or too deep
      '/' || tests.own('ada', 'x'), '//' || tests.own('ada', 'x'), tests.user_id('ada')::text, tests.own('ada', ''),
      tests.own('ada', '/x'), tests.own('ada', 'x/'), tests.own('ada', 'a//x'), tests.own('ada', 'a/b/c/d'), 'x.jpg', '',
      '/', tests.own('ada', repeat('x', 129)), tests.own('ada', 'x:y'), tests.own('ada', 'x*'), tests.own('ada', 'x?y=z'),
      tests.own('ada', 'x#y'), tests.own('ada', '-rf;x'), tests.own('ada', '$x'), tests.own('ada', null)
    ]) as name
    cross join tests.upload('ada', 'uploads', name) as answer
    where answer is distinct from '42501'
  $$,
  'STO-PATH-01: no spelling of a path leads out of one''s folder, or is anything but plain'
);
select tests.act_as('postgres');
select is(
  tests.upload('anon', 'uploads', 'anon/x.jpg') || tests.upload('anon', 'uploads', '/x.jpg'), '4250142501',
  'STO-PATH-02: who has no account has no folder'
);
select set_config('request.jwt.claims', '{"role": "authenticated"}', true), set_config('role', 'authenticated', true);
select ok(not coalesce(private.is_own_file('/x') or private.is_own_file('null/x'), false),
  'STO-PATH-03: nor has a token that names nobody'
);
select tests.act_as('postgres');

-- Reading and listing
select results_eq(
  $$
    select id, tests.answer('ada', format('select count(*) from storage.objects where bucket_id = %L', id)),
      tests.answer('ada', format(
        'select count(*) from storage.objects where bucket_id = %L and name = tests.own(''ada'', ''there.jpg'')', id
      ))
    from buckets
    where id <> 'uploads'
    order by ordinal
  $$,
  $$
    values ('avatars', '0', '0'), ('progress-photos', '1', '1'), ('exercise-media', '0', '0'), ('imports', '1', '1'),
      ('exports', '1', '1'), ('unheard-of', '0', '0')
  $$,
  'STO-SEL-01: a user reads their own files of the private buckets; public ones are listed to nobody'
);
select results_eq(
  $$
    select who, tests.answer(who, 'select count(*) from storage.objects'), tests.answer(who, $q$
      select count(*) from storage.objects where name like tests.user_id('ada') || '/%'
    $q$)
    from unnest(array['eve', 'admin', 'anon']) as who
  $$,
  $$ values ('eve', '4', '0'), ('admin', '0', '0'), ('anon', '0', '0') $$,
  'STO-SEL-02: nobody sees a file of another, be the profile public, an admin neither'
);
select is(
  tests.answer('service_role', 'select count(distinct bucket_id) from storage.objects'), '7',
  'STO-SEL-03: the functions see all'
);

-- Moving and overwriting
select is_empty(
  $$
    select who, change, attempt
    from unnest(array['ada', 'eve', 'anon']) as who
    cross join unnest(array[
      'metadata = ''{}''', 'name = auth.uid() || ''/moved.jpg''', 'bucket_id = ''avatars''', 'owner_id = auth.uid()::text'
    ]) as change
    cross join tests.attempt(who, format('update storage.objects set %s where true', change)) as attempt
    where attempt <> '0'
  $$,
  'STO-UPD-01: nobody moves or renames a file, their own neither'
);
select results_eq(
  $$
    select who, tests.attempt(who, $q$
      insert into storage.objects (bucket_id, name, metadata)
      values ('uploads', tests.own('ada', 'there.jpg'), '{"overwritten": true}')
      on conflict (bucket_id, name) do update set metadata = excluded.metadata
    $q$)
    from unnest(array['ada', 'eve', 'anon']) as who
  $$,
  $$ values ('ada', '42501'), ('eve', '42501'), ('anon', '42501') $$,
  'STO-UPD-02: nor writes over one'
);
select is(
  tests.upload('ada', 'uploads', tests.own('ada', 'there.jpg')), '23505', 'STO-UPD-03: a name that is there is taken'
);

-- Deleting
select results_eq(
  $$
    select who, tests.attempt(who, $q$
      delete from storage.objects where name = tests.own('ada', 'there.jpg')
    $q$)
    from unnest(array['eve', 'admin', 'anon']) as who
  $$,
  $$ values ('eve', '0'), ('admin', '0'), ('anon', '0') $$,
  'STO-DEL-01: nobody deletes a file of another'
);
select results_eq(
  $$
    select objects.id, objects.bucket_id, objects.name, objects.metadata
    from storage.objects
    join untouched on untouched.id = objects.id
    order by 1
  $$,
  'select id, bucket_id, name, metadata from untouched order by 1',
  'STO-DEL-02: after which every file is where it was'
);
select is(
  tests.attempt('ada', $$ delete from storage.objects where name = tests.own('ada', 'there.jpg') $$), '1',
  'STO-DEL-03: a user deletes their own upload; what the functions wrote stays'
);
select results_eq(
  $$
    select bucket_id
    from untouched
    where not exists (select from storage.objects where objects.id = untouched.id)
  $$,
  array['uploads'],
  'STO-DEL-04: that and no other'
);

-- Buckets
select is_empty(
  $$
    select who, statement, attempt
    from unnest(array['ada', 'admin', 'anon']) as who
    cross join unnest(array[
      'select from storage.buckets', 'update storage.buckets set public = true where true',
      'delete from storage.buckets where true'
    ]) as statement
    cross join tests.attempt(who, statement) as attempt
    where attempt <> '0'
  $$,
  'STO-BUCKET-01: no client reads, opens or removes a bucket'
);
select is(
  tests.attempt('ada', $$ insert into storage.buckets (id, name) values ('mine', 'mine') $$), '42501',
  'STO-BUCKET-02: nor makes one'
);
select is(
  (select count(*) from storage.buckets where id = 'uploads' and not public), 1::bigint,
  'STO-BUCKET-03: and uploads stay private'
);

select * from finish();
rollback;
