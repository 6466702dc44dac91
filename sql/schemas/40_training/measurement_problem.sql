create or replace function private.measurement_problem(
  p_type public.measurement_types,
  p_side text,
  p_value numeric,
  out message text,
  out path text,
  out text text
)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  select problem.message, problem.path, problem.text
  into message, path, text
  from (
    select 'field_not_allowed', 'side', format('%s has no sides', (p_type).name)
    where p_side is not null and not (p_type).has_sides

    union all

    select 'invalid_field', 'value', format(
      'must be from %s to %s (%s) for %s',
      trim_scale((p_type).min_value), trim_scale((p_type).max_value), (p_type).unit, (p_type).name
    )
    where p_value not between (p_type).min_value and (p_type).max_value
  ) as problem (message, path, text)
  limit 1;
end;
$$;

revoke execute on function private.measurement_problem(public.measurement_types, text, numeric) from public;
grant execute on function private.measurement_problem(public.measurement_types, text, numeric)
  to authenticated, service_role;

comment on function private.measurement_problem(public.measurement_types, text, numeric) is
  'What is wrong with a value of a kind of measurement: an error key, the field, and the trouble in words; all null '
  'where nothing is.';
