begin;
select plan(26);

-- Ada offers an exercise, Sam is anybody, Fay follows Ada, Dan is blocked. Mia and Max moderate.
select tests.create_user(name) from unnest(array['ada', 'sam', 'fay', 'dan', 'mia', 'max']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('fay', 'ada'), tests.block('ada', 'dan');
insert into public.user_roles (user_id, role)
select tests.user_id(name), 'moderator' from unnest(array['mia', 'max']) as name;
insert into public.exercises (id, user_id, name, kind, category, level)
select tests.id(number), tests.user_id(owner), name, 'weight_reps', 'strength', 'beginner'
from (values (1, 'ada', 'Zyzzyvax Curl'), (2, 'ada', 'PÚSH   UP!'), (3, 'sam', 'Sam''s'), (4, 'mia', 'Mia''s'),
  (5, 'ada', '懸垂')) as own (number, owner, name);
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight) values (tests.id(1), 'biceps', 'primary', 1);
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'Zyzzy');

create function tests.submit(p_who text, p_exercise_id uuid, p_note text default null)
returns text
language sql
as $$
  select tests.answer(p_who, format('select public.submit_exercise(%L, %L) -> ''submission''', p_exercise_id, p_note));
$$;
create function tests.review(p_who text, p_id uuid, p_version integer, p_decision text, p_reason text default null)
returns text
language sql
as $$
  select tests.answer(p_who, format(
    'select public.review_submission(%L, %L, %L, %L) #>> ''{submission,status}''', p_id, p_version, p_decision, p_reason
  ));
$$;
create function tests.of_exercise(p_exercise_id uuid)
returns uuid
language sql
as $$ select id from public.submissions where exercise_id = p_exercise_id order by created_at desc limit 1 $$;

-- Submitting
create temporary table first as select tests.submit('ada', tests.id(1), 'Please')::jsonb as submission;
select results_eq(
  $$ select submission - array['id', 'submitted_at'] from first $$,
  $$
    select jsonb_build_object(
      'type', 'exercise', 'exercise_id', tests.id(1), 'plan_id', null, 'status', 'pending', 'version', 1,
      'note', 'Please', 'result_exercise_id', null, 'reviews', '[]'::jsonb, 'content',
      private.exercise_document(tests.id(1)) - array['id', 'version']
    )
  $$,
  'SUB-NEW-01: an own exercise is offered as it is'
);
select is(tests.submit('ada', tests.id(1), 'Please')::jsonb, submission, 'SUB-NEW-02: the same again changes nothing')
from first;

