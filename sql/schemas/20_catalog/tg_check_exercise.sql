create or replace function private.tg_check_exercise()
returns trigger
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not exists (
    select 1
    from public.exercises
    where exercises.id = new.exercise_id and (exercises.user_id is null or exercises.user_id = new.user_id)
  ) then
    perform private.raise_id_unusable('exercise_id');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_check_exercise() from public;

comment on function private.tg_check_exercise() is
  'Refuses an exercise that is neither global nor the row''s owner''s. Definer, so that an exercise of somebody else '
  'and one that does not exist answer the same. Errors: 409 id_unusable.';
