-- Pictures of a user's progress, each bound to a day and a pose. The files are made by the media function.
create table public.progress_photos (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  taken_on date not null,
  pose text not null,
  image_path text not null,
  thumbhash text,
  dominant_color text,
  notes text,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint progress_photos_taken_on_range_check check (taken_on between '1900-01-01' and '2100-12-31'),
  constraint progress_photos_pose_check check (pose in ('front', 'side', 'back', 'other')),
  constraint progress_photos_image_path_form_check
    check (image_path ~ '^[0-9a-f-]{36}/[A-Za-z0-9_-]{1,128}$'),
  constraint progress_photos_thumbhash_length_check check (char_length(thumbhash) between 1 and 100),
  constraint progress_photos_dominant_color_form_check check (dominant_color ~ '^#[0-9a-f]{6}$'),
  constraint progress_photos_notes_length_check check (char_length(notes) <= 1000)
);

create index progress_photos_user_id_taken_on_idx on public.progress_photos (user_id, taken_on desc, id);
create index progress_photos_image_path_idx on public.progress_photos (image_path);
create index progress_photos_user_id_changed_in_idx on public.progress_photos (user_id, changed_in);

alter table public.progress_photos enable row level security;

create policy progress_photos_select_owner on public.progress_photos
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy progress_photos_insert_owner on public.progress_photos
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy progress_photos_update_owner on public.progress_photos
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy progress_photos_delete_owner on public.progress_photos
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.progress_photos from anon, authenticated;
grant select, delete on public.progress_photos to authenticated;
grant insert (id, taken_on, pose, image_path, thumbhash, dominant_color, notes) on public.progress_photos to authenticated;
grant update (id, taken_on, pose, image_path, thumbhash, dominant_color, notes) on public.progress_photos to authenticated;
grant all on public.progress_photos to service_role;

create trigger progress_photos_00_lock_user_data
  before insert or update or delete on public.progress_photos
  for each statement execute function private.tg_lock_user_data();

create trigger progress_photos_05_consent
  before insert or update on public.progress_photos
  for each row execute function private.tg_require_health_consent();

create trigger progress_photos_10_keep
  before update of id, image_path on public.progress_photos
  for each row execute function private.tg_keep('id', 'image_path');

create trigger progress_photos_15_own_image
  before insert on public.progress_photos
  for each row execute function private.tg_require_own_image();

create trigger progress_photos_20_mark_change
  before update on public.progress_photos
  for each row execute function private.tg_mark_change();

create trigger progress_photos_30_enforce_quota
  after insert on public.progress_photos
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('progress_photos', 'user_id');

create trigger progress_photos_70_bury
  after delete on public.progress_photos
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.progress_photos is
  'Photos of users'' progress, for their owners alone. The media function keeps the picture and answers the path; the '
  'client adds the row within a day. Once the row is deleted, the nightly job removes the files. Writing needs consent '
  'to health_data. Errors: 403 consent_required; 409 id_unusable, column_immutable, quota_exceeded.';
comment on column public.progress_photos.id is 'Made by the client (uuid v7). [none]';
comment on column public.progress_photos.user_id is 'Owner. [personal]';
comment on column public.progress_photos.taken_on is 'The day the user would name. [health]';
comment on column public.progress_photos.pose is 'front, side, back or other. [health]';
comment on column public.progress_photos.image_path is
  'Folder of its images in the bucket progress-photos: the owner''s id, and the id that the media function answered. It '
  'does not change. [health]';
comment on column public.progress_photos.thumbhash is 'Blurred preview (thumbhash, base64). [health]';
comment on column public.progress_photos.dominant_color is '#rrggbb. [health]';
comment on column public.progress_photos.notes is 'At most 1000 characters. [health]';
comment on column public.progress_photos.version is 'Raised with every change. Derived. [none]';
comment on column public.progress_photos.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.progress_photos.created_at is '[none]';
comment on column public.progress_photos.updated_at is '[none]';
