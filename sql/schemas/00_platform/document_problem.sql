create or replace function private.document_problem(
  p_level text,
  p_document jsonb,
  p_rules private.field_rule[],
  out message text,
  out path text,
  out text text
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  with recursive rules as materialized (
    select rule.* from unnest(p_rules) as rule
  ),
  nodes as (
    select p_level as level, null::text as path, p_document as node

    union all

    select rules.element_level, below.path, below.node
    from nodes
    join rules on rules.level = nodes.level and rules.element_level is not null
    cross join lateral (
      select nodes.node -> rules.field as value
      where jsonb_typeof(nodes.node) = 'object'
    ) as field
    cross join lateral (
      select
        concat_ws('.', nodes.path, format('%s[%s]', rules.field, element.ordinal - 1)) as path,
        element.node
      from jsonb_array_elements(case jsonb_typeof(field.value) when 'array' then field.value else '[]' end)
        with ordinality as element (node, ordinal)
      where rules.type = 'array'

      union all

      select concat_ws('.', nodes.path, rules.field), field.value
      where rules.type = 'object' and jsonb_typeof(field.value) = 'object'
    ) as below
  ),
  problems as (
    select 'invalid_field' as message, nodes.path, 'must be an object' as text
    from nodes
    where jsonb_typeof(nodes.node) is distinct from 'object'

    union all

    select 'missing_field', concat_ws('.', nodes.path, rules.field), 'is missing'
    from nodes
    join rules on rules.level = nodes.level and rules.is_required
    where jsonb_typeof(nodes.node) = 'object' and coalesce(nodes.node -> rules.field, 'null') = 'null'

    union all

    select
      case when wrong.is_unknown then 'unknown_field' else 'invalid_field' end,
      concat_ws('.', wrong.path, wrong.key),
      wrong.text
    from (
      select
        nodes.path,
        pair.key,
        rules.field is null as is_unknown,
        case
          when rules.field is null then 'is not a field of a ' || replace(nodes.level, '_', ' ')
          when jsonb_typeof(pair.value) <> 'null' then private.field_problem(pair.value, rules)
        end as text
      from nodes
      cross join lateral jsonb_each(case jsonb_typeof(nodes.node) when 'object' then nodes.node else '{}' end) as pair
      left join rules on rules.level = nodes.level and rules.field = pair.key
      -- Kept apart, so that what is wrong with a field is asked once.
      offset 0
    ) as wrong
    where wrong.text is not null
  )
  select problems.message, problems.path, problems.text
  into message, path, text
  from problems
  order by problems.path nulls first
  limit 1;
end;
$$;

revoke execute on function private.document_problem(text, jsonb, private.field_rule[]) from public;
grant execute on function private.document_problem(text, jsonb, private.field_rule[]) to authenticated, service_role;

comment on function private.document_problem(text, jsonb, private.field_rule[]) is
  'The first thing that is wrong with a JSON document by rules: an error key, the path of the field (null for the '
  'document itself) and the trouble in words; all null where nothing is. p_level is the level of the document itself.';
