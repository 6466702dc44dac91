begin;
select plan(6);

-- Who may call the functions that docs/security/definer-ledger.md lists; what they answer is in definer_attacks.test.sql.
select tests.create_user('eve');

select set_eq(
  $$
    select oid::regprocedure::text
    from pg_proc
    where pronamespace = 'private'::regnamespace and prosecdef and has_function_privilege('anon', oid, 'execute')
  $$,
  array['private.check_username(text)', 'private.read_shared(text)'],
  'DEF-01: without an account two definer functions are called, for free usernames and for links'
);
select set_eq(
  $$
    select oid::regprocedure::text
    from pg_proc
    where pronamespace = 'private'::regnamespace and prosecdef
      and has_function_privilege('authenticated', oid, 'execute')
  $$,
  array[
    'private.add_access_token(uuid,text,text[],integer)',
    'private.add_consent(text,boolean,text,text)',
    'private.add_enrollment(uuid,uuid,date,text,uuid,jsonb)',
    'private.add_plan_like(uuid)',
    'private.add_record_confirmations(uuid,uuid)',
    'private.add_share_link(uuid,uuid,uuid,integer,integer)',
    'private.add_workout_rows(uuid,jsonb,uuid[],uuid[])',
    'private.blocked_user_ids()',
    'private.catalog_locale(text)',
    'private.change_enrollment(uuid,uuid,jsonb)',
    'private.change_mark()',
    'private.change_role(uuid,text,boolean)',
    'private.check_username(text)',
    'private.choose_username(text)',
    'private.close_enrollment(uuid,text)',
    'private.copy_by_link(text,uuid,text)',
    'private.copy_visible_plan(uuid,uuid,text)',
    'private.count_activity(date,date)',
    'private.count_exercises(date,integer)',
    'private.count_retention(date,integer)',
    'private.end_access_token(uuid)',
    'private.end_job(uuid)',
    'private.end_pause(uuid,date)',
    'private.end_plan_like(uuid)',
    'private.end_share_link(uuid)',
    'private.end_submission(uuid)',
    'private.ensure_own_profile()',
    'private.exercise_facets(jsonb,date)',
    'private.exercise_items(uuid[],text)',
    'private.followed_user_ids()',
    'private.has_consent(text)',
    'private.has_role(text)',
    'private.is_sync_cursor(bigint,uuid)',
    'private.judge_submission(uuid,integer,text,text)',
    'private.match_exercises(jsonb,date,jsonb,integer)',
    'private.match_profiles(text,text,integer)',
    'private.match_published_plans(text,text[],text[],text[],text[],integer,integer,integer,text,jsonb,integer)',
    'private.open_own_report(text,text)',
    'private.own_version()',
    'private.raise_own_version()',
    'private.read_shared(text)',
    'private.retire_exercise(uuid)',
    'private.send_again(text,uuid[])',
    'private.similar_exercises(text[])',
    'private.start_merge(uuid,uuid)',
    'private.start_pause(uuid,date)',
    'private.submit_own_exercise(uuid,text)',
    'private.submit_own_plan(uuid,text)',
    'private.sync_horizon()',
    'private.take_down_plan(uuid,text)',
    'private.unarchive_exercise(uuid)',
    'private.visible_plan_document(uuid)',
    'private.workouts_with_words(text)'
  ],
  'DEF-02: a client calls those alone that derive the caller; triggers and rollups are not for calling'
);
select results_eq(
  $$
    select tests.attempt('eve', 'select private.' || call)
    from unnest(array[
      'roll_up_exercise_days(''{}'')', 'roll_up_records(''{}'')', 'record_breaking_days(''{}'')',
      'roll_up_training_days(auth.uid(), ''{}'')', 'roll_up_body_weight(auth.uid(), ''{}'')',
      'rebuild_rollups(auth.uid())', 'verify_rollups(1)', 'raise_user_version(auth.uid())'
    ]) as call
  $$,
  $$ select '42501' from generate_series(1, 8) $$,
  'DEF-03: a client cannot make rollups'
);
select is(
  tests.attempt('eve', 'select private.index_exercises(array[tests.id(1)])'), '42501', 'DEF-04: nor search documents'
);
select is_empty(
  $$
    select proname, tests.attempt('eve', format('select private.%I()', proname))
    from pg_proc
    where pronamespace = 'private'::regnamespace and prorettype = 'trigger'::regtype
      and tests.attempt('eve', format('select private.%I()', proname)) <> '42501'
  $$,
  'DEF-05: nor call a trigger function'
);
select is_empty(
  $$
    select proname, attempt
    from pg_proc
    cross join lateral (
      select tests.attempt('eve', format(
        'do $do$ begin
           create temporary table mine (user_id uuid, exercise_id uuid, local_date date, id uuid, visibility text);
           create trigger mine after insert on mine for each row execute function private.%I();
         end $do$', proname
      )) as attempt
    ) as attempted
    where pronamespace = 'private'::regnamespace and prorettype = 'trigger'::regtype and attempt <> '42501'
  $$,
  'DEF-06: nor hang one on a table of their own'
);

select * from finish();
rollback;
