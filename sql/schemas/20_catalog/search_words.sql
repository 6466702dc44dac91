-- The vocabulary of the global catalogue in each language, English behind it. Typos are corrected against it, never
-- against private names. Words that occur in aliases alone are known, but correct nothing: aliases are themselves
-- misspelt now and then.
create table private.search_words (
  locale text collate "C" not null,
  word text collate "C" not null,
  exercises integer not null,
  is_correct boolean not null,
  letters integer not null,

  constraint search_words_pkey primary key (locale, word)
);

create index search_words_word_idx on private.search_words (word, locale);
-- All that private.nearest_words() asks, so that it reads the vocabulary without its table.
create index search_words_correct_idx on private.search_words (locale, word)
  include (letters, exercises)
  where is_correct;

alter table private.search_words enable row level security;

revoke all on private.search_words from anon, authenticated;

comment on table private.search_words is 'Words of the global catalogue, kept by private.index_exercises().';
comment on column private.search_words.locale is 'In whose documents it occurs. [none]';
comment on column private.search_words.word is
  'As private.fold_text() leaves it; empty for all exercises of the locale. [none]';
comment on column private.search_words.exercises is 'In how many exercises it occurs. [none]';
comment on column private.search_words.letters is 'As private.letters_of() answers. [none]';
comment on column private.search_words.is_correct is
  'Whether a name, a muscle or a piece of equipment has it, and not aliases alone. [none]';
