create or replace function private.read_query(
  p_query text,
  p_locale text,
  p_user_id uuid,
  out locale text,
  out words text,
  out global_words text,
  out lookup text,
  out whole_words text,
  out labels text,
  out breadth integer,
  out expected integer
)
returns record
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_few constant integer := 8;
  v_typed text[] := (string_to_array(private.fold_text(left(p_query, 80)), ' '))[1:8];
  v_last integer := cardinality(v_typed);
  v_locale text;
  v_abbreviations text[];
  v_clauses text[] := '{}';
  v_global_clauses text[] := '{}';
  v_lookup_clauses text[] := '{}';
  v_read text[] := '{}';
  v_read_joined text[] := '{}';
  v_completed text[] := '{}';
  v_reading text[];
  v_word text;
  v_forms text[];
  v_joined_forms text[];
  v_words text[];
  v_joined text[];
  v_spelt_out text[];
  v_corrections text[];
  v_others text[];
  v_alternatives text;
  v_begun text;
  v_completion text;
  v_is_known boolean;
  v_exercises integer;
  v_completions integer;
  v_all integer;
  v_share double precision := 1;
begin
  if coalesce(v_last, 0) = 0 then
    return;
  end if;

  v_locale := private.query_locale(v_typed, p_locale);
  v_all := (
    select search_words.exercises
    from private.search_words
    where search_words.locale = v_locale and search_words.word = ''
  );
  v_abbreviations := array(
    select search_abbreviations.abbreviation
    from private.search_abbreviations
    where search_abbreviations.abbreviation = any(v_typed) and search_abbreviations.locale in (v_locale, 'en')
  );

  for i in 1 .. v_last loop
    v_word := v_typed[i];

    -- What it may begin: the most common word, and in how many exercises all of them are.
    select
      search_words.word,
      search_words.is_correct or (search_words.word = v_word and length(v_word) <= 4) as is_known,
      sum(search_words.exercises) over (),
      count(*) over ()
    into v_completion, v_is_known, v_exercises, v_completions
    from private.search_words
    where search_words.locale = v_locale
      and search_words.word >= v_word and search_words.word < v_word || U&'\+10FFFF'
    order by is_known desc, search_words.is_correct desc, search_words.exercises desc, search_words.word
    limit 1;
    v_completion := case when v_is_known then v_completion end;

    -- Words that were typed whole, in one form or another, and two that are written as one: lat pull down.
    v_forms := array[v_word] || private.word_forms(v_word);
    v_joined_forms := case when i < v_last then
      array[v_word || v_typed[i + 1]] || private.word_forms(v_word || v_typed[i + 1])
    end || case when i > 1 then
      array[v_typed[i - 1] || v_word] || private.word_forms(v_typed[i - 1] || v_word)
    end;
    select
      coalesce(
        array_agg(search_words.word::text order by array_position(v_forms, search_words.word::text))
          filter (where search_words.word = any(v_forms)),
        '{}'
      ),
      coalesce(
        array_agg(search_words.word::text order by array_position(v_joined_forms, search_words.word::text))
          filter (where search_words.word = any(v_joined_forms)),
        '{}'
      )
    into v_words, v_joined
    from private.search_words
    where search_words.locale = v_locale
      and search_words.word = any(v_forms || v_joined_forms)
      and search_words.is_correct;

    v_spelt_out := '{}';
    v_corrections := '{}';
    if v_word = any(v_abbreviations) then
      v_spelt_out := array(
        select search_abbreviations.stands_for
        from private.search_abbreviations
        where search_abbreviations.abbreviation = v_word and search_abbreviations.locale in (v_locale, 'en')
        order by search_abbreviations.locale = v_locale desc
      );
    elsif v_is_known is not true and v_words = '{}' and v_joined = '{}' and length(v_word) >= 3 then
      v_spelt_out := private.split_word(v_word, v_locale);
      v_corrections := private.nearest_words(v_word, v_locale, p_user_id);
    end if;

    v_others := array_remove(v_words || v_joined || v_corrections, v_word);
    v_alternatives := array_to_string(
      array(select quote_literal('~/' || word) from unnest(v_others) as word)
      || array(
        select format('(%s)', string_agg(quote_literal('~/' || word), ' & '))
        from unnest(v_spelt_out) with ordinality as spelt (words, ordinal)
        cross join unnest(string_to_array(spelt.words, ' ')) as word
        group by spelt.ordinal
      ),
      ' | '
    );
    v_begun := quote_literal('~/' || v_word) || ':*';
    v_clauses := v_clauses || format('(%s)', concat_ws(' | ', v_begun, nullif(v_alternatives, '')));
    if v_alternatives <> '' then
      v_exercises := coalesce(v_exercises, 0) + coalesce((
        select sum(search_words.exercises)
        from private.search_words
        where search_words.locale = v_locale
          and search_words.word = any(v_others || string_to_array(array_to_string(v_spelt_out, ' '), ' '))
      ), 0);
    end if;
    -- A word that no global exercise has narrows the search among the caller's own alone.
    if v_exercises > 0 then
      v_global_clauses := v_global_clauses || v_clauses[i];
      breadth := least(breadth, v_exercises);
      v_share := v_share * least(v_exercises::double precision / v_all, 1);
      -- The index reads all that a beginning has before it compares, but skips along whole words. Where they are few,
      -- they are named.
      if coalesce(v_completions, 0) <= c_few then
        v_begun := (
          select string_agg(quote_literal('~/' || search_words.word), ' | ')
          from private.search_words
          where search_words.locale = v_locale
            and search_words.word >= v_word and search_words.word < v_word || U&'\+10FFFF'
        );
      end if;
      v_lookup_clauses := v_lookup_clauses || format('(%s)', concat_ws(' | ', v_begun, nullif(v_alternatives, '')));
    end if;

    v_reading := string_to_array(
      coalesce(v_words[1], v_spelt_out[1], v_joined[1], v_completion, v_corrections[1], v_word), ' '
    );
    v_read := v_read || v_reading;
    v_read_joined := v_read_joined || coalesce(v_joined[:1], '{}') || case when v_joined = '{}' then v_reading end;
    v_completed := v_completed || coalesce(v_completion, v_word);
  end loop;

  locale := v_locale;
  words := array_to_string(v_clauses, ' & ');
  global_words := nullif(array_to_string(v_global_clauses, ' & '), '');
  lookup := nullif(array_to_string(v_lookup_clauses, ' & '), '');
  expected := v_all * v_share;
  whole_words := (select string_agg(quote_literal('~/' || word), ' & ') from unnest(v_read) as word);
  labels := (
    select string_agg(distinct quote_literal('~=' || private.label_of(string_to_array(readings.reading, ' '))), ' | ')
    from (
      select distinct reading
      from unnest(array[
        array_to_string(v_typed, ' '),
        array_to_string(v_read, ' '),
        array_to_string(v_read_joined, ' '),
        array_to_string(v_completed, ' '),
        -- Who is still typing has the last word unfinished alone.
        array_to_string(trim_array(v_read, cardinality(v_reading)) || v_completed[v_last], ' ')
      ]) as reading
    ) as readings
  );
end;
$$;

revoke execute on function private.read_query(text, text, uuid) from public;

comment on function private.read_query(text, text, uuid) is
  'What a query means: the language it is in, and text-search queries in which ~ stands for the language of a '
  'document. words: each word as typed and what it may begin, its singular, what it abbreviates, joined with its '
  'neighbour, and where no name has it, split in two, or corrected. global_words: the same without words that no '
  'global exercise has; lookup: what finds the same ones faster. whole_words: what is meant, as words that are '
  'complete. labels: the whole query as a name. breadth: how many global exercises it finds at most; expected: and '
  'about how many, were its words independent of each other. All are null where no word is in it.';
