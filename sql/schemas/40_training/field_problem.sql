create or replace function private.field_problem(
  p_value jsonb,
  p_type text,
  p_minimum numeric,
  p_maximum numeric,
  p_step numeric,
  p_choices text[]
)
returns text
language sql
stable
security invoker
return
  case
    when p_type = 'uuid' then
      case
        when jsonb_typeof(p_value) <> 'string' or not pg_input_is_valid(p_value #>> '{}', 'uuid') then 'must be a uuid'
      end
    when p_type = 'instant' then
      case
        when jsonb_typeof(p_value) <> 'string'
          or (p_value #>> '{}') !~ (
            '^(19[7-9]|20[0-9])[0-9]-[0-9]{2}-[0-9]{2}'
            || 'T[0-9]{2}:[0-9]{2}(:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})$'
          )
          or not pg_input_is_valid(p_value #>> '{}', 'timestamptz')
        then 'must be an ISO 8601 instant with an offset, such as 2026-01-31T18:00:00Z'
      end
    when p_type = 'text' then
      case
        when jsonb_typeof(p_value) <> 'string' or char_length(p_value #>> '{}') < p_minimum
          or char_length(p_value #>> '{}') > p_maximum
          or (p_minimum > 0 and (p_value #>> '{}') !~ '[^[:space:]]')
        then format('must be text of %s to %s characters, not all of them spaces', p_minimum, p_maximum)
      end
    when p_type = 'choice' then
      case
        when jsonb_typeof(p_value) <> 'string' or (p_value #>> '{}') <> all(p_choices)
        then 'must be one of ' || array_to_string(p_choices, ', ')
      end
    when p_type = 'number' then
      case
        when jsonb_typeof(p_value) <> 'number' or (p_value #>> '{}')::numeric not between p_minimum and p_maximum
        then format('must be a number from %s to %s', p_minimum, p_maximum)
        when (p_value #>> '{}')::numeric % p_step <> 0
        then format('must be a multiple of %s', p_step)
      end
    when p_type = 'array' then
      case
        when jsonb_typeof(p_value) <> 'array' or jsonb_array_length(p_value) > p_maximum
        then format('must be an array of at most %s elements', p_maximum)
      end
    when jsonb_typeof(p_value) <> p_type then 'must be an ' || p_type
  end;

revoke execute on function private.field_problem(jsonb, text, numeric, numeric, numeric, text[]) from public;
grant execute on function private.field_problem(jsonb, text, numeric, numeric, numeric, text[])
  to authenticated, service_role;

comment on function private.field_problem(jsonb, text, numeric, numeric, numeric, text[]) is
  'What is wrong with a JSON value by a rule of private.workout_field_rules(), in words; null where nothing is.';
