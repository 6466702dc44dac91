create or replace function public.delete_exercise(p_exercise_id uuid)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select jsonb_build_object('outcome', private.retire_exercise(p_exercise_id));
$$;

revoke execute on function public.delete_exercise(uuid) from public;
grant execute on function public.delete_exercise(uuid) to authenticated;

comment on function public.delete_exercise(uuid) is
  'Removes one of the caller''s own exercises: {outcome}. deleted where nothing uses it; else archived, which keeps '
  'workouts, routines, gyms and goals as they are and is found by search no more. restore_exercise() takes that back. '
  'Errors: 409 id_unusable, also for one that is gone.';
