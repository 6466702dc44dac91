begin;
select plan(31);

select tests.create_user(name) from unnest(array['ada', 'bob', 'eve', 'new']) as name;

-- Chooses a username as somebody, as often as the test likes: what it is then, or what was answered.
create function tests.choose(p_who text, p_username text)
returns text
language plpgsql
as $$
declare
  v_answer text;
begin
  delete from private.rate_limit_counters where policy = 'username_check';
  v_answer := tests.answer(p_who, format('select public.change_username(%L)', p_username));
  return case v_answer
    when 'true' then (select username from public.profiles where user_id = tests.user_id(p_who))
    when 'false' then 'not available'
    else v_answer
  end;
end;
$$;
-- Lets some days go by for a user's names.
create function tests.pass_days(p_who text, p_days integer)
returns void
language sql
security definer
as $$
  update public.profile_settings
  set username_changed_at = username_changed_at - make_interval(days => p_days)
  where user_id = tests.user_id(p_who);
  update private.held_usernames set expires_at = expires_at - make_interval(days => p_days) where true;
$$;

-- What looks the same is the same
select results_eq(
  $$
    select private.username_skeleton(name)
    from unnest(array['Ada', 'a.d_a', 'I0vers', 'l1i', '5am', 'bern', 'be_r.n', 'vvv', null]) as name
  $$,
  array['ada', 'ada', 'lovers', 'lll', 'sam', 'bem', 'bem', 'wv', null],
  'NAME-SKEL-01: a skeleton has no case, no separators, and one letter for those that look alike'
);
select is(tests.choose('ada', 'Lin.Corn'), 'Lin.Corn', 'NAME-01: a username is chosen');
select results_eq(
  $$
    select name, tests.choose('eve', name)
    from unnest(array[
      'lin.corn', 'LIN.CORN', 'lincorn', 'l_i_n.c_o_r_n', 'Iin.corn', '1in.corn', 'iin.com', 'lin.c0m', 'linc0r_n'
    ]) as name
    where tests.choose('eve', name) is distinct from 'not available'
  $$,
  $$ select '', '' where false $$,
  'NAME-LIKE-01: nobody else takes it, in other letters, with other separators, or with letters that look alike'
);
select is(tests.choose('bob', 'M0dern.vv'), 'M0dern.vv', 'NAME-LIKE-02: one with such letters is chosen');
select results_eq(
  $$ select tests.choose('eve', name) from unnest(array['modernw', 'rnodernw', 'ModemW', 'modern_w']) as name $$,
  array['not available', 'not available', 'not available', 'not available'],
  'NAME-LIKE-03: and then the plain one is taken'
);
select results_eq(
  $$
    select name, tests.choose('eve', name)
    from unnest(array['admin', 'Admin', 'adm1n', 'ad_min', 'a.d.m.i.n', 'supp0rt', 'RepStack', 'm.e']) as name
  $$,
  $$
    values
      ('admin', 'not available'), ('Admin', 'not available'), ('adm1n', 'not available'),
      ('ad_min', 'not available'), ('a.d.m.i.n', 'not available'), ('supp0rt', 'not available'),
      ('RepStack', 'not available'), ('m.e', 'not available')
  $$,
  'NAME-RESERVED-01: what could be mistaken for the app or its team is taken, in whatever spelling'
);
select results_eq(
  $$ select name, tests.choose('new', name) from unnest(array['ab', '.ab', 'a b', 'é', repeat('a', 31), '']) as name $$,
  $$
    values ('ab', 'not available'), ('.ab', 'not available'), ('a b', 'not available'), ('é', 'not available'), (repeat('a', 31), 'not available'), ('', 'not available')
  $$,
  'NAME-FORM-01: what is no username is not available, as any other'
);

