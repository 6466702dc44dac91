create or replace function private.nearest_words(p_word text, p_locale text, p_user_id uuid)
returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_length integer := length(p_word);
  v_letters integer := private.letters_of(p_word);
  v_allowed integer := case when v_length <= 4 then 1 else 2 end;
  -- Two letters swapped are one slip of the fingers, though two edits.
  v_swapped text[] := array(
    select overlay(p_word placing reverse(substr(p_word, place, 2)) from place)
    from generate_series(1, v_length - 1) as place
  );
begin
  return array(
    -- Few get the first letter wrong: words that begin with it, and are one edit away, save a look at all others.
    with close as materialized (
      select
        search_words.word::text, search_words.exercises, 1 as edits,
        length(search_words.word) > v_length + v_allowed as is_begun
      from private.search_words
      where search_words.locale = p_locale
        and search_words.is_correct
        and search_words.word >= left(p_word, 1) and search_words.word < left(p_word, 1) || U&'\+10FFFF'
        and length(search_words.word) >= v_length - 1
        and bit_count((v_letters & ~search_words.letters)::bit(32)) <= 1
        and (
          search_words.word = any(v_swapped) or private.edits_between(p_word, search_words.word, v_allowed, 1) <= 1
        )
    )
    select near.word
    from (
      (
        select * from close order by close.is_begun, close.exercises desc, close.word limit 3
      )
      union all
      (
        select search_words.word::text, search_words.exercises, measured.edits, measured.is_begun
        from private.search_words
        cross join lateral (
          select
            case
              when search_words.word = any(v_swapped) then 1
              else private.edits_between(p_word, search_words.word, v_allowed, v_allowed)
            end as edits,
            length(search_words.word) > v_length + v_allowed as is_begun
        ) as measured
        where not exists (select from close)
          and search_words.locale = p_locale
          and search_words.is_correct
          and length(search_words.word) >= v_length - v_allowed
          -- Asked first, because it costs little and few words are left.
          and bit_count((v_letters & ~search_words.letters)::bit(32)) <= v_allowed
          and measured.edits <= v_allowed
        order by measured.edits, measured.is_begun, search_words.exercises desc, search_words.word
        limit 3
      )
      union all
      (
        select own.word, 0, min(own.edits) as edits, own.is_begun
        from (
          select
            words.word,
            case
              when words.word = any(v_swapped) then 1
              else private.edits_between(p_word, words.word, v_allowed, v_allowed)
            end as edits,
            length(words.word) > v_length + v_allowed as is_begun
          from private.exercise_documents
          cross join unnest(tsvector_to_array(ts_filter(exercise_documents.document, '{a,b,c,d}'))) as lexeme
          cross join lateral (select substr(lexeme, 5) as word) as words
          where exercise_documents.user_id = p_user_id and length(words.word) >= v_length - v_allowed
        ) as own
        where own.edits <= v_allowed
        group by own.word, own.is_begun
        order by edits, own.is_begun, own.word
        limit 3
      )
    ) as near
    group by near.word
    order by min(near.edits), bool_and(near.is_begun), max(near.exercises) desc, near.word
  );
end;
$$;

revoke execute on function private.nearest_words(text, text, uuid) from public;

comment on function private.nearest_words(text, text, uuid) is
  'Words that a misspelt one is most likely meant to be, the likeliest first: three of a language''s vocabulary and '
  'three of the user''s own exercises. They are one edit away up to four letters, two beyond.';
