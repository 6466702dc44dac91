-- What the search of the community library reads. Under RLS a text match cannot use its index, so it is matched by
-- private.match_published_plans(), which applies visibility itself.
create table private.published_plan_documents (
  published_plan_id uuid primary key references public.published_plans (id) on delete cascade,
  document tsvector not null
);

create index published_plan_documents_document_idx on private.published_plan_documents using gin (document);

alter table private.published_plan_documents enable row level security;

revoke all on private.published_plan_documents from anon, authenticated;

comment on table private.published_plan_documents is
  'Search documents of published plans, kept by private.tg_index_published_plan().';
comment on column private.published_plan_documents.published_plan_id is '[none]';
comment on column private.published_plan_documents.document is
  'Folded words: name with weight A, tags, goal and level B, names of exercises C, description D. [personal]';
