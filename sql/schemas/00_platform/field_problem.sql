create or replace function private.field_problem(p_value jsonb, p_rule private.field_rule)
returns text
language sql
stable
security invoker
return
  case (p_rule).type
    when 'uuid' then
      case
        when jsonb_typeof(p_value) <> 'string' or not pg_input_is_valid(p_value #>> '{}', 'uuid') then 'must be a uuid'
      end
    when 'instant' then
      case
        when jsonb_typeof(p_value) <> 'string'
          or (p_value #>> '{}') !~ (
            '^(19[7-9]|20[0-9])[0-9]-[0-9]{2}-[0-9]{2}'
            || 'T[0-9]{2}:[0-9]{2}(:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})$'
          )
          or not pg_input_is_valid(p_value #>> '{}', 'timestamptz')
        then 'must be an ISO 8601 instant with an offset, such as 2026-01-31T18:00:00Z'
      end
    when 'date' then
      case
        when jsonb_typeof(p_value) <> 'string' or (p_value #>> '{}') !~ '^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$'
          or not pg_input_is_valid(p_value #>> '{}', 'date')
        then 'must be a date, such as 2026-01-31'
      end
    when 'text' then
      case
        when jsonb_typeof(p_value) <> 'string' or char_length(p_value #>> '{}') < (p_rule).minimum
          or char_length(p_value #>> '{}') > (p_rule).maximum
          or ((p_rule).minimum > 0 and (p_value #>> '{}') !~ '[^[:space:]]')
        then format('must be text of %s to %s characters, not all of them spaces', (p_rule).minimum, (p_rule).maximum)
      end
    when 'choice' then
      case
        when jsonb_typeof(p_value) <> 'string' or (p_value #>> '{}') <> all((p_rule).choices)
        then 'must be one of ' || array_to_string((p_rule).choices, ', ')
      end
    when 'form' then
      case
        when jsonb_typeof(p_value) <> 'string' or (p_value #>> '{}') !~ (p_rule).choices[1]
        then 'must be of a form such as ' || (p_rule).choices[2]
      end
    when 'number' then
      case
        when jsonb_typeof(p_value) <> 'number'
          or p_value::numeric not between (p_rule).minimum and (p_rule).maximum
        then format('must be a number from %s to %s', (p_rule).minimum, (p_rule).maximum)
        when p_value::numeric % (p_rule).step <> 0
        then format('must be a multiple of %s', (p_rule).step)
      end
    when 'texts' then
      case
        when jsonb_typeof(p_value) <> 'array' or jsonb_array_length(p_value) > (p_rule).maximum
          or jsonb_path_exists(p_value, 'strict $[*] ? (@.type() != "string")')
        then format('must be an array of at most %s texts', (p_rule).maximum)
      end
    when 'array' then
      case
        when jsonb_typeof(p_value) <> 'array' or jsonb_array_length(p_value) > (p_rule).maximum
        then format('must be an array of at most %s elements', (p_rule).maximum)
      end
    when 'object' then
      case
        when jsonb_typeof(p_value) <> 'object' then 'must be an object'
        when char_length(p_value::text) > (p_rule).maximum
        then format('must be an object of at most %s characters', (p_rule).maximum)
      end
    when 'boolean' then
      case when jsonb_typeof(p_value) <> 'boolean' then 'must be true or false' end
  end;

revoke execute on function private.field_problem(jsonb, private.field_rule) from public;
grant execute on function private.field_problem(jsonb, private.field_rule) to authenticated, service_role;

comment on function private.field_problem(jsonb, private.field_rule) is
  'What is wrong with a JSON value by a rule, in words; null where nothing is. Types: uuid, instant, date, text, '
  'choice, form, number, texts, array, object, boolean.';
