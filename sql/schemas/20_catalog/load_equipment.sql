create or replace function private.load_equipment(p_equipment jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.equipment as stored (id, name, position)
  select item ->> 'slug', item ->> 'name', ordinal
  from jsonb_array_elements(p_equipment) with ordinality as loaded (item, ordinal)
  on conflict (id) do update
    set name = excluded.name, position = excluded.position
    where (stored.name, stored.position) is distinct from (excluded.name, excluded.position);
$$;

revoke execute on function private.load_equipment(jsonb) from public;

comment on function private.load_equipment(jsonb) is
  'Loads equipment from sql/catalog in the order of the file: adds and updates, changes nothing where nothing '
  'changed.';
