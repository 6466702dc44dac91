create or replace function private.tg_inherit_exercise_kind()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select exercises.kind
  into new.exercise_kind
  from public.exercises
  where exercises.id = new.exercise_id and (exercises.user_id is null or exercises.user_id = new.user_id);
  if not found then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_inherit_exercise_kind() from public;

comment on function private.tg_inherit_exercise_kind() is
  'Takes the kind from the exercise, which must be global or the owner''s. Definer, so that an exercise of somebody '
  'else and one that does not exist answer the same. Errors: 409 id_unusable.';
