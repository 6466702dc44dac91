create or replace function private.edits_between(p_typed text, p_word text, p_slack integer, p_most integer)
returns integer
language sql
immutable
security invoker
return
  case
    -- A long word may be begun only.
    when length(p_word) > length(p_typed) + p_slack
      then extensions.levenshtein_less_equal(left(p_word, length(p_typed)), p_typed, p_most)
    else extensions.levenshtein_less_equal(p_word, p_typed, p_most)
  end;

revoke execute on function private.edits_between(text, text, integer, integer) from public;

comment on function private.edits_between(text, text, integer, integer) is
  'How many letters of a typed word are wrong, missing or too many to be this word, or, where that is longer by more '
  'than p_slack, its beginning. More than p_most are not counted.';