-- Rights
select results_eq(
  $$
    select who,
      tests.attempt(who, 'select from public.submissions'),
      tests.attempt(who, 'update public.submissions set status = ''approved'' where false'),
      tests.attempt(who, 'delete from public.submissions where false'),
      tests.attempt(who, 'insert into public.submissions (user_id, type, content) select auth.uid(), ''plan'', ''{}'' where false'),
      tests.attempt(who, 'select reason from public.submission_reviews'),
      tests.attempt(who, 'select moderator_id from public.submission_reviews'),
      tests.attempt(who, 'delete from public.submission_reviews where false')
    from unnest(array['ada', 'fay', 'sam', 'dan', 'mia', 'anon', 'service_role']) as who
  $$,
  $$
    values
      ('ada', '1', '42501', '42501', '42501', '0', '42501', '42501'),
      ('fay', '0', '42501', '42501', '42501', '0', '42501', '42501'),
      ('sam', '0', '42501', '42501', '42501', '0', '42501', '42501'),
      ('dan', '0', '42501', '42501', '42501', '0', '42501', '42501'),
      ('mia', '1', '42501', '42501', '42501', '0', '42501', '42501'),
      ('anon', '42501', '42501', '42501', '42501', '42501', '42501', '42501'),
      ('service_role', '1', '0', '0', '0', '0', '0', '42501')
  $$,
  'SUB-RLS-01: author and moderators read a submission, nobody writes it past its RPCs'
);
select is_empty(
  $$
    select what, answer
    from (values
      ('another''s exercise', tests.submit('sam', tests.id(1))), ('none', tests.submit('sam', tests.id(99))),
      ('a global one', tests.submit('sam', tests.exercise_id('push-up'))),
      ('another''s submission', tests.answer('sam', format('select public.withdraw_submission(%L)', tests.of_exercise(tests.id(1))))),
      ('no submission', tests.answer('sam', 'select public.withdraw_submission(tests.id(99))'))
    ) as attacks (what, answer)
    where answer <> 'id_unusable'
  $$,
  'SUB-ATT-01: nothing of another is offered or withdrawn, which answers as if it did not exist'
);
select results_eq(
  $$
    select who, tests.review(who, tests.of_exercise(tests.id(1)), 1, 'approve'),
      tests.answer(who, 'select public.submission_queue()')
    from unnest(array['ada', 'sam', 'anon']) as who
  $$,
  $$ values ('ada', 'not_allowed', 'not_allowed'), ('sam', 'not_allowed', 'not_allowed'), ('anon', '42501', '42501') $$,
  'SUB-ATT-02: only a moderator decides, or reads the queue'
);
select is_empty(
  $$
    select call, tests.attempt(who, 'select ' || call)
    from unnest(array['ada', 'mia']) as who
    cross join unnest(array[
      'private.open_submission(''exercise'', tests.id(1), null, ''{}'', null)',
      'private.publish_exercise(null)', 'private.check_decision(''approve'', null)',
      'private.raise_submission_closed(''approved'')'
    ]) as call
    where tests.attempt(who, 'select ' || call) <> '42501'
  $$,
  'SUB-ATT-03: nor is anything offered that is not stored, or published that was not offered'
);
select tests.submit('mia', tests.id(4));
select is(
  tests.review('mia', tests.of_exercise(tests.id(4)), 1, 'approve'), 'not_allowed',
  'SUB-ATT-04: a moderator does not decide about what is their own'
);
delete from public.submissions where user_id = tests.user_id('mia');
select results_eq(
  $$ select tests.answer('sam', 'select count(*) from private.similar_exercises(array[''Zyzzyvax Curl'', ''push-up''])') $$,
  $$ values ('1') $$,
  'SUB-ATT-05: asking for similar names tells of the global catalogue alone'
);

-- Deciding
select results_eq(
  $$
    select what, tests.review('mia', tests.of_exercise(tests.id(1)), version, decision, reason)
    from (values
      ('no such decision', 1, 'maybe', 'x'), ('no decision', 1, null, 'x'), ('no reason', 1, 'reject', null),
      ('a blank reason', 1, 'request_changes', '  '), ('too long a reason', 1, 'reject', repeat('x', 2001)),
      ('another version', 2, 'approve', null)
    ) as attempts (what, version, decision, reason)
  $$,
  $$
    values ('no such decision', 'invalid_field'), ('no decision', 'invalid_field'), ('no reason', 'missing_field'),
      ('a blank reason', 'missing_field'), ('too long a reason', 'invalid_field'), ('another version', 'stale_version')
  $$,
  'SUB-REV-01: a decision is one of three, has a reason where it is against, and is about what was read'
);
select is(
  tests.review('mia', tests.of_exercise(tests.id(1)), 1, 'request_changes', 'Which grip?'), 'changes_requested',
  'SUB-REV-02: a moderator asks for changes'
);
select results_eq(
  $$
    select who, tests.review(who, tests.of_exercise(tests.id(1)), 1, 'request_changes', 'Which grip?')
    from unnest(array['mia', 'max']) as who
  $$,
  $$ values ('mia', 'changes_requested'), ('max', 'submission_closed') $$,
  'SUB-REV-03: the same again answers the same, and what is decided is not decided again'
);
select is(
  tests.answer('ada', 'select string_agg(reason, '','') from public.submission_reviews'), 'Which grip?',
  'SUB-REV-04: the author reads why'
);
update public.exercises set instructions = array['Hold it overhand.'] where id = tests.id(1);
select is(
  tests.submit('ada', tests.id(1), 'Now?')::jsonb - array['content', 'submitted_at', 'reviews'],
  jsonb_build_object(
    'id', tests.of_exercise(tests.id(1)), 'type', 'exercise', 'exercise_id', tests.id(1), 'plan_id', null,
    'status', 'pending', 'version', 2, 'note', 'Now?', 'result_exercise_id', null
  ),
  'SUB-REV-05: and submits again, as the next version of the same submission'
);
select tests.submit('ada', tests.id(2)), tests.submit('ada', tests.id(5));

