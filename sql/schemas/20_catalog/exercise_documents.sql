-- What search reads: of a global exercise one text-search document a language, of an own one a single document. Under
-- RLS a text match cannot use its index, so it is matched here by private.match_exercises(), which applies visibility
-- itself.
--
-- Every lexeme begins with the document's language, so that one index serves all languages, and a search in one of them
-- meets the rows of that one alone:
--   es/remo            a word
--   es=barra con remo  a whole name or alias, its words in order of the alphabet
--   es#kind:reps_only  what filters ask: kind, level, category, equipment, muscle, and primary for a primary muscle
--   es^/remo           a word of an exercise that is prominent: about a fifth are
--   es^^/remo          of one that is more so, about a twentieth; es^^^/remo and es^^^^/remo of the few that are most
create table private.exercise_documents (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  locale text not null,
  user_id uuid references auth.users (id) on delete cascade,
  name text not null,
  prominence integer not null,
  equipment text[] not null,
  document tsvector not null,
  item jsonb not null,

  constraint exercise_documents_pkey primary key (exercise_id, locale),
  constraint exercise_documents_item_is_object_check check (jsonb_typeof(item) = 'object')
);

create index exercise_documents_user_id_idx on private.exercise_documents (user_id);
create index exercise_documents_document_idx on private.exercise_documents using gin (document)
  with (fastupdate = off)
  where user_id is null;
create index exercise_documents_locale_name_idx on private.exercise_documents (locale, name, exercise_id)
  where user_id is null;

alter table private.exercise_documents enable row level security;

revoke all on private.exercise_documents from anon, authenticated;

comment on table private.exercise_documents is 'Search documents of exercises, made by private.index_exercises().';
comment on column private.exercise_documents.exercise_id is '[none]';
comment on column private.exercise_documents.locale is
  'Language of the document; und (undetermined) for an own exercise, which is named in whatever its owner speaks. '
  '[none]';
comment on column private.exercise_documents.user_id is 'As in exercises: null in the global catalogue. [personal]';
comment on column private.exercise_documents.name is
  'The name in that language, English where there is none: lists are ordered by it. [personal]';
comment on column private.exercise_documents.prominence is
  'In thousandths: more for an exercise that people know by many names, less for one whose own name is long. [none]';
comment on column private.exercise_documents.equipment is 'All that it needs. [none]';
comment on column private.exercise_documents.document is
  'Folded words with weights: A the name, B aliases, English ones too, C the English name behind a translation, D '
  'muscles and equipment. [personal]';
comment on column private.exercise_documents.item is
  'What lists show of the exercise besides: {name_en, kind, category, level, mechanic, primary_muscles, '
  'secondary_muscles, equipment}. [personal]';
