create or replace function private.label_of(p_words text[])
returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return array_to_string(array(select distinct word from unnest(p_words) as word order by word), ' ');
end;
$$;

revoke execute on function private.label_of(text[]) from public;

comment on function private.label_of(text[]) is
  'A name as search compares it whole: each word once, in order of the alphabet, so that the order typed does not '
  'matter.';
