create or replace function private.replace_exercise(p_from uuid, p_into uuid)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  update public.exercises
  set archived_at = coalesce(exercises.archived_at, now()), replaced_by = p_into
  where exercises.id = p_from;

  -- Rows of users follow when theirs are moved.
  update public.exercises
  set replaced_by = p_into
  where exercises.replaced_by = p_from and exercises.user_id is null;

  -- The catalogue's own names stand in its files; an own exercise is found under what it was called.
  insert into public.exercise_aliases (exercise_id, locale, alias)
  select target.id, said.locale, said.name
  from public.exercises as target
  cross join lateral (
    select 'en' as locale, exercises.name from public.exercises where exercises.id = p_from
    union
    select exercise_aliases.locale, exercise_aliases.alias
    from public.exercise_aliases
    where exercise_aliases.exercise_id = p_from
  ) as said
  where target.id = p_into and target.user_id is not null and said.name <> target.name
  on conflict do nothing;
end;
$$;

revoke execute on function private.replace_exercise(uuid, uuid) from public;
grant execute on function private.replace_exercise(uuid, uuid) to service_role;

comment on function private.replace_exercise(uuid, uuid) is
  'Archives an exercise as merged into another, so that whoever writes its id means that one. An own target is found '
  'under its names as well.';
