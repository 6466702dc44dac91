-- What search reads: one text-search document an exercise. Under RLS a text match cannot use its index, so it is
-- matched here by private.match_exercises(), which applies visibility itself.
create table private.exercise_documents (
  exercise_id uuid primary key references public.exercises (id) on delete cascade,
  user_id uuid references auth.users (id) on delete cascade,
  name text not null,
  aliases text[] not null,
  document tsvector not null
);

create index exercise_documents_user_id_idx on private.exercise_documents (user_id);
create index exercise_documents_document_idx on private.exercise_documents using gin (document);
create index exercise_documents_name_idx on private.exercise_documents using gin (name extensions.gin_trgm_ops);

alter table private.exercise_documents enable row level security;

revoke all on private.exercise_documents from anon, authenticated;

comment on table private.exercise_documents is 'Search documents of exercises, made by private.index_exercises().';
comment on column private.exercise_documents.exercise_id is '[none]';
comment on column private.exercise_documents.user_id is 'As in exercises: null in the global catalogue. [personal]';
comment on column private.exercise_documents.name is 'The name as private.fold_text() leaves it. [personal]';
comment on column private.exercise_documents.aliases is 'The aliases, folded likewise. [personal]';
comment on column private.exercise_documents.document is
  'Folded words: name with weight A, aliases B, muscles and equipment C. [personal]';