-- The queue
update public.submissions set submitted_at = now() + case exercise_id
  when tests.id(2) then interval '-2 hours' when tests.id(1) then interval '-1 hour' else interval '0'
end where true;
select results_eq(
  $$
    select item #>> '{content,name}', item -> 'similar'
    from jsonb_array_elements(tests.answer('mia', 'select public.submission_queue() -> ''items''')::jsonb) as item
  $$,
  $$
    values
      ('PÚSH   UP!', jsonb_build_array(jsonb_build_object('id', tests.exercise_id('push-up'), 'name', 'Push-Up'))),
      ('Zyzzyvax Curl', '[]'::jsonb), ('懸垂', '[]'::jsonb)
  $$,
  'SUB-QUEUE-01: who waits longest comes first, with what the catalogue has under the same name'
);
create temporary table page as
  select tests.answer('mia', 'select public.submission_queue(p_limit => 2)')::jsonb as answer;
select results_eq(
  $$
    select jsonb_array_length(answer -> 'items'), next_page #>> '{items,0,content,name}', next_page -> 'next_cursor',
      tests.answer('mia', format('select public.submission_queue(''rejected'', p_cursor => %L)', answer ->> 'next_cursor'))
    from page
    cross join lateral (
      select tests.answer('mia', format(
        'select public.submission_queue(p_limit => 2, p_cursor => %L)', answer ->> 'next_cursor'
      ))::jsonb as next_page
    ) as following
  $$,
  $$ values (2, '懸垂', 'null'::jsonb, 'cursor_mismatch') $$,
  'SUB-QUEUE-02: page by page'
);

