create or replace function private.tg_check_exercise()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  select usable.id
  into new.exercise_id
  from private.usable_exercise(new.exercise_id, new.user_id) as usable;
  if new.exercise_id is null then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_check_exercise() from public;

comment on function private.tg_check_exercise() is
  'Refuses an exercise that is neither global nor the row''s owner''s, and follows one that was merged. Definer, so '
  'that an exercise of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';
