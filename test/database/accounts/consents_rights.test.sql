begin;
select plan(11);

select tests.create_user(name)
from unnest(array['owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker']) as name;
select tests.follow('follower', 'owner'), tests.follow('requester', 'owner', 'pending');
select tests.follow('blocked', 'owner'), tests.block('owner', 'blocked');
select tests.follow('blocker', 'owner'), tests.block('blocker', 'owner');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('owner'), 'health_data', true, '2026-01', 'en');

select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.consents')
    from unnest(array['owner', 'follower', 'stranger', 'blocked', 'anon', 'service_role']) as who
  $$,
  $$
    values
      ('owner', '1'), ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('anon', '42501'), ('service_role', '1')
  $$,
  'CNS-RLS-01: consents are read by their owner and the backend'
);
create temporary table attempts (operation, statement) as values
  ('insert', $$
    insert into public.consents (user_id, purpose, is_granted, text_version, locale)
    values (tests.user_id('owner'), 'marketing', true, '1', 'en')
  $$),
  ('update', 'update public.consents set is_granted = false where true'),
  ('delete', 'delete from public.consents where true');
select is_empty(
  $$
    select operation, who, tests.attempt(who, statement)
    from attempts
    cross join unnest(array['owner', 'follower', 'stranger', 'anon']) as who
    where tests.attempt(who, statement) <> '42501'
  $$,
  'CNS-RLS-02: no client writes the ledger'
);
select results_eq(
  $$ select operation, tests.attempt('service_role', statement) from attempts $$,
  $$ values ('insert', '1'), ('update', '42501'), ('delete', '42501') $$,
  'CNS-APPEND-01: the backend adds to it, and neither changes nor deletes'
);
select is(
  tests.attempt('service_role', 'truncate public.consents'), '42501', 'CNS-APPEND-02: nor empties it'
);
select is(
  tests.attempt('service_role', $$
    insert into public.consents (id, user_id, purpose, is_granted, text_version, locale)
    overriding system value
    values (0, tests.user_id('owner'), 'health_data', false, '1', 'en')
    on conflict (id) do update set is_granted = false
  $$), '42501', 'CNS-APPEND-03: nor by the back door of an upsert'
);
select throws_ok(
  'update public.consents set is_granted = false where true', 'PT409', 'append_only',
  'CNS-APPEND-04: even the owner of the table cannot rewrite history'
);
select results_eq(
  'select purpose, is_granted from public.consents order by id',
  $$ values ('health_data', true), ('marketing', true) $$,
  'CNS-APPEND-05: after which the ledger is what was entered'
);

-- Whether a consent stands
create function tests.consents_standing(p_who text)
returns text
language plpgsql
as $$
declare
  v_standing text;
begin
  perform tests.sign_in(p_who);
  select string_agg(purpose, ', ' order by purpose) into v_standing
  from unnest(array['health_data', 'analytics', 'marketing', 'unheard_of']) as purpose
  where private.has_consent(purpose);
  perform tests.act_as('postgres');
  return coalesce(v_standing, '');
end;
$$;

select results_eq(
  $$ select who, tests.consents_standing(who) from unnest(array['owner', 'stranger']) as who $$,
  $$ values ('owner', 'health_data, marketing'), ('stranger', '') $$,
  'CNS-HAS-01: a consent is its user''s and its purpose''s; without an entry there is none'
);
insert into public.consents (user_id, purpose, is_granted, text_version, locale, created_at)
values (tests.user_id('owner'), 'health_data', false, '2026-01', 'en', now() - interval '1 year');
select is(
  tests.consents_standing('owner'), 'marketing',
  'CNS-HAS-02: the newest entry decides by its place in the ledger, whatever its clock said'
);
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('owner'), 'health_data', true, '2026-02', 'en');
select is(tests.consents_standing('owner'), 'health_data, marketing', 'CNS-HAS-03: and may be given again');
select throws_ok(
  $$
    insert into public.consents (user_id, purpose, is_granted, text_version, locale)
    values (tests.user_id('owner'), 'unheard_of', true, '1', 'en')
  $$,
  '23514', null, 'CNS-CHECK-01: purposes are a closed set'
);

select * from finish();
rollback;
