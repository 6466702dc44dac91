begin;
select plan(6);

select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
insert into public.user_roles (user_id, role)
values (tests.user_id('ada'), 'moderator'), (tests.user_id('ada'), 'admin');

create function tests.event(p_user_id text, p_claims jsonb)
returns jsonb
language sql
as $$
  select jsonb_build_object('user_id', p_user_id, 'claims', p_claims, 'authentication_method', 'password');
$$;

select results_eq(
  $$
    select rolname
    from pg_roles
    where has_function_privilege(oid, 'private.custom_access_token_hook(jsonb)', 'execute') and not rolsuper
    order by 1
  $$,
  array['postgres', 'supabase_auth_admin']::name[],
  'HOOK-01: Auth alone calls it'
);
select is(
  private.custom_access_token_hook(tests.event(tests.user_id('ada')::text, '{"role": "authenticated", "aal": "aal1"}')),
  tests.event(
    tests.user_id('ada')::text, '{"role": "authenticated", "aal": "aal1", "user_roles": ["admin", "moderator"]}'
  ),
  'HOOK-02: it adds the roles and leaves the rest as it is'
);
select is(
  private.custom_access_token_hook(tests.event(tests.user_id('eve')::text, '{}')) -> 'claims',
  '{"user_roles": []}',
  'HOOK-03: none are an empty list'
);
select is(
  private.custom_access_token_hook(tests.event(tests.user_id('eve')::text, '{"user_roles": ["admin"]}')) -> 'claims',
  '{"user_roles": []}',
  'HOOK-04: a claim that was there already does not stay'
);
select is(
  private.custom_access_token_hook(tests.event(gen_random_uuid()::text, '{}')) -> 'claims',
  '{"user_roles": []}',
  'HOOK-05: nor does it fail for a user whom it does not know'
);
select is_empty(
  $$ select who from unnest(array['anon', 'ada', 'service_role']) as who
     where tests.attempt(who, 'select private.custom_access_token_hook(''{}'')') <> '42501' $$,
  'HOOK-06: nobody else asks it for the roles of another'
);

select * from finish();
rollback;
