-- The vocabulary of the public catalogue: words of names, muscles and equipment. Typos are corrected against it, never
-- against private names, and never against aliases, which are themselves misspelt now and then.
create table private.search_words (
  word text collate "C" primary key,
  exercises integer not null
);

alter table private.search_words enable row level security;

revoke all on private.search_words from anon, authenticated;

comment on table private.search_words is 'Words of the global catalogue, kept by private.index_exercises().';
comment on column private.search_words.word is 'As private.fold_text() leaves it. [none]';
comment on column private.search_words.exercises is 'In how many exercises it occurs. [none]';
