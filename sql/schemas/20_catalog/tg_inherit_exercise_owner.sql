create or replace function private.tg_inherit_exercise_owner()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  select exercises.user_id
  into new.user_id
  from public.exercises
  where exercises.id = new.exercise_id;
  if not found then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_inherit_exercise_owner() from public;

comment on function private.tg_inherit_exercise_owner() is
  'Takes the owner from the exercise, none of a global one; it never changes there. Invoker: an exercise that the '
  'caller does not see is none. Errors: 409 id_unusable.';
