create or replace function private.exercise_tags(p_facet text, p_values jsonb)
returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if coalesce(jsonb_array_length(p_values), 0) = 0 then
    return null;
  end if;

  -- A value that none can be matches nothing.
  return format('(%s)', array_to_string(
    array(
      select quote_literal('~#' || p_facet || ':' || value)
      from jsonb_array_elements_text(p_values) as value
      where value ~ '^[a-z_]*$'
      union all
      select '''~#''' where p_facet <> 'equipment'
      union all
      -- What needs nothing is had by everybody.
      select '''~#equipment:''' where p_facet = 'equipment'
    ), ' | '
  ));
end;
$$;

revoke execute on function private.exercise_tags(text, jsonb) from public;

comment on function private.exercise_tags(text, jsonb) is
  'A text-search query for documents with one of the values of a facet (muscle, primary, equipment, kind, level, '
  'category), in which ~ stands for the language of a document; null for no values.';
