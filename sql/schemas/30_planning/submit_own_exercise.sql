create or replace function private.submit_own_exercise(p_exercise_id uuid, p_note text)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.lock_user_data((select auth.uid()));
  if not exists (
    select 1
    from public.exercises
    where exercises.id = p_exercise_id
      and exercises.user_id = (select auth.uid())
      and exercises.archived_at is null
  ) then
    perform private.raise_id_unusable('p_exercise_id');
  end if;
  return private.open_submission(
    'exercise', p_exercise_id, null, private.exercise_document(p_exercise_id) - array['id', 'version'], p_note
  );
end;
$$;

revoke execute on function private.submit_own_exercise(uuid, text) from public;
grant execute on function private.submit_own_exercise(uuid, text) to authenticated;

comment on function private.submit_own_exercise(uuid, text) is
  'Submits an exercise of the caller''s own that is not archived, and answers the submission''s id. Definer, because '
  'clients may not write submissions. Errors: as submit_exercise().';
