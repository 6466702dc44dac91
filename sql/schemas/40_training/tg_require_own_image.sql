create or replace function private.tg_require_own_image()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- The backend and the owner of the database restore and repair; clients always have an id.
  if (select auth.uid()) is not null and not (
    starts_with(new.image_path, new.user_id || '/')
    and exists (
      select from storage.objects
      where objects.bucket_id = 'progress-photos' and objects.name = new.image_path || '/full.webp'
    )
  )
  then
    perform private.raise_id_unusable('image_path');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_require_own_image() from public;

comment on function private.tg_require_own_image() is
  'Refuses a photo whose picture is not in its owner''s folder, or not there: it is never told which. Errors: 409 '
  'id_unusable.';
