create or replace function private.load_muscles(p_muscles jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.muscles as stored (id, name, name_latin, region, position)
  select loaded.slug, loaded.name, loaded.name_latin, loaded.region, loaded.position
  from jsonb_to_recordset(p_muscles)
    as loaded (slug text, name text, name_latin text, region text, position smallint)
  on conflict (id) do update
    set name = excluded.name, name_latin = excluded.name_latin, region = excluded.region, position = excluded.position
    where (stored.name, stored.name_latin, stored.region, stored.position)
      is distinct from (excluded.name, excluded.name_latin, excluded.region, excluded.position);
$$;

revoke execute on function private.load_muscles(jsonb) from public;

comment on function private.load_muscles(jsonb) is
  'Loads muscles from sql/catalog: adds and updates, changes nothing where nothing changed.';
