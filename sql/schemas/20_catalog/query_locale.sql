create or replace function private.query_locale(p_words text[], p_locale text)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Most people write in the language of their app; no other has to be looked at then.
  if not exists (
    select 1
    from unnest(p_words) as typed (word)
    where not exists (
      select 1
      from private.search_words
      where search_words.locale = p_locale
        and search_words.word >= typed.word and search_words.word < typed.word || U&'\+10FFFF'
        and (search_words.is_correct or (search_words.word = typed.word and length(typed.word) <= 4))
    )
  ) then
    return p_locale;
  end if;

  return coalesce(
    (
      select known.locale
      from (
        select search_words.locale, count(distinct typed.word) as words
        from unnest(p_words) as typed (word)
        join private.search_words
          on search_words.word >= typed.word and search_words.word < typed.word || U&'\+10FFFF'
          and (search_words.is_correct or (search_words.word = typed.word and length(typed.word) <= 4))
        group by search_words.locale
      ) as known
      order by known.words desc, known.locale = p_locale desc, known.locale = 'en' desc, known.locale
      limit 1
    ),
    p_locale
  );
end;
$$;

revoke execute on function private.query_locale(text[], text) from public;

comment on function private.query_locale(text[], text) is
  'The language that knows most of the words, or their beginnings: p_locale and English before others.';
