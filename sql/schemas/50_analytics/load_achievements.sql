create or replace function private.load_achievements(p_achievements jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.achievements as stored (
    slug, metric, threshold, tier, name, description, translations, position
  )
  select
    item ->> 'slug', item ->> 'metric', (item ->> 'threshold')::numeric, item ->> 'tier', item ->> 'name',
    item ->> 'description', item - array['slug', 'metric', 'threshold', 'tier', 'name', 'description'], ordinal
  from jsonb_array_elements(p_achievements) with ordinality as loaded (item, ordinal)
  on conflict (slug) do update
    set
      metric = excluded.metric, threshold = excluded.threshold, tier = excluded.tier, name = excluded.name,
      description = excluded.description, translations = excluded.translations, position = excluded.position
    where (
      stored.metric, stored.threshold, stored.tier, stored.name, stored.description, stored.translations,
      stored.position
    ) is distinct from (
      excluded.metric, excluded.threshold, excluded.tier, excluded.name, excluded.description, excluded.translations,
      excluded.position
    );
$$;

revoke execute on function private.load_achievements(jsonb) from public;

comment on function private.load_achievements(jsonb) is
  'Loads achievements from sql/catalog in the order of the file: adds and updates, changes nothing where nothing '
  'changed. What is not a column is a language.';
