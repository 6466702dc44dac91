-- Pictures and videos of exercises: files of ours in the bucket exercise-media, or links.
create table public.exercise_media (
  id uuid primary key,
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  user_id uuid,
  kind text not null,
  path text,
  url text,
  position smallint not null,
  source text not null,
  license text not null,
  attribution text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint exercise_media_kind_check check (kind in ('image', 'video')),
  constraint exercise_media_path_or_url_check check (num_nonnulls(path, url) = 1),
  constraint exercise_media_path_form_check check (path ~ '^[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)+$' and path !~ '\.\.'),
  constraint exercise_media_path_length_check check (char_length(path) <= 255),
  constraint exercise_media_url_is_secure_check check (url ~ '^https://[^[:space:]]+$'),
  constraint exercise_media_url_length_check check (char_length(url) <= 2000),
  constraint exercise_media_position_range_check check (position >= 1),
  constraint exercise_media_source_length_check check (char_length(source) between 1 and 120),
  constraint exercise_media_license_length_check check (char_length(license) between 1 and 60),
  constraint exercise_media_attribution_length_check check (char_length(attribution) between 1 and 500)
);

create index exercise_media_exercise_id_idx on public.exercise_media (exercise_id, position);
create index exercise_media_user_id_idx on public.exercise_media (user_id);

alter table public.exercise_media enable row level security;

create policy exercise_media_select_viewer on public.exercise_media
  for select to anon, authenticated
  using (user_id is null or user_id = (select auth.uid()));

revoke all on public.exercise_media from anon, authenticated;
grant select on public.exercise_media to anon, authenticated;
grant all on public.exercise_media to service_role;

create trigger exercise_media_10_touch
  before update on public.exercise_media
  for each row execute function private.tg_touch();

create trigger exercise_media_15_inherit_owner
  before insert or update of exercise_id, user_id on public.exercise_media
  for each row execute function private.tg_inherit_exercise_owner();

comment on table public.exercise_media is 'Pictures and videos of an exercise, seen by whoever sees the exercise.';
comment on column public.exercise_media.id is '[none]';
comment on column public.exercise_media.exercise_id is '[none]';
comment on column public.exercise_media.user_id is
  'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';
comment on column public.exercise_media.kind is 'image or video. [none]';
comment on column public.exercise_media.path is
  'File in the bucket exercise-media, without the bucket''s name; null for a link. [personal]';
comment on column public.exercise_media.url is 'Address (https) elsewhere; null for a file of ours. [personal]';
comment on column public.exercise_media.position is
  'Order within the exercise, from 1; the first image is its thumbnail. [none]';
comment on column public.exercise_media.source is 'Where it comes from. [none]';
comment on column public.exercise_media.license is 'SPDX identifier of its licence. [none]';
comment on column public.exercise_media.attribution is 'Whom the licence wants named, in their words. [personal]';
comment on column public.exercise_media.created_at is '[none]';
comment on column public.exercise_media.updated_at is '[none]';
