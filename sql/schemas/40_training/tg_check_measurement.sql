create or replace function private.tg_check_measurement()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_type public.measurement_types;
  v_problem record;
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select measurement_types.*
  into v_type
  from public.measurement_types
  where measurement_types.id = new.type_id
    and (measurement_types.user_id is null or measurement_types.user_id = new.user_id);
  if not found then
    perform private.raise_id_unusable('type_id');
  end if;

  select problem.* into v_problem from private.measurement_problem(v_type, new.side, new.value) as problem;
  if v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, v_problem.path, v_problem.text, 'Correct the field and send it again.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_check_measurement() from public;

comment on function private.tg_check_measurement() is
  'Refuses a kind of measurement that is neither global nor the row''s owner''s, and a side or value that the kind does '
  'not have. Errors: 409 id_unusable; 422 invalid_field, field_not_allowed.';
