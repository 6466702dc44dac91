create or replace function private.publish_exercise(p_submission public.submissions)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_base text;
  v_slug text;
  v_id uuid;
  v_count integer := 1;
begin
  -- One at a time, so that a slug that is free stays so.
  perform pg_advisory_xact_lock(hashtextextended('community exercises', 0));
  v_base := btrim(
    regexp_replace(private.fold_text(p_submission.content ->> 'name'), '[^a-z0-9]+', '-', 'g'), '-'
  );
  -- A name in another script leaves no letters.
  v_base := 'community-' || coalesce(nullif(v_base, ''), left(p_submission.id::text, 8));
  v_slug := v_base;
  while exists (select 1 from public.exercises where exercises.slug = v_slug) loop
    v_count := v_count + 1;
    v_slug := format('%s-%s', v_base, v_count);
  end loop;
  v_id := private.global_exercise_id(v_slug);

  insert into public.exercises (
    id, user_id, slug, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group,
    instructions, cues, source, license
  )
  select
    v_id, null, v_slug, sent.name, sent.kind, sent.category, sent.mechanic, sent.force, sent.level, sent.is_unilateral,
    sent.body_weight_share, sent.variation_group, sent.instructions, sent.cues, 'community', 'CC0-1.0'
  from jsonb_populate_record(null::public.exercises, p_submission.content) as sent;

  insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
  select v_id, sent.muscle_id, sent.role, sent.weight
  from jsonb_to_recordset(p_submission.content -> 'muscles') as sent (muscle_id text, role text, weight numeric);
  insert into public.exercise_equipment (exercise_id, equipment_id)
  select v_id, sent from jsonb_array_elements_text(p_submission.content -> 'equipment') as sent;
  insert into public.exercise_aliases (exercise_id, alias)
  select v_id, sent from jsonb_array_elements_text(p_submission.content -> 'aliases') as sent;
  perform private.index_exercises(array[v_id]);

  update public.submissions set result_exercise_id = v_id where submissions.id = p_submission.id;
  if p_submission.exercise_id is not null then
    perform private.enqueue_job(
      p_submission.user_id, 'merge_exercises',
      jsonb_build_object('from', p_submission.exercise_id, 'into', v_id), 'submission:' || p_submission.id
    );
  end if;
end;
$$;

revoke execute on function private.publish_exercise(public.submissions) from public;

comment on function private.publish_exercise(public.submissions) is
  'Makes a global exercise of an approved submission, exactly as it was submitted, and has the author''s own merged '
  'into it by a job of theirs. Its slug begins with community-, which no file of the catalogue does. Granted to '
  'nobody.';
