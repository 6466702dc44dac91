-- The public face of a user. It holds only what its visibility may show: settings and body facts live in tables of
-- their own.
create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  username text,
  username_key text generated always as (lower(normalize(username, NFKC))) stored,
  display_name text,
  bio text,
  avatar_path text,
  avatar_thumbhash text,
  avatar_color text,
  visibility text not null default 'private',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint profiles_username_key_key unique (username_key),
  constraint profiles_username_form_check check (username ~ '^[A-Za-z0-9][A-Za-z0-9_.]{1,28}[A-Za-z0-9]$'),
  constraint profiles_display_name_length_check check (char_length(display_name) between 1 and 60),
  -- No character that hides or reorders what is shown, and at least one that is seen.
  constraint profiles_display_name_visible_check check (
    display_name !~ '[[:cntrl:]\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]'
    and display_name ~ '[^[:space:]\u200C\u200D]'
  ),
  constraint profiles_bio_length_check check (char_length(bio) <= 500),
  constraint profiles_avatar_path_length_check check (char_length(avatar_path) between 1 and 200),
  constraint profiles_avatar_thumbhash_length_check check (char_length(avatar_thumbhash) between 1 and 100),
  constraint profiles_avatar_color_form_check check (avatar_color ~ '^#[0-9a-f]{6}$'),
  constraint profiles_visibility_check check (visibility in ('public', 'followers', 'private'))
);

-- A name that is mistaken for another at a glance is that name.
create unique index profiles_username_skeleton_key on public.profiles (private.username_skeleton(username));
-- What orphaned_files() looks up.
create index profiles_avatar_path_idx on public.profiles (avatar_path);
-- What search_profiles() matches.
create index profiles_username_key_idx on public.profiles (username_key text_pattern_ops);
create index profiles_display_name_idx on public.profiles
  using gin (lower(normalize(display_name, NFKC)) extensions.gin_trgm_ops);

alter table public.profiles enable row level security;

create policy profiles_select_viewer on public.profiles
  for select to authenticated
  using (
    user_id = (select auth.uid())
    or (visibility = 'public' and user_id not in (select private.blocked_user_ids()))
    or (visibility = 'followers' and user_id in (select private.followed_user_ids()))
  );

create policy profiles_update_owner on public.profiles
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

revoke all on public.profiles from anon, authenticated;
grant select on public.profiles to authenticated;
grant update (display_name, bio, visibility) on public.profiles to authenticated;
grant all on public.profiles to service_role;

create trigger profiles_10_username
  before update of username on public.profiles
  for each row execute function private.tg_change_username();

create trigger profiles_20_touch
  before update on public.profiles
  for each row execute function private.tg_touch();

create trigger profiles_30_hold_username
  after delete on public.profiles
  for each row execute function private.tg_hold_username_of_deleted();

-- Every user has a profile and settings from the moment Auth stores the user.
create trigger users_50_create_profile
  after insert on auth.users
  for each row execute function private.tg_create_profile();

comment on table public.profiles is 'What a user shows of themselves. Made at sign-up; clients update it.';
comment on column public.profiles.user_id is 'The user of Supabase Auth. [personal]';
comment on column public.profiles.username is
  'Chosen handle, null until chosen: 3 to 30 of A-Z a-z 0-9 _ and . [personal]';
comment on column public.profiles.username_key is 'username without case, which makes it unique. Derived. [personal]';
comment on column public.profiles.display_name is 'Name to show, at most 60 characters. [personal]';
comment on column public.profiles.bio is 'A few words about oneself, at most 500 characters. [personal]';
comment on column public.profiles.avatar_path is
  'Folder of the avatar''s images in the bucket avatars, null for none. The media function writes it. [personal]';
comment on column public.profiles.avatar_thumbhash is 'Blurred preview of the avatar (thumbhash, base64). [personal]';
comment on column public.profiles.avatar_color is 'Dominant colour of the avatar, #rrggbb. [personal]';
comment on column public.profiles.visibility is
  'Who sees the profile: public (every signed-in user), followers or private. Nothing the user shares is wider than '
  'this. [none]';
comment on column public.profiles.created_at is '[none]';
comment on column public.profiles.updated_at is '[none]';
comment on policy profiles_select_viewer on public.profiles is
  'Oneself, and whoever the visibility admits; a block hides both from each other.';
