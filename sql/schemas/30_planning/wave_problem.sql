create or replace function private.wave_problem(
  p_waves jsonb,
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
  select problems.message, problems.path, problems.text
  into message, path, text
  from (
    select 'invalid_field' as message, 'waves' as path, 'must be an array of 1 to 52 waves' as text
    where jsonb_array_length(p_waves) = 0

    union all

    select 'invalid_field', format('waves[%s]', wave.ordinal - 1), 'must be an array of 1 to 20 sets'
    from jsonb_array_elements(p_waves) with ordinality as wave (node, ordinal)
    where case jsonb_typeof(wave.node)
      when 'array' then jsonb_array_length(wave.node) not between 1 and 20
      else true
    end

    union all

    select
      coalesce(problem.message, 'invalid_field'),
      concat_ws('.', format('waves[%s][%s]', wave.ordinal - 1, planned.ordinal - 1), coalesce(
        problem.path, case when problem.message is null then 'max_reps' end
      )),
      coalesce(problem.text, 'is less than min_reps')
    from jsonb_array_elements(p_waves) with ordinality as wave (node, ordinal)
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(wave.node) when 'array' then wave.node else '[]' end
    ) with ordinality as planned (node, ordinal)
    cross join lateral private.document_problem('wave_set', planned.node, private.progression_field_rules()) as problem
    where case
      when problem.message is null
      then (planned.node ->> 'max_reps')::numeric < (planned.node ->> 'min_reps')::numeric
      else true
    end
  ) as problems
  limit 1;
end;
$$;

revoke execute on function private.wave_problem(jsonb) from public;
grant execute on function private.wave_problem(jsonb) to authenticated, service_role;

comment on function private.wave_problem(jsonb) is
  'The first thing that is wrong with the waves of a progression, an array; as private.progression_problem() says it.';
