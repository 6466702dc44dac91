create or replace function public.merge_exercises(p_from uuid, p_into uuid)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.start_merge(p_from, p_into);
$$;

revoke execute on function public.merge_exercises(uuid, uuid) from public;
grant execute on function public.merge_exercises(uuid, uuid) to authenticated;

comment on function public.merge_exercises(uuid, uuid) is
  'Makes one exercise of two: whatever has p_from has p_into then, its history included, and p_from is archived with '
  'replaced_by. An exercise of the caller''s own goes into another of theirs or into a global one; moderators merge '
  'two global ones. Whatever is written from then on goes to p_into. What is there is moved at once, but for long '
  'histories and global exercises, which a job moves. Answers {exercise_id: what p_from is now, job_id: that job, or '
  'null}; the same again answers the same. Errors: 403 not_allowed; 409 id_unusable, merge_impossible, '
  'quota_exceeded.';
