create or replace function private.search_rank(
  p_document tsvector,
  p_ranked tsquery,
  p_whole_words tsquery,
  p_labels tsquery,
  p_primary tsquery,
  p_prominence integer,
  p_is_front boolean
)
returns integer
language sql
immutable
security invoker
return
  round(
    100 * p_prominence * ts_rank('{0.1, 0.3, 0.4, 1.0}', p_document, p_ranked)
    * case when p_document @@ p_whole_words then 3.0::double precision else 1 end
    * case when p_document @@ p_primary then 1.5::double precision else 1 end
  )::integer
  + case when p_document @@ p_labels then 100000000 else 0 end
  + case when p_is_front then 50000000 else 0 end;

revoke execute on function private.search_rank(tsvector, tsquery, tsquery, tsquery, tsquery, integer, boolean) from public;

comment on function private.search_rank(tsvector, tsquery, tsquery, tsquery, tsquery, integer, boolean) is
  'How well a document answers a query: how much of its name, less so of its aliases, muscles and equipment, the '
  'words are, times p_prominence, and somewhat more for the primary muscles asked for. The whole query as a name '
  'goes before all, and what is in front before what is not. An integer, so that a cursor holds exactly what is '
  'compared.';
