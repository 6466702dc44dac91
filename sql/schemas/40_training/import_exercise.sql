create or replace function private.import_exercise(p_user_id uuid, p_exercise jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'exercises', 'json ' || lower(p_exercise ->> 'id'));
begin
  -- One that was deleted comes again, because what is imported behind it may need it.
  if v_row.outcome = 'known' then
    return v_row.outcome;
  end if;

  perform public.save_exercise(
    p_exercise - array['archived_at', 'replaced_by', 'names'] || jsonb_build_object('id', v_row.id)
  );
  insert into public.exercise_translations (exercise_id, locale, name)
  select v_row.id, named.key, named.value
  from jsonb_each_text(p_exercise -> 'names') as named;

  if p_exercise ->> 'archived_at' is not null then
    update public.exercises
    set
      archived_at = (p_exercise ->> 'archived_at')::timestamptz,
      replaced_by = private.imported_exercise_reference(p_user_id, p_exercise ->> 'replaced_by')
    where exercises.id = v_row.id;
  end if;
  return 'added';
end;
$$;

revoke execute on function private.import_exercise(uuid, jsonb) from public;
grant execute on function private.import_exercise(uuid, jsonb) to service_role;

comment on function private.import_exercise(uuid, jsonb) is
  'Adds an exercise of a document, as private.exercise_record() writes it, to a user''s own, and answers added or known. '
  'The one that it was merged into must be there. Errors: as save_exercise().';
