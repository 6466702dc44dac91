-- What a search asks of the documents of one language.
create type private.search_query as (
  locale text,
  words tsquery,
  whole_words tsquery,
  labels tsquery,
  ranked tsquery,
  tags tsquery,
  lacking tsquery,
  primary_tags tsquery,
  front tsquery
);

comment on type private.search_query is
  'What a search asks of the documents in a locale. words: what a document has, null where no word was typed; '
  'whole_words: what the words mean, as words that are complete; labels: the whole query as a name; ranked: any of '
  'these, which says how much of them a document has; tags that filters ask for, equipment that is lacking, and '
  'primary muscles that rank up, each null where no filter asks; front: prominent exercises, and those of that very '
  'name, where more than a thousand have the words, else null.';
