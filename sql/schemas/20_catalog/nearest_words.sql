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
    with vocabulary as (
      select search_words.word::text as word, search_words.exercises, search_words.letters, false as is_own
      from private.search_words
      where search_words.locale = p_locale and search_words.is_correct
      union all
      select distinct substr(lexeme, 5), 0, private.letters_of(substr(lexeme, 5)), true
      from private.exercise_documents
      cross join unnest(tsvector_to_array(exercise_documents.document)) as lexeme
      where exercise_documents.user_id = p_user_id and lexeme like 'und/%'
    ),
    near as (
      select
        vocabulary.word,
        row_number() over (
          partition by vocabulary.is_own order by measured.edits, vocabulary.exercises desc, vocabulary.word
        ) as ordinal
      from vocabulary
      cross join lateral (
        select
          case
            when vocabulary.word = any(v_swapped) then 1
            -- A long word may be begun only.
            when length(vocabulary.word) > v_length + v_allowed
              then extensions.levenshtein_less_equal(left(vocabulary.word, v_length), p_word, v_allowed)
            else extensions.levenshtein_less_equal(vocabulary.word, p_word, v_allowed)
          end as edits
      ) as measured
      where length(vocabulary.word) >= v_length - v_allowed
        -- Asked first, because it costs little and few words are left.
        and bit_count((v_letters & ~vocabulary.letters)::bit(32)) <= v_allowed
        and measured.edits <= v_allowed
    )
    select near.word from near where near.ordinal <= 3 order by near.ordinal
  );
end;
$$;

revoke execute on function private.nearest_words(text, text, uuid) from public;

comment on function private.nearest_words(text, text, uuid) is
  'Words that a misspelt one is most likely meant to be, the likeliest first: three of a language''s vocabulary and '
  'three of the user''s own exercises. They are one edit away up to four letters, two beyond.';
