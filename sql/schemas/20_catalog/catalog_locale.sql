create or replace function private.catalog_locale(p_locale text)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_tag text := left(p_locale, 35);
begin
  while v_tag <> '' loop
    -- The next in order, rather than any: that is looked up in the index, however common the language is.
    if v_tag = (
      select search_words.locale
      from private.search_words
      where search_words.locale >= v_tag
      order by search_words.locale
      limit 1
    ) then
      return v_tag;
    end if;
    v_tag := substring(v_tag from '^(.+)-');
  end loop;
  return 'en';
end;
$$;

revoke execute on function private.catalog_locale(text) from public;
grant execute on function private.catalog_locale(text) to authenticated, service_role;

comment on function private.catalog_locale(text) is
  'The language of the catalogue for a BCP 47 tag: the longest beginning of it that exercises are translated into, '
  'such as es for es-MX; en where there is none. Definer: the tables of search are nobody else''s.';