-- Once in 30 days
select is(tests.choose('ada', 'LINCORN'), 'LINCORN', 'NAME-CHANGE-01: case and separators change freely');
select is(tests.choose('ada', 'ada'), 'ada', 'NAME-CHANGE-02: the name changes');
select results_eq(
  $$ select name, tests.choose('ada', name) from unnest(array['ada_two', 'lincorn', 'modernw', 'admin', 'x']) as name $$,
  $$
    values
      ('ada_two', 'too_many_requests'), ('lincorn', 'too_many_requests'), ('modernw', 'too_many_requests'),
      ('admin', 'too_many_requests'), ('x', 'too_many_requests')
  $$,
  'NAME-CHANGE-03: not a second time at once, and then a name that is taken answers as any other'
);
select is(tests.choose('ada', 'A.da'), 'A.da', 'NAME-CHANGE-04: its case and separators still do');
select is(tests.choose('ada', null), 'too_many_requests', 'NAME-CHANGE-05: nor is it given up, to choose a first again');
select is(
  tests.answer('ada', $$
    update public.profile_settings set username_changed_at = null where true
  $$), '42501', 'NAME-CHANGE-06: and nobody turns back the clock'
);
select tests.pass_days('ada', 29);
select is(tests.choose('ada', 'ada_two'), 'too_many_requests', 'NAME-CHANGE-07: not after 29 days');
select is(
  tests.answer('service_role', $$
    update public.profiles set username = 'ada_one' where user_id = tests.user_id('ada') returning username
  $$), 'ada_one', 'NAME-CHANGE-08: the backend may, at any time'
);
select tests.pass_days('ada', 31);
select is(tests.choose('ada', 'ada_two'), 'ada_two', 'NAME-CHANGE-09: after 30 days its owner may');

-- Held back
select results_eq(
  $$ select name, tests.choose('new', name) from unnest(array['lincorn', 'Iin.com', 'ada', 'ADA_one']) as name $$,
  $$
    values
      ('lincorn', 'not available'), ('Iin.com', 'not available'), ('ada', 'not available'),
      ('ADA_one', 'not available')
  $$,
  'NAME-HELD-01: names that were given up are held back from others'
);
select tests.pass_days('ada', 30);
select is(tests.choose('ada', 'lin_corn'), 'lin_corn', 'NAME-HELD-02: and not from their former owner');
select is(
  (select count(*) from private.held_usernames where user_id = tests.user_id('ada'))::integer, 3,
  'NAME-HELD-03: who holds it again, and so no longer back'
);
select tests.pass_days('ada', 91);
select is(tests.choose('new', 'ada'), 'ada', 'NAME-HELD-04: after 90 days a name is free again');
select tests.pass_days('ada', 31);
select is(tests.choose('ada', 'Ada'), 'not available', 'NAME-HELD-05: for its former owner no more than for others');
select is(tests.choose('new', 'ada_three'), 'ada_three', 'NAME-HELD-06: whoever gives it up next');
select is(tests.choose('ada', 'Ada'), 'not available', 'NAME-HELD-07: holds it back in turn');

-- An account that goes
delete from auth.users where id = tests.user_id('bob');
select results_eq(
  $$ select name, tests.choose('ada', name) from unnest(array['modernw', 'M0dern.vv']) as name $$,
  $$ values ('modernw', 'not available'), ('M0dern.vv', 'not available') $$,
  'NAME-GONE-01: the name of a deleted account is held back'
);
select is_empty(
  $$ select from private.held_usernames where held_usernames::text ~* 'modern' or user_id = tests.user_id('bob') $$,
  'NAME-GONE-02: and cannot be read anywhere'
);
select tests.pass_days('ada', 91);
select is(tests.choose('ada', 'modernw'), 'modernw', 'NAME-GONE-03: until 90 days are over');
select is_empty(
  $$
    select who, statement, attempt
    from unnest(array['ada', 'anon', 'service_role']) as who
    cross join unnest(array[
      'select from private.held_usernames', 'delete from private.held_usernames where true',
      'select private.hold_username(''eve'', null)', 'select private.username_is_free(''eve'', null)'
    ]) as statement
    cross join tests.attempt(who, statement) as attempt
    where attempt <> '42501'
  $$,
  'NAME-HELD-08: nobody reads what is held, or holds anything'
);
select is(
  tests.answer('eve', $$ update public.profiles set username = 'eve' where user_id = auth.uid() returning username $$), '42501',
  'NAME-ORACLE-01: nobody writes a username past change_username(), where a refusal is not counted'
);
delete from private.rate_limit_counters where policy = 'username_check';
select results_eq(
  $$
    select tests.answer('eve', format('select public.change_username(%L)', 'admin')), count(*)
    from generate_series(1, 32) group by 1 order by 2
  $$,
  $$ values ('too_many_requests', 2::bigint), ('false', 30::bigint) $$,
  'NAME-ORACLE-02: and refused choices are counted, so that names are not tried without end'
);
select throws_ok(
  $$ update public.profiles set username = 'm0dernw' where user_id = tests.user_id('eve') $$, 'PT409', 'username_taken',
  'NAME-LIKE-04: the owner of the database is refused as well'
);
alter table public.profiles disable trigger profiles_10_username;
select throws_ok(
  $$ update public.profiles set username = 'm0dernw' where user_id = tests.user_id('eve') $$, '23505', null,
  'NAME-LIKE-05: and so are two at once, by the index'
);

select * from finish();
rollback;
