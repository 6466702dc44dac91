create or replace function private.match_exercises(p_query text, p_limit integer)
returns table (exercise_id uuid, relevance real)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_query text := private.fold_text(left(p_query, 80));
  v_words text[] := (string_to_array(v_query, ' '))[1:8];
  v_tsquery tsquery;
begin
  -- A word stands for itself and whatever begins with it. One that no name knows stands for its nearest words as well:
  -- one edit away up to four letters, two beyond. Aliases vouch for short words only, which are abbreviations; their
  -- long words are often enough misspelt themselves.
  select string_agg(
    format('(%s)', concat_ws(' | ', quote_literal(typed.word) || ':*', nearest.alternatives)), ' & '
  )::tsquery
  into v_tsquery
  from unnest(v_words) as typed (word)
  left join lateral (
    select string_agg(quote_literal(near.word), ' | ') as alternatives
    from (
      select search_words.word
      from private.search_words
      cross join lateral (
        select least(
          extensions.levenshtein_less_equal(search_words.word, typed.word, 2),
          extensions.levenshtein_less_equal(left(search_words.word, length(typed.word)), typed.word, 2)
        ) as edits
      ) as distance
      where length(typed.word) >= 3
        and length(search_words.word) >= length(typed.word) - 2
        and distance.edits <= case when length(typed.word) <= 4 then 1 else 2 end
        and not exists (
          select 1
          from private.exercise_documents as known
          where known.user_id is null and known.document @@ (
              quote_literal(typed.word) || case when length(typed.word) <= 4 then ':*' else ':*AC' end
            )::tsquery
        )
      order by distance.edits, search_words.exercises desc, search_words.word
      limit 3
    ) as near
  ) as nearest on true;

  return query
  select
    documents.exercise_id,
    -- A short name that matches says more than a long one.
    (
      ts_rank('{0.1, 0.1, 0.4, 1.0}', documents.document, v_tsquery)
      / (2 + cardinality(string_to_array(documents.name, ' ')))
    )::real as relevance
  from private.exercise_documents as documents
  where documents.document @@ v_tsquery
    and (documents.user_id is null or documents.user_id = v_user_id)
  order by
    (documents.name = v_query) desc, (v_query = any(documents.aliases)) desc, relevance desc,
    length(documents.name), documents.name, documents.exercise_id
  limit least(greatest(p_limit, 1), 50);

  if found then
    return;
  end if;

  -- Last resort: names that look alike as a whole.
  return query
  select documents.exercise_id, extensions.similarity(documents.name, v_query) as relevance
  from private.exercise_documents as documents
  where documents.name operator(extensions.%) v_query
    and (documents.user_id is null or documents.user_id = v_user_id)
  order by relevance desc, documents.name, documents.exercise_id
  limit least(greatest(p_limit, 1), 50);
end;
$$;

revoke execute on function private.match_exercises(text, integer) from public;
grant execute on function private.match_exercises(text, integer) to authenticated, service_role;

comment on function private.match_exercises(text, integer) is
  'Ids of the exercises that a query means, best first, of those that the caller may see. Definer, because under RLS '
  'a text match cannot use its index: it answers ids only, and the rows are read under the caller''s own rights.';
