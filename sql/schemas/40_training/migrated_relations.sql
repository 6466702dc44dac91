create or replace function private.migrated_relations(p_migration jsonb)
returns text[]
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_path text;
  v_text text;
begin
  if coalesce(jsonb_typeof(p_migration), 'null') = 'null' then
    return '{}';
  end if;

  select problems.path, problems.text
  into v_path, v_text
  from (
    select 'p_migration' as path, 'must be an object' as text
    where jsonb_typeof(p_migration) <> 'object'

    union all

    select 'p_migration.' || part, 'must be an array'
    from unnest(array['columns', 'tables']) as part
    where coalesce(jsonb_typeof(p_migration -> part), 'null') not in ('array', 'null')

    union all

    select format('p_migration.tables[%s]', element.ordinal - 1), 'must be the name of a table'
    from jsonb_path_query(p_migration, '$.tables[*]') with ordinality as element (node, ordinal)
    where jsonb_typeof(element.node) <> 'string'

    union all

    select format('p_migration.columns[%s].table', element.ordinal - 1), 'must be the name of a table'
    from jsonb_path_query(p_migration, '$.columns[*]') with ordinality as element (node, ordinal)
    where jsonb_typeof(element.node -> 'table') is distinct from 'string'
  ) as problems
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Send the migration as WatermelonDB gives it.'
    );
  end if;

  return array(
    select jsonb_path_query(p_migration, '$.tables[*]') #>> '{}'
    union
    select jsonb_path_query(p_migration, '$.columns[*].table') #>> '{}'
  );
end;
$$;

revoke execute on function private.migrated_relations(jsonb) from public;
grant execute on function private.migrated_relations(jsonb) to authenticated;

comment on function private.migrated_relations(jsonb) is
  'The tables that a migration of WatermelonDB names, {from, tables: [name], columns: [{table}]}: a phone has just learned '
  'of them, or of a part of their columns. Errors: 422 invalid_field.';
