create or replace function private.read_query(
  p_query text,
  p_locale text,
  p_user_id uuid,
  out locale text,
  out words text,
  out global_words text,
  out whole_words text,
  out labels text,
  out breadth integer
)
returns record
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_typed text[] := (string_to_array(private.fold_text(left(p_query, 80)), ' '))[1:8];
  v_last integer := cardinality(v_typed);
  v_locale text := p_locale;
  v_clauses text[] := '{}';
  v_global_clauses text[] := '{}';
  v_read text[] := '{}';
  v_read_joined text[] := '{}';
  v_completed text[] := '{}';
  v_reading text[];
  v_word text;
  v_forms text[];
  v_words text[];
  v_corrections text[];
  v_abbreviated text[];
  v_joined text[];
  v_split text[];
  v_completion text;
  v_is_word boolean;
  v_is_known boolean;
  v_exercises integer;
begin
  if coalesce(v_last, 0) = 0 then
    return;
  end if;

  -- The language that knows most of the words; the caller's own and English before others.
  select known.locale
  into v_locale
  from (
    select search_words.locale, count(distinct typed.word) as words
    from unnest(v_typed) as typed (word)
    join private.search_words
      on search_words.word >= typed.word and search_words.word < typed.word || U&'\+10FFFF'
      and (search_words.is_correct or (search_words.word = typed.word and length(typed.word) <= 4))
    group by search_words.locale
  ) as known
  order by known.words desc, known.locale = p_locale desc, known.locale = 'en' desc, known.locale
  limit 1;
  v_locale := coalesce(v_locale, p_locale);

  for i in 1 .. v_last loop
    v_word := v_typed[i];
    v_forms := array[v_word] || private.word_forms(v_word);

    -- Words of the vocabulary that were typed whole, in one form or another; the most common word that this one begins.
    v_words := array(
      select search_words.word
      from private.search_words
      where search_words.locale = v_locale and search_words.word = any(v_forms) and search_words.is_correct
      order by array_position(v_forms, search_words.word::text)
    );
    select search_words.word, true
    into v_completion, v_is_known
    from private.search_words
    where search_words.locale = v_locale
      and search_words.word >= v_word
      and search_words.word < v_word || U&'\+10FFFF'
      and (search_words.is_correct or (search_words.word = v_word and length(v_word) <= 4))
    order by search_words.is_correct desc, search_words.exercises desc, search_words.word
    limit 1;

    v_abbreviated := array(
      select search_abbreviations.stands_for
      from private.search_abbreviations
      where search_abbreviations.abbreviation = v_word and search_abbreviations.locale in (v_locale, 'en')
      order by search_abbreviations.locale = v_locale desc
    );
    -- Two words that are written as one: lat pull down.
    v_joined := array(
      select joined.word
      from (
        values (v_typed[i] || v_typed[i + 1]), (v_typed[i - 1] || v_typed[i])
      ) as joined (word)
      join private.search_words on search_words.locale = v_locale
        and search_words.word = any(array[joined.word] || private.word_forms(joined.word))
        and search_words.is_correct
    );
    v_is_word := cardinality(v_words || v_abbreviated || v_joined) > 0;

    v_split := '{}';
    v_corrections := '{}';
    if not v_is_word and v_is_known is null and length(v_word) >= 3 then
      -- One word that is written as two: legpress.
      v_split := array(
        select before.word || ' ' || after.word
        from generate_series(2, length(v_word) - 2) as place
        join private.search_words as before on before.locale = v_locale and before.is_correct
          and before.word = left(v_word, place)
        join private.search_words as after on after.locale = v_locale and after.is_correct
          and after.word = any(
            array[substr(v_word, place + 1)] || private.word_forms(substr(v_word, place + 1))
          )
        order by least(before.exercises, after.exercises) desc
        limit 1
      );
      v_corrections := private.nearest_words(v_word, v_locale, p_user_id);
    end if;

    v_clauses := v_clauses || format('(%s)', (
      select string_agg(alternative, ' | ')
      from (
        select quote_literal('~/' || v_word) || ':*' as alternative
        union all
        select quote_literal('~/' || word)
        from unnest(v_words || v_joined || v_corrections) as word
        where word <> v_word
        union all
        select '(' || (
          select string_agg(quote_literal('~/' || word), ' & ') from unnest(string_to_array(spelt_out, ' ')) as word
        ) || ')'
        from unnest(v_abbreviated || v_split) as spelt_out
      ) as alternatives
    ));
    -- A word that no global exercise has narrows the search among the caller's own alone.
    v_exercises := (
      select sum(search_words.exercises)
      from private.search_words
      where search_words.locale = v_locale
        and (
          (search_words.word >= v_word and search_words.word < v_word || U&'\+10FFFF')
          or search_words.word = any(
            v_words || v_joined || v_corrections || string_to_array(array_to_string(v_abbreviated || v_split, ' '), ' ')
          )
        )
    );
    if v_exercises is not null then
      v_global_clauses := v_global_clauses || v_clauses[i];
      breadth := least(breadth, v_exercises);
    end if;

    v_reading := string_to_array(
      coalesce(v_words[1], v_abbreviated[1], v_joined[1], v_split[1], v_completion, v_corrections[1], v_word), ' '
    );
    v_read := v_read || v_reading;
    v_read_joined := v_read_joined || coalesce(v_joined[:1], '{}') || case when v_joined = '{}' then v_reading end;
    v_completed := v_completed || coalesce(v_completion, v_word);
  end loop;

  locale := v_locale;
  words := array_to_string(v_clauses, ' & ');
  global_words := nullif(array_to_string(v_global_clauses, ' & '), '');
  whole_words := (select string_agg(quote_literal('~/' || word), ' & ') from unnest(v_read) as word);
  labels := (
    select string_agg(distinct quote_literal('~=' || private.label_of(string_to_array(reading, ' '))), ' | ')
    from unnest(array[
      array_to_string(v_typed, ' '),
      array_to_string(v_read, ' '),
      array_to_string(v_read_joined, ' '),
      array_to_string(v_completed, ' '),
      -- Who is still typing has the last word unfinished alone.
      array_to_string(trim_array(v_read, cardinality(v_reading)) || v_completed[v_last], ' ')
    ]) as reading
  );
end;
$$;

revoke execute on function private.read_query(text, text, uuid) from public;

comment on function private.read_query(text, text, uuid) is
  'What a query means: the language it is in, and text-search queries in which ~ stands for the language of a '
  'document. words: each word as typed and what it may begin, its singular, what it abbreviates, joined with its '
  'neighbour, and where no name has it, split in two, or corrected. global_words: the same without words that no '
  'global exercise has. labels: the whole query as a name. breadth: how many global exercises it finds at most. All '
  'are null where no word is in it.';
