create or replace function public.record_avatar(
  p_user_id uuid,
  p_image_id text,
  p_thumbhash text,
  p_dominant_color text
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_previous_path text;
begin
  select profiles.avatar_path into v_previous_path
  from public.profiles
  where profiles.user_id = p_user_id
  for update;
  if not found then
    perform private.raise_id_unusable('p_user_id');
  end if;

  update public.profiles
  set
    avatar_path = p_user_id || '/' || p_image_id,
    avatar_thumbhash = p_thumbhash,
    avatar_color = p_dominant_color
  where profiles.user_id = p_user_id;
  return jsonb_build_object('previous_id', nullif(split_part(v_previous_path, '/', 2), ''));
end;
$$;

revoke execute on function public.record_avatar(uuid, text, text, text) from public;
grant execute on function public.record_avatar(uuid, text, text, text) to service_role;

comment on function public.record_avatar(uuid, text, text, text) is
  'For the media function, with a secret key: makes an image the avatar of a user and answers {previous_id}, the id '
  'of the one before, whose files can go; null where there was none. Errors: 409 id_unusable.';
