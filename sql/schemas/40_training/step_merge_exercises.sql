create or replace function private.step_merge_exercises(p_job public.jobs)
returns private.job_step
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_from public.exercises;
  v_into public.exercises;
  v_user_id uuid;
  v_moved integer;
  v_state jsonb := jsonb_build_object('rows', coalesce((p_job.state ->> 'rows')::integer, 0));
begin
  select exercises.* into v_from from public.exercises where exercises.id = (p_job.input ->> 'from')::uuid;
  v_user_id := coalesce(v_from.user_id, private.next_user_of_exercise(v_from.id));

  -- An own exercise is replaced here, under its owner's lock: since the job was asked for it may have gone another way.
  if v_from.user_id is not null then
    perform private.lock_user_data(v_user_id);
    select exercises.* into v_from from public.exercises where exercises.id = v_from.id;
    v_into := private.usable_exercise((p_job.input ->> 'into')::uuid, v_user_id);
    if v_from.id is not null and v_from.replaced_by is null then
      perform private.check_merge(v_from, v_into);
      perform private.replace_exercise(v_from.id, v_into.id);
      v_from.replaced_by := v_into.id;
    end if;

  -- Whoever read a global one before it was replaced holds a lock on it until what they wrote can be seen.
  elsif v_user_id is null and v_from.id is not null then
    perform set_config('lock_timeout', '2s', true);
    begin
      perform 1 from public.exercises where exercises.id = v_from.id for update;
    exception
      when lock_not_available then
        return (false, 0, v_state, null::jsonb);
    end;
    return (private.next_user_of_exercise(v_from.id) is null, 0, v_state, v_state);
  end if;

  if v_from.id is null then
    return (true, 100, v_state, v_state);
  end if;
  v_moved := private.move_exercise_uses(v_user_id, v_from.id, v_from.replaced_by, 300);
  v_state := jsonb_build_object('rows', (v_state ->> 'rows')::integer + v_moved);
  return (v_from.user_id is not null and v_moved < 300, 0, v_state, v_state);
end;
$$;

revoke execute on function private.step_merge_exercises(public.jobs) from public;
grant execute on function private.step_merge_exercises(public.jobs) to service_role;

comment on function private.step_merge_exercises(public.jobs) is
  'One step of merging {from, into}: moves a part of what one user has of it, an own exercise''s owner or whoever is '
  'next. A global one is done when nobody is, and nobody is still writing who began before it was replaced.';
