-- Names and texts of exercises in other languages than English, which stands in exercises itself.
create table public.exercise_translations (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  locale text not null,
  name text not null,
  instructions text[] not null default '{}',
  cues text[] not null default '{}',

  constraint exercise_translations_pkey primary key (exercise_id, locale),
  constraint exercise_translations_locale_form_check
    check (locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'),
  constraint exercise_translations_locale_is_not_english_check check (locale <> 'en'),
  constraint exercise_translations_name_length_check check (char_length(name) between 1 and 120)
);

alter table public.exercise_translations enable row level security;

create policy exercise_translations_select_viewer on public.exercise_translations
  for select to anon, authenticated
  using (exists (select 1 from public.exercises where exercises.id = exercise_translations.exercise_id));

revoke all on public.exercise_translations from anon, authenticated;
grant select on public.exercise_translations to anon, authenticated;
grant all on public.exercise_translations to service_role;

comment on table public.exercise_translations is
  'Exercises in other languages, seen by whoever sees the exercise. English is in exercises itself, and stands behind '
  'every language that has no row here.';
comment on column public.exercise_translations.exercise_id is '[none]';
comment on column public.exercise_translations.locale is
  'BCP 47 tag, as short as tells the texts apart: es, de, pt-BR. Never en. [none]';
comment on column public.exercise_translations.name is 'As people in gyms say it in that language. [personal]';
comment on column public.exercise_translations.instructions is
  'How to do it, one step an element; empty where nobody translated it. [none]';
comment on column public.exercise_translations.cues is
  'What to think of while doing it, one an element; empty where nobody translated it. [none]';
