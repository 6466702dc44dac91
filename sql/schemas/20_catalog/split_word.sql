create or replace function private.split_word(p_word text, p_locale text)
returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_beginnings text[] := array(select left(p_word, place) from generate_series(2, length(p_word) - 2) as place);
begin
  return array(
    select before.word || ' ' || after.word
    from private.search_words as before
    join private.search_words as after on after.locale = p_locale and after.is_correct
      and after.word = any(
        array[substr(p_word, length(before.word) + 1)] || private.word_forms(substr(p_word, length(before.word) + 1))
      )
    where before.locale = p_locale and before.word = any(v_beginnings) and before.is_correct
    order by least(before.exercises, after.exercises) desc
    limit 1
  );
end;
$$;

revoke execute on function private.split_word(text, text) from public;

comment on function private.split_word(text, text) is
  'Two words of a language that were typed as one, such as legpress: at most one pair, the most common.';
