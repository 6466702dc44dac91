create or replace function private.exercise_record(p_exercise public.exercises)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    private.exercise_document(p_exercise.id) - 'version' || jsonb_build_object(
      'archived_at', p_exercise.archived_at,
      'replaced_by', p_exercise.replaced_by,
      'names', (
        select coalesce(jsonb_object_agg(exercise_translations.locale, exercise_translations.name), '{}')
        from public.exercise_translations
        where exercise_translations.exercise_id = p_exercise.id
      )
    )
  )::text;
end;
$$;

revoke execute on function private.exercise_record(public.exercises) from public;
grant execute on function private.exercise_record(public.exercises) to service_role;

comment on function private.exercise_record(public.exercises) is
  'An exercise of a user''s own with its parts, as an export has it.';
