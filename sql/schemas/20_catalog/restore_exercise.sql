create or replace function public.restore_exercise(p_exercise_id uuid)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.unarchive_exercise(p_exercise_id);
  return jsonb_build_object('exercise', private.exercise_document(p_exercise_id));
end;
$$;

revoke execute on function public.restore_exercise(uuid) from public;
grant execute on function public.restore_exercise(uuid) to authenticated;

comment on function public.restore_exercise(uuid) is
  'Offers an archived exercise of the caller''s own again: {exercise: as save_exercise() answers it}. One that is not '
  'archived stays as it is. Errors: 409 id_unusable, also for one that was merged into another.';
