begin;
select plan(17);

select tests.create_user(name) from unnest(array['ada', 'bob']) as name;

create function tests.consent(p_who text, p_purpose text, p_version text default '1', p_locale text default 'en')
returns text
language sql
as $$
  select tests.answer(p_who, format(
    'select public.record_consent(%L, %L, %L) - ''created_at''', p_purpose, p_version, p_locale
  ));
$$;
create function tests.withdraw(p_who text, p_purpose text)
returns text
language sql
as $$
  select tests.answer(p_who, format('select public.withdraw_consent(%L) - ''created_at''', p_purpose));
$$;
create temporary view ledger as
  select purpose, is_granted, text_version, locale
  from public.consents
  where user_id = tests.user_id('ada')
  order by id;

select results_eq(
  $$
    select who, tests.consent(who, 'analytics'), tests.withdraw(who, 'analytics')
    from unnest(array['anon', 'service_role']) as who
  $$,
  $$ values ('anon', '42501', '42501'), ('service_role', '42501', '42501') $$,
  'CNS-RPC-01: only a user consents, and nobody for a user'
);
select is(
  tests.consent('ada', 'health_data', '2026-01', 'de')::jsonb,
  '{"purpose": "health_data", "is_granted": true, "text_version": "2026-01", "locale": "de"}',
  'CNS-RPC-02: consent is recorded, with the text that was shown'
);
select is(
  tests.consent('ada', 'health_data', '2026-01', 'de')::jsonb,
  '{"purpose": "health_data", "is_granted": true, "text_version": "2026-01", "locale": "de"}',
  'CNS-RPC-03: the same again is answered'
);
select results_eq(
  'select * from ledger', $$ values ('health_data', true, '2026-01', 'de') $$, 'CNS-RPC-04: and adds nothing'
);
select tests.consent('ada', 'health_data', '2026-02', 'de'), tests.consent('ada', 'health_data', '2026-02', 'en');
select tests.withdraw('ada', 'health_data'), tests.withdraw('ada', 'health_data');
select tests.withdraw('ada', 'marketing');
select tests.consent('ada', 'health_data', '2026-02', 'en');
select results_eq(
  'select * from ledger',
  $$
    values
      ('health_data', true, '2026-01', 'de'), ('health_data', true, '2026-02', 'de'),
      ('health_data', true, '2026-02', 'en'), ('health_data', false, 'withdrawal', 'und'),
      ('marketing', false, 'withdrawal', 'und'), ('health_data', true, '2026-02', 'en')
  $$,
  'CNS-RPC-05: another text, another language, a withdrawal and a new consent are each one entry'
);
select results_eq(
  $$
    select what, tests.consent('ada', purpose, version, locale)
    from (values
      ('no purpose', null, '1', 'en'), ('an unknown purpose', 'profit', '1', 'en'),
      ('no version', 'analytics', null, 'en'), ('an empty version', 'analytics', '', 'en'),
      ('a long version', 'analytics', repeat('1', 41), 'en'), ('no locale', 'analytics', '1', null),
      ('a short locale', 'analytics', '1', 'e'), ('a long locale', 'analytics', '1', repeat('e', 36))
    ) as wrong (what, purpose, version, locale)
    where tests.consent('ada', purpose, version, locale) is distinct from 'invalid_field'
  $$,
  $$ select '', '' where false $$,
  'CNS-RPC-06: what cannot be an entry is refused'
);
select is(tests.withdraw('ada', 'profit'), 'invalid_field', 'CNS-RPC-07: in a withdrawal too');

-- Nobody chooses the time, or the user
select results_eq(
  $$ select distinct created_at from public.consents $$, 'select now()',
  'CNS-TIME-01: each entry has the time of the server'
);
select is(
  tests.attempt('ada', $$
    insert into public.consents (user_id, purpose, is_granted, text_version, locale, created_at)
    values (auth.uid(), 'analytics', true, '1', 'en', '2020-01-01')
  $$), '42501', 'CNS-TIME-02: none is written with another'
);
select is(
  tests.attempt('ada', $$ select public.record_consent('analytics', '1', 'en', '2020-01-01') $$), '42883',
  'CNS-TIME-03: nor asked for with one'
);
select is(
  tests.attempt('bob', $$ select public.record_consent('analytics', '1', 'en', tests.user_id('ada')) $$), '42883',
  'CNS-TIME-04: nor for another'
);
select tests.consent('bob', 'analytics');
select results_eq(
  $$ select purpose from public.consents where user_id = tests.user_id('bob') $$, array['analytics'],
  'CNS-TIME-05: who consents, consents for themselves'
);
select tests.withdraw('bob', 'health_data');
select is(
  tests.answer('ada', $$ select private.has_consent('health_data') $$), 'true',
  'CNS-TIME-06: and withdraws for themselves'
);

-- Health data
select tests.withdraw('ada', 'health_data');
select results_eq(
  $$
    select who, tests.answer(who, 'insert into public.body_facts (sex) values (''female'') returning sex')
    from unnest(array['ada', 'bob', 'anon']) as who
  $$,
  $$ values ('ada', 'consent_required'), ('bob', 'consent_required'), ('anon', '42501') $$,
  'CNS-HEALTH-01: without consent, or after its withdrawal, no health data is stored'
);
select tests.consent('ada', 'health_data');
select is(
  tests.answer('ada', $$ insert into public.body_facts (sex) values ('female') returning sex $$), 'female',
  'CNS-HEALTH-02: with it, it is'
);
select tests.withdraw('ada', 'health_data');
select results_eq(
  $$
    select tests.answer('ada', 'update public.body_facts set sex = null where true returning sex'),
      tests.answer('ada', 'insert into public.body_facts (sex) values (''male'')
        on conflict (user_id) do update set sex = excluded.sex returning sex'),
      tests.answer('ada', 'select sex from public.body_facts')
  $$,
  $$ values ('consent_required', 'consent_required', 'female') $$,
  'CNS-HEALTH-03: withdrawn, what is there is read and not changed'
);
select is(
  tests.attempt('ada', 'delete from public.body_facts where true'), '1', 'CNS-HEALTH-04: and goes when its owner wishes'
);

select * from finish();
rollback;
