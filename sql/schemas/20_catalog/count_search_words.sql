create or replace function private.count_search_words()
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $function$
begin
  with counted as materialized (
    select
      split_part(statistics.word, '/', 1) as locale,
      split_part(statistics.word, '/', 2) as word,
      max(statistics.ndoc) as exercises,
      bool_or(statistics.is_correct) as is_correct
    from (
      select spelt.word, spelt.ndoc, true as is_correct
      from ts_stat(
        $$ select ts_filter(document, '{a,c,d}') from private.exercise_documents where user_id is null $$
      ) as spelt
      union all
      select said.word, said.ndoc, false
      from ts_stat(
        $$ select ts_filter(document, '{b}') from private.exercise_documents where user_id is null $$
      ) as said
    ) as statistics
    group by 1, 2
    union all
    -- Every document begins with the empty word.
    select exercise_documents.locale, '', count(*), false
    from private.exercise_documents
    where exercise_documents.user_id is null
    group by exercise_documents.locale
  ),
  gone as (
    delete from private.search_words as stored
    where not exists (
      select 1 from counted where counted.locale = stored.locale and counted.word = stored.word
    )
  )
  insert into private.search_words as stored (locale, word, exercises, is_correct, letters)
  select counted.locale, counted.word, counted.exercises, counted.is_correct, private.letters_of(counted.word)
  from counted
  on conflict (locale, word) do update
    set exercises = excluded.exercises, is_correct = excluded.is_correct
    where (stored.exercises, stored.is_correct) is distinct from (excluded.exercises, excluded.is_correct);
end;
$function$;

revoke execute on function private.count_search_words() from public;

comment on function private.count_search_words() is
  'Makes the vocabulary anew from the documents of the global catalogue. Called by private.index_exercises().';
