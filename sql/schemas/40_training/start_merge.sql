create or replace function private.start_merge(p_from uuid, p_into uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_from public.exercises;
  v_into public.exercises;
  v_input jsonb;
  v_job_id uuid;
begin
  perform private.lock_user_data(v_user_id);

  select exercises.*
  into v_from
  from public.exercises
  where exercises.id = p_from and (exercises.user_id is null or exercises.user_id = v_user_id);
  if not found then
    perform private.raise_id_unusable('p_from');
  end if;
  if v_from.user_id is null and not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_from', 'Only a moderator merges global exercises.', 'Ask a moderator.'
    );
  end if;
  if v_from.user_id is null then
    -- One at a time: two merges that cross would make a circle.
    perform pg_advisory_xact_lock(hashtextextended('merge global exercises', 0));
    select exercises.* into v_from from public.exercises where exercises.id = p_from;
  end if;

  v_into := private.usable_exercise(p_into, v_user_id);
  if v_into.id is null or (v_from.user_id is null and v_into.user_id is not null) then
    perform private.raise_id_unusable('p_into');
  end if;

  if v_from.replaced_by is distinct from v_into.id then
    perform private.check_merge(v_from, v_into);
    perform private.replace_exercise(v_from.id, v_into.id);
  end if;

  -- A part of it takes a second or two. What is more than that is moved step by step, under the owner's name.
  if v_from.user_id is not null
    and private.move_exercise_uses(v_user_id, v_from.id, v_into.id, 300) < 300
  then
    return jsonb_build_object('exercise_id', v_into.id, 'job_id', null);
  end if;

  perform private.index_exercises(array[v_from.id]);
  v_input := jsonb_build_object('from', v_from.id, 'into', v_into.id);
  select jobs.id
  into v_job_id
  from public.jobs
  where jobs.status in ('queued', 'running') and jobs.type = 'merge_exercises' and jobs.input = v_input;
  if not found then
    v_job_id := private.enqueue_job(v_from.user_id, 'merge_exercises', v_input);
  end if;
  return jsonb_build_object('exercise_id', v_into.id, 'job_id', v_job_id);
end;
$$;

revoke execute on function private.start_merge(uuid, uuid) from public;
grant execute on function private.start_merge(uuid, uuid) to authenticated;

comment on function private.start_merge(uuid, uuid) is
  'Does what merge_exercises() promises: an own exercise at once as far as that is quick, a global one as a job. '
  'Definer, because clients may neither archive exercises nor add jobs. Errors: as merge_exercises().';
