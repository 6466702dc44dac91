create or replace function private.tg_inherit_exercise_kind()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  select usable.id, usable.kind
  into new.exercise_id, new.exercise_kind
  from private.usable_exercise(new.exercise_id, new.user_id) as usable;
  if new.exercise_id is null then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_inherit_exercise_kind() from public;

comment on function private.tg_inherit_exercise_kind() is
  'Takes the kind from the exercise, which must be global or the owner''s, and follows one that was merged. Definer, '
  'so that an exercise of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';
