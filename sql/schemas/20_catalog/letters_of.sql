create or replace function private.letters_of(p_word text)
returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(bit_or(1 << (ascii(letter) & 31)), 0)
    from unnest(string_to_array(p_word, null)) as letter
  );
end;
$$;

revoke execute on function private.letters_of(text) from public;

comment on function private.letters_of(text) is
  'Which letters a word has, as bits: a quick way to see that two words are far apart, since each letter that one '
  'has and the other has not is an edit at least. Letters may share a bit.';
