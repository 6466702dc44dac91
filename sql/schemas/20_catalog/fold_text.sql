create or replace function private.fold_text(p_text text)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return btrim(regexp_replace(
    lower(extensions.unaccent('extensions.unaccent', normalize(p_text, NFKC))), '[^[:alnum:]]+', ' ', 'g'
  ));
end;
$$;

revoke execute on function private.fold_text(text) from public;
grant execute on function private.fold_text(text) to service_role;

comment on function private.fold_text(text) is
  'Text as search compares it: lower case, without accents and punctuation, words one space apart.';
