begin;
select plan(5);

-- The fold by itself, without tables: a session is (light?, met?, at the ceiling?, excused?, amount).
create function tests.session(
  p_amount numeric, p_is_met boolean default true, p_is_light boolean default false, p_is_excused boolean default false,
  p_is_at_ceiling boolean default false
)
returns private.session_result
language sql
immutable
as $$
  select row(
    p_is_light, p_is_met, p_is_at_ceiling, p_is_excused, p_amount, array[p_amount], array[1::numeric], array[1], array[5]
  )::private.session_result;
$$;
create function tests.fold(p_rule jsonb, p_start numeric, variadic p_sessions private.session_result[])
returns text
language sql
immutable
as $$
  select format('%s %s', trim_scale((state).amount), (state).code)
  from (select private.fold_progression(p_rule, p_start, p_sessions) as state) as folded;
$$;

select is(
  tests.fold('{"scheme": "linear", "increment_percent": 2.5}', 40,
    tests.session(40), tests.session(41), tests.session(42), tests.session(43)),
  '44.152516 raised', 'PRG-FOLD-01: amounts are exact, to a millionth: 40 × 1.025 four times'
);
select is(
  tests.fold('{"scheme": "linear", "increment_percent": 2.5}', 40,
    tests.session(40), tests.session(41), tests.session(41.5, p_is_excused => true), tests.session(42)),
  '43.075625 raised', 'PRG-FOLD-02: an excused session is passed over; 42 kg are what can be loaded of 42.025'
);
select is(
  tests.fold('{"scheme": "linear", "increment_kg": 2.5}', null, tests.session(80), tests.session(85, false)),
  '82.5 failed', 'PRG-FOLD-03: without a start the first session is one'
);
select is(
  (private.fold_progression('{"scheme": "linear", "increment_kg": 2.5, "max_kg": 90}', null,
    array[tests.session(null), tests.session(0)])).amount,
  null, 'PRG-FOLD-04: and without a load nothing is known, whatever the limit'
);
select results_eq(
  $$
    select tests.fold(null, 60, tests.session(70)), tests.fold(null, null, tests.session(70), tests.session(75, false)),
      tests.fold('{"scheme": "double", "increment_kg": 5}', 60, tests.session(60)),
      tests.fold('{"scheme": "double", "increment_kg": 5}', 60, tests.session(60, p_is_at_ceiling => true)),
      tests.fold('{"scheme": "linear", "increment_kg": 5}', 60, variadic '{}')
  $$,
  $$ values ('60 ', '75 ', '60 held', '65 raised', '60 ') $$,
  'PRG-FOLD-05: without a rule the load stays, or is the latest; double waits for the ceiling'
);

select * from finish();
rollback;
