create or replace function private.check_exercise(p_exercise jsonb)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_path text;
  v_text text;
begin
  perform private.check_document('exercise', p_exercise, private.exercise_field_rules());

  select problems.path, problems.text
  into v_path, v_text
  from (
    select format('%s[%s]', list.field, element.ordinal - 1), list.text
    from (values
      ('instructions', 1000, 'must be a text of 1 to 1000 characters'),
      ('cues', 200, 'must be a text of 1 to 200 characters'),
      ('aliases', 120, 'must be a text of 1 to 120 characters')
    ) as list (field, max_length, text)
    cross join lateral jsonb_path_query(p_exercise, format('$.%I[*]', list.field)::jsonpath)
      with ordinality as element (value, ordinal)
    where char_length(element.value #>> '{}') > list.max_length or (element.value #>> '{}') !~ '[^[:space:]]'

    union all

    select format('aliases[%s]', element.ordinal - 1), 'is there twice'
    from jsonb_path_query(p_exercise, '$.aliases[*]') with ordinality as element (value, ordinal)
    where (select count(*) from jsonb_path_query(p_exercise, '$.aliases[*]') as other where other = element.value) > 1

    union all

    select format('equipment[%s]', element.ordinal - 1), 'is no equipment, or is there twice'
    from jsonb_path_query(p_exercise, '$.equipment[*] ? (@ != null)') with ordinality as element (value, ordinal)
    where not exists (select 1 from public.equipment where equipment.id = element.value #>> '{}')
      or (
        select count(*) from jsonb_path_query(p_exercise, '$.equipment[*]') as other where other = element.value
      ) > 1

    union all

    select format('muscles[%s].muscle_id', element.ordinal - 1), 'is no muscle, or is there twice'
    from jsonb_path_query(p_exercise, '$.muscles[*].muscle_id') with ordinality as element (value, ordinal)
    where not exists (select 1 from public.muscles where muscles.id = element.value #>> '{}')
      or (
        select count(*)
        from jsonb_path_query(p_exercise, '$.muscles[*].muscle_id') as other
        where other = element.value
      ) > 1

    union all

    select 'variation_group', 'must be lower-case words with hyphens, such as bench-press'
    where p_exercise ->> 'variation_group' !~ '^[a-z0-9][a-z0-9-]{0,59}$'
  ) as problems (path, text)
  order by problems.path
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and send the exercise again; nothing was stored.'
    );
  end if;
end;
$$;

revoke execute on function private.check_exercise(jsonb) from public;
grant execute on function private.check_exercise(jsonb) to authenticated, service_role;

comment on function private.check_exercise(jsonb) is
  'Refuses an exercise that save_exercise() cannot take, and names the field. Errors: 422 invalid_field, '
  'missing_field, unknown_field.';
