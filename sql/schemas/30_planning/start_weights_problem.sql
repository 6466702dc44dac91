create or replace function private.start_weights_problem(p_start_weights jsonb)
returns text
language sql
immutable
security invoker
return
  case
    when jsonb_typeof(p_start_weights) is distinct from 'object' then 'must be an object'
    when (select count(*) from jsonb_object_keys(p_start_weights)) > 500 then 'must have at most 500 exercises'
    else (
      select
        case
          when not pg_input_is_valid(pair.key, 'uuid') then 'must have ids of exercises as keys'
          else 'must have weights in kg from 0 to 2000'
        end
      from jsonb_each(p_start_weights) as pair
      where not pg_input_is_valid(pair.key, 'uuid')
        or jsonb_typeof(pair.value) <> 'number'
        or (pair.value #>> '{}')::numeric not between 0 and 2000
      limit 1
    )
  end;

revoke execute on function private.start_weights_problem(jsonb) from public;
grant execute on function private.start_weights_problem(jsonb) to authenticated, service_role;

comment on function private.start_weights_problem(jsonb) is
  'What is wrong with start weights of an enrollment, in words; null where nothing is.';
