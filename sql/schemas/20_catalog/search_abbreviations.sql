-- What people write short: db for dumbbell. Loaded from sql/catalog.
create table private.search_abbreviations (
  locale text collate "C" not null,
  abbreviation text collate "C" not null,
  stands_for text not null,

  constraint search_abbreviations_pkey primary key (abbreviation, locale),
  constraint search_abbreviations_abbreviation_form_check check (abbreviation ~ '^[a-z0-9]{1,8}$'),
  constraint search_abbreviations_stands_for_form_check check (stands_for ~ '^[a-z0-9]+( [a-z0-9]+)*$')
);

alter table private.search_abbreviations enable row level security;

revoke all on private.search_abbreviations from anon, authenticated;

comment on table private.search_abbreviations is 'Abbreviations that search understands, in each language.';
comment on column private.search_abbreviations.locale is
  'Language; English ones are understood in every language. [none]';
comment on column private.search_abbreviations.abbreviation is 'As private.fold_text() leaves it. [none]';
comment on column private.search_abbreviations.stands_for is 'Words of the catalogue, folded likewise. [none]';
