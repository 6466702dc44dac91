create or replace function private.word_forms(p_word text)
returns text[]
language sql
immutable
security invoker
return
  case
    when length(p_word) < 3 or p_word !~ 's$' or p_word ~ 'ss$' then array[]::text[]
    when p_word ~ 'ies$' then array[left(p_word, -3) || 'y', left(p_word, -1)]
    when p_word ~ 'es$' then array[left(p_word, -1), left(p_word, -2)]
    else array[left(p_word, -1)]
  end;

revoke execute on function private.word_forms(text) from public;

comment on function private.word_forms(text) is
  'Words that a word may be the plural of, in English and Spanish; whether there is such a word, the vocabulary knows.';
