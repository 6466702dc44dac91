-- What a search asks of the documents of one language.
create type private.search_query as (
  locale text,
  words tsquery,
  whole_words tsquery,
  labels tsquery,
  ranked tsquery,
  tags tsquery,
  equipment text[],
  primary_tags tsquery,
  front tsquery,
  breadth integer,
  expected integer
);

comment on type private.search_query is
  'What a search asks of the documents in a locale. words: what a document has, null where no word was typed; '
  'whole_words: what the words mean, as words that are complete; labels: the whole query as a name; ranked: words as '
  'they were begun, and labels, which say how much of them a document has; tags that filters ask for, the equipment '
  'that one has, and primary muscles that rank up, each null where no filter asks; front: prominent exercises that '
  'have the words, the more prominent the more have them, and those of that very name; breadth: how many global '
  'exercises have the words at most; expected: about how many, less what filters leave out.';