-- Approving
update public.exercises set name = 'Something rude' where id = tests.id(1);
select is(
  tests.review('max', tests.of_exercise(tests.id(1)), 2, 'approve'), 'approved', 'SUB-PUB-01: a moderator approves'
);
select results_eq(
  $$
    select
      e.id = private.global_exercise_id(e.slug), e.user_id, e.name, e.kind, e.instructions, e.source, e.license,
      array(select m.muscle_id from public.exercise_muscles as m where m.exercise_id = e.id),
      array(select a.alias from public.exercise_aliases as a where a.exercise_id = e.id), s.result_exercise_id = e.id
    from public.exercises as e, public.submissions as s
    where e.slug = 'community-zyzzyvax-curl' and s.exercise_id = tests.id(1)
  $$,
  $$
    values (
      true, null::uuid, 'Zyzzyvax Curl', 'weight_reps', array['Hold it overhand.'], 'community', 'CC0-1.0',
      array['biceps'], array['Zyzzy'], true
    )
  $$,
  'SUB-PUB-02: what was submitted becomes global, whatever the author made of theirs since'
);
select is(
  tests.answer('sam', $$ select public.search_exercises('zyzzyvax') #>> '{items,0,name}' $$), 'Zyzzyvax Curl',
  'SUB-PUB-03: and everybody finds it'
);
select results_eq(
  $$ select user_id, type, input ->> 'from' from public.jobs $$,
  $$ values (tests.user_id('ada'), 'merge_exercises', tests.id(1)::text) $$,
  'SUB-PUB-04: the author''s own is merged into it by a job of theirs'
);
do $$
declare
  v_job jsonb := tests.answer('service_role', 'select public.claim_job()')::jsonb;
begin
  perform tests.answer('service_role', format('select public.step_job(%L, %L)', v_job ->> 'id', v_job ->> 'lease'));
end;
$$;
select results_eq(
  $$
    select merged.slug, tests.answer('ada', format('select status from public.submissions where exercise_id = %L', own.id))
    from public.exercises as own
    join public.exercises as merged on merged.id = own.replaced_by
    where own.id = tests.id(1)
  $$,
  $$ values ('community-zyzzyvax-curl', 'approved') $$,
  'SUB-PUB-05: which it is from then on'
);
insert into public.exercises (id, user_id, name, kind, category, level)
values (tests.id(6), tests.user_id('sam'), 'zyzzyvax  CURL', 'weight_reps', 'strength', 'beginner');
select tests.submit('sam', tests.id(6));
select tests.review('mia', tests.of_exercise(tests.id(6)), 1, 'approve'),
  tests.review('mia', tests.of_exercise(tests.id(5)), 1, 'approve'),
  tests.review('mia', tests.of_exercise(tests.id(2)), 1, 'reject', 'We have that.');
select results_eq(
  $$
    select slug ~ '^community-(zyzzyvax-curl(-2)?|[0-9a-f]{8})$', count(*)
    from public.exercises where source = 'community' group by 1
  $$,
  $$ values (true, 3::bigint) $$,
  'SUB-PUB-06: slugs do not clash, and a name without letters of theirs has one as well'
);
select results_eq(
  $$ select action, subject_id, count(*) from public.audit_events where action like 'submission.%' group by 1, 2 order by 1, 3 desc $$,
  $$
    values
      ('submission.approved', tests.user_id('ada'), 2::bigint), ('submission.approved', tests.user_id('sam'), 1),
      ('submission.changes_requested', tests.user_id('ada'), 1), ('submission.rejected', tests.user_id('ada'), 1)
  $$,
  'SUB-AUD-01: every decision is in the audit ledger'
);

-- Ending
select is(
  tests.answer('ada', format('select public.withdraw_submission(%L)', tests.of_exercise(tests.id(2)))),
  'submission_closed', 'SUB-END-01: what was decided is not withdrawn'
);
insert into public.exercises (id, user_id, name, kind, category, level)
select tests.id(number), tests.user_id('sam'), 'Own ' || number, 'weight_reps', 'strength', 'beginner'
from generate_series(10, 13) as number;
select tests.submit('sam', tests.id(number)) from generate_series(10, 12) as number;
create temporary table offered as select id, exercise_id from public.submissions where status = 'pending';
select tests.answer('sam', 'select public.delete_exercise(tests.id(10))'),
  tests.answer('sam', 'select public.merge_exercises(tests.id(11), tests.id(13))'),
  tests.answer('sam', format('select public.withdraw_submission(%L)', tests.of_exercise(tests.id(12))));
select results_eq(
  $$
    select offered.exercise_id, submissions.exercise_id, status
    from offered join public.submissions using (id) order by 1
  $$,
  $$
    values (tests.id(10), null, 'withdrawn'), (tests.id(11), tests.id(11), 'withdrawn'),
      (tests.id(12), tests.id(12), 'withdrawn')
  $$,
  'SUB-END-02: an exercise that is deleted or merged is no longer offered, nor one that is withdrawn'
);
update private.quotas set max_count = 1 where name = 'open_submissions';
select results_eq(
  $$ select tests.submit('sam', tests.id(12)) like '{%', tests.submit('sam', tests.id(13)) $$,
  $$ values (true, 'quota_exceeded') $$,
  'SUB-QUOTA-01: so many wait at once'
);
update private.rate_limit_policies set max_count = 1 where name = 'submission';
select is(
  tests.submit('sam', tests.id(12), 'Again'), 'too_many_requests', 'SUB-LIMIT-01: and so many are sent in a day'
);

select * from finish();
rollback;
