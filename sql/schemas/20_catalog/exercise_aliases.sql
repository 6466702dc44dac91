-- Other names under which people look for an exercise.
create table public.exercise_aliases (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  alias text not null,

  constraint exercise_aliases_pkey primary key (exercise_id, alias),
  constraint exercise_aliases_alias_length_check check (char_length(alias) between 1 and 120)
);

alter table public.exercise_aliases enable row level security;

create policy exercise_aliases_select_viewer on public.exercise_aliases
  for select to anon, authenticated
  using (exists (select 1 from public.exercises where exercises.id = exercise_aliases.exercise_id));

revoke all on public.exercise_aliases from anon, authenticated;
grant select on public.exercise_aliases to anon, authenticated;
grant all on public.exercise_aliases to service_role;

comment on table public.exercise_aliases is 'Other names of an exercise, seen by whoever sees the exercise.';
comment on column public.exercise_aliases.exercise_id is '[none]';
comment on column public.exercise_aliases.alias is
  'Abbreviation, spelling of another app, or common other name. [none]';
