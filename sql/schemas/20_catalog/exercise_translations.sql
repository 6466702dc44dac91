-- Names and texts of exercises in other languages than English, which stands in exercises itself.
create table public.exercise_translations (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  locale text not null,
  name text not null,
  instructions text[] not null default '{}',
  cues text[] not null default '{}',
  user_id uuid,

  constraint exercise_translations_pkey primary key (exercise_id, locale),
  constraint exercise_translations_locale_form_check
    check (locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'),
  constraint exercise_translations_locale_is_not_english_check check (locale <> 'en'),
  constraint exercise_translations_name_length_check check (char_length(name) between 1 and 120)
);

create index exercise_translations_user_id_locale_idx on public.exercise_translations (user_id, locale);

alter table public.exercise_translations enable row level security;

create policy exercise_translations_select_viewer on public.exercise_translations
  for select to anon, authenticated
  using (user_id is null or user_id = (select auth.uid()));

revoke all on public.exercise_translations from anon, authenticated;
grant select on public.exercise_translations to anon, authenticated;
grant all on public.exercise_translations to service_role;

create trigger exercise_translations_15_inherit_owner
  before insert or update of exercise_id, user_id on public.exercise_translations
  for each row execute function private.tg_inherit_exercise_owner();

comment on table public.exercise_translations is
  'Exercises in other languages, seen by whoever sees the exercise. English is in exercises itself, and stands behind '
  'every language that has no row here.';
comment on column public.exercise_translations.exercise_id is '[none]';
comment on column public.exercise_translations.user_id is
  'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';
comment on column public.exercise_translations.locale is
  'BCP 47 tag, as short as tells the texts apart: es, de, pt-BR. Never en. [none]';
comment on column public.exercise_translations.name is 'As people in gyms say it in that language. [personal]';
comment on column public.exercise_translations.instructions is
  'How to do it, one step an element; empty where nobody translated it. [none]';
comment on column public.exercise_translations.cues is
  'What to think of while doing it, one an element; empty where nobody translated it. [none]';
