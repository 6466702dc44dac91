-- What pgTAP files share: users to act as, and ways to act as them. Applied to the test database only.
create schema tests;
create extension pgtap with schema tests;
grant usage on schema tests to anon, authenticated, service_role;

create function tests.user_id(p_name text)
returns uuid
language sql
immutable
as $$
  select md5('repstack test user ' || p_name)::uuid;
$$;

-- Inserts a user as Auth does, so that the triggers on auth.users run.
create function tests.create_user(p_name text, p_metadata jsonb default '{}')
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into auth.users (
    id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, confirmation_token, recovery_token,
    email_change, email_change_token_new, email_change_token_current, reauthentication_token, created_at, updated_at
  )
  values (
    tests.user_id(p_name), 'authenticated', 'authenticated', p_name || '@example.test', now(),
    '{"provider": "email", "providers": ["email"]}', p_metadata, '', '', '', '', '', '', now(), now()
  );
  return tests.user_id(p_name);
end;
$$;

-- Acts as a signed-in user from here on, as REST does it: the role, and the claims of the token.
create function tests.sign_in(p_name text)
returns void
language plpgsql
as $$
begin
  perform set_config('request.jwt.claims', jsonb_build_object(
    'sub', tests.user_id(p_name), 'role', 'authenticated', 'aud', 'authenticated'
  )::text, true);
  perform set_config('role', 'authenticated', true);
end;
$$;

create function tests.act_as(p_role text)
returns void
language plpgsql
as $$
begin
  perform set_config('request.jwt.claims', case p_role when 'postgres' then '' else jsonb_build_object('role', p_role)::text end, true);
  perform set_config('role', p_role, true);
end;
$$;

create function tests.set_visibility(p_name text, p_visibility text)
returns void
language sql
security definer
set search_path = ''
as $$
  update public.profiles set visibility = p_visibility where user_id = tests.user_id(p_name);
$$;

create function tests.follow(p_follower text, p_followee text, p_status text default 'accepted')
returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.follows (follower_id, followee_id, status)
  values (tests.user_id(p_follower), tests.user_id(p_followee), p_status);
$$;

create function tests.block(p_blocker text, p_blocked text)
returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.blocks (blocker_id, blocked_id) values (tests.user_id(p_blocker), tests.user_id(p_blocked));
$$;

-- An exercise of the catalogue by its slug.
create function tests.exercise_id(p_slug text)
returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select exercises.id from public.exercises where exercises.slug = p_slug;
$$;

-- A uuid that is easy to tell apart: tests.id(7) is …-000000000007.
create function tests.id(p_number integer)
returns uuid
language sql
immutable
as $$
  select ('019a0000-0000-7000-8000-' || lpad(p_number::text, 12, '0'))::uuid;
$$;

-- p_who is a user's name, anon, service_role or postgres.
create function tests.become(p_who text)
returns void
language plpgsql
as $$
begin
  if p_who in ('anon', 'service_role', 'postgres') then
    perform tests.act_as(p_who);
  else
    perform tests.sign_in(p_who);
  end if;
end;
$$;

-- What becomes of a statement in somebody's hands: how many rows it touched or read, or the error it met. One row of a
-- matrix of rights. Afterwards the test is postgres again.
create function tests.attempt(p_who text, p_statement text)
returns text
language plpgsql
as $$
declare
  v_rows bigint;
begin
  perform tests.become(p_who);
  begin
    execute p_statement;
    get diagnostics v_rows = row_count;
  exception
    when others then
      perform tests.act_as('postgres');
      return sqlstate;
  end;
  perform tests.act_as('postgres');
  return v_rows::text;
end;
$$;

-- What a query answers to somebody, as text, or the error it met: the key of one of ours, the SQLSTATE of another.
create function tests.answer(p_who text, p_query text)
returns text
language plpgsql
as $$
declare
  v_answer text;
begin
  perform tests.become(p_who);
  begin
    execute p_query into v_answer;
  exception
    when others then
      v_answer := case when sqlstate like 'PT%' then sqlerrm else sqlstate end;
  end;
  perform tests.act_as('postgres');
  return v_answer;
end;
$$;

grant execute on all functions in schema tests to anon, authenticated, service_role;
