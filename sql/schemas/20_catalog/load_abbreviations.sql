create or replace function private.load_abbreviations(p_abbreviations jsonb)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  with listed as (
    select loaded.locale, loaded.abbreviation, loaded.stands_for
    from jsonb_to_recordset(p_abbreviations) as loaded (locale text, abbreviation text, stands_for text)
  ),
  gone as (
    delete from private.search_abbreviations as stored
    where not exists (
      select 1
      from listed
      where listed.locale = stored.locale and listed.abbreviation = stored.abbreviation
    )
  )
  insert into private.search_abbreviations as stored (locale, abbreviation, stands_for)
  select listed.locale, listed.abbreviation, listed.stands_for
  from listed
  on conflict (abbreviation, locale) do update
    set stands_for = excluded.stands_for
    where stored.stands_for is distinct from excluded.stands_for;
$$;

revoke execute on function private.load_abbreviations(jsonb) from public;

comment on function private.load_abbreviations(jsonb) is
  'Loads the abbreviations that search understands from sql/catalog, all of them at once: adds, updates and removes, '
  'changes nothing where nothing changed.';
