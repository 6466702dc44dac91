create or replace function private.unarchive_exercise(p_exercise_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);
  update public.exercises
  set archived_at = null
  where exercises.id = p_exercise_id and exercises.user_id = v_user_id and exercises.replaced_by is null;
  if not found then
    perform private.raise_id_unusable('p_exercise_id');
  end if;
end;
$$;

revoke execute on function private.unarchive_exercise(uuid) from public;
grant execute on function private.unarchive_exercise(uuid) to authenticated;

comment on function private.unarchive_exercise(uuid) is
  'Takes the archiving of an exercise of the caller''s own back. Definer, because clients may not write archived_at. '
  'Errors: 409 id_unusable.';
