create or replace function private.load_measurement_types(p_types jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.measurement_types as stored (
    id, user_id, slug, name, unit, has_sides, min_value, max_value, position
  )
  select
    private.global_measurement_type_id(item ->> 'slug'), null, item ->> 'slug', item ->> 'name', item ->> 'unit',
    (item ->> 'has_sides')::boolean, (item ->> 'min')::numeric, (item ->> 'max')::numeric, ordinal
  from jsonb_array_elements(p_types) with ordinality as loaded (item, ordinal)
  on conflict (id) do update
    set
      name = excluded.name, has_sides = excluded.has_sides, min_value = excluded.min_value,
      max_value = excluded.max_value, position = excluded.position
    where (stored.name, stored.has_sides, stored.min_value, stored.max_value, stored.position)
      is distinct from (excluded.name, excluded.has_sides, excluded.min_value, excluded.max_value, excluded.position);
$$;

revoke execute on function private.load_measurement_types(jsonb) from public;

comment on function private.load_measurement_types(jsonb) is
  'Loads the global kinds of measurements from sql/catalog in the order of the file: adds and updates, changes nothing '
  'where nothing changed. The unit of a kind stays what it was.';
