-- Other names under which people look for an exercise.
create table public.exercise_aliases (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  locale text not null default 'en',
  alias text not null,
  user_id uuid,

  -- One spelling may be known in several languages, and each is loaded from a file of its own.
  constraint exercise_aliases_pkey primary key (exercise_id, locale, alias),
  constraint exercise_aliases_locale_form_check
    check (locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'),
  constraint exercise_aliases_alias_length_check check (char_length(alias) between 1 and 120)
);

create index exercise_aliases_user_id_locale_idx on public.exercise_aliases (user_id, locale);

alter table public.exercise_aliases enable row level security;

create policy exercise_aliases_select_viewer on public.exercise_aliases
  for select to anon, authenticated
  using (user_id is null or user_id = (select auth.uid()));

create policy exercise_aliases_insert_owner on public.exercise_aliases
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy exercise_aliases_delete_owner on public.exercise_aliases
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.exercise_aliases from anon, authenticated;
grant select on public.exercise_aliases to anon, authenticated;
grant delete on public.exercise_aliases to authenticated;
grant insert (exercise_id, locale, alias) on public.exercise_aliases to authenticated;
grant all on public.exercise_aliases to service_role;

create trigger exercise_aliases_00_lock_user_data
  before insert or update or delete on public.exercise_aliases
  for each statement execute function private.tg_lock_user_data();

create trigger exercise_aliases_15_inherit_owner
  before insert or update of exercise_id, user_id on public.exercise_aliases
  for each row execute function private.tg_inherit_exercise_owner();

create trigger exercise_aliases_20_enforce_quota
  after insert on public.exercise_aliases
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('aliases_per_exercise', 'exercise_id');

create trigger exercise_aliases_30_raise_version_insert
  after insert on public.exercise_aliases
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('exercises', 'exercise_id');

create trigger exercise_aliases_30_raise_version_delete
  after delete on public.exercise_aliases
  referencing old table as old_rows
  for each statement execute function private.tg_raise_parent_version('exercises', 'exercise_id');

create trigger exercise_aliases_40_index_insert
  after insert on public.exercise_aliases
  referencing new table as new_rows
  for each statement execute function private.tg_index_own_exercises('exercise_id');

create trigger exercise_aliases_40_index_delete
  after delete on public.exercise_aliases
  referencing old table as old_rows
  for each statement execute function private.tg_index_own_exercises('exercise_id');

comment on table public.exercise_aliases is
  'Other names of an exercise, seen by whoever sees the exercise; the owner of a custom one writes them.';
comment on column public.exercise_aliases.exercise_id is '[none]';
comment on column public.exercise_aliases.user_id is
  'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';
comment on column public.exercise_aliases.locale is 'In which language it is said. [none]';
comment on column public.exercise_aliases.alias is
  'Abbreviation, spelling of another app, or common other name. [none]';
