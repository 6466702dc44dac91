create or replace function public.me()
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_me jsonb;
begin
  perform private.ensure_own_profile();
  v_me := (
    select jsonb_build_object(
      'user_id', profiles.user_id,
      'profile', jsonb_build_object(
        'username', profiles.username,
        'display_name', profiles.display_name,
        'bio', profiles.bio,
        'avatar_path', profiles.avatar_path,
        'avatar_thumbhash', profiles.avatar_thumbhash,
        'avatar_color', profiles.avatar_color,
        'visibility', profiles.visibility
      ),
      'settings', to_jsonb(settings) - array['user_id', 'version', 'changed_in', 'created_at', 'updated_at'],
      'body_facts', (
        select jsonb_build_object(
          'sex', body_facts.sex, 'birth_date', body_facts.birth_date, 'height_meters', body_facts.height_meters
        )
        from public.body_facts
        where body_facts.user_id = profiles.user_id
      ),
      'roles', (
        select coalesce(jsonb_agg(user_roles.role order by user_roles.role), '[]')
        from public.user_roles
        where user_roles.user_id = profiles.user_id
      ),
      'consents', (
        select coalesce(jsonb_object_agg(latest.purpose, latest.is_granted), '{}')
        from (
          select distinct on (consents.purpose) consents.purpose, consents.is_granted
          from public.consents
          where consents.user_id = profiles.user_id
          order by consents.purpose, consents.id desc
        ) as latest
      )
    )
    from public.profiles
    join public.profile_settings as settings on settings.user_id = profiles.user_id
    where profiles.user_id = (select auth.uid())
  );
  -- A token outlives the account that it was made for.
  if v_me is null then
    perform private.raise_problem('PT401', 'not_signed_in', 'authorization', 'Nobody is signed in.', 'Sign in first.');
  end if;
  return v_me;
end;
$$;

revoke execute on function public.me() from public;
grant execute on function public.me() to authenticated;

comment on function public.me() is
  'Everything a client needs of its user at start: {user_id, profile: {username, display_name, bio, avatar_path, '
  'avatar_thumbhash, avatar_color, visibility}, settings: {…}, body_facts: {sex, birth_date, height_meters} or null, '
  'roles: […], consents: {purpose: granted}}. Makes the profile of a user who has none yet. Errors: 401 '
  'not_signed_in.';
