create or replace function private.imported_exercise_id(p_user_id uuid, p_name text, p_kind text)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_id uuid;
begin
  -- One that was merged still stands for what it was merged into.
  select exercises.id
  into v_id
  from public.exercises
  where exercises.user_id = p_user_id
    and exercises.kind = p_kind
    and private.fold_text(exercises.name) = private.fold_text(p_name)
    and (exercises.archived_at is null or exercises.replaced_by is not null)
  order by exercises.archived_at nulls first, exercises.created_at, exercises.id
  limit 1;
  if found then
    return v_id;
  end if;

  insert into public.exercises (id, user_id, name, kind, category, level, body_weight_share)
  values (
    gen_random_uuid(), p_user_id, p_name, p_kind,
    case p_kind when 'distance_duration' then 'cardio' else 'strength' end, 'beginner',
    case when p_kind in ('bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight') then 1 else 0 end
  )
  returning exercises.id into v_id;
  return v_id;
end;
$$;

revoke execute on function private.imported_exercise_id(uuid, text, text) from public;
grant execute on function private.imported_exercise_id(uuid, text, text) to service_role;

comment on function private.imported_exercise_id(uuid, text, text) is
  'The user''s own exercise of this name and kind, made where there is none. Its owner''s lock must be held. Errors: 409 '
  'quota_exceeded.';
