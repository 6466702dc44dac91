create or replace function public.orphaned_files(p_limit integer default 500)
returns table (bucket_id text, name text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select objects.bucket_id, objects.name
  from storage.objects
  where (objects.bucket_id = 'uploads' and objects.created_at < now() - interval '1 day')
    or (objects.bucket_id = 'imports' and greatest(objects.created_at, objects.updated_at) < now() - interval '7 days')
    or (
      objects.bucket_id = 'avatars'
      and objects.created_at < now() - interval '1 hour'
      and not exists (
        select 1
        from public.profiles
        where profiles.avatar_path = regexp_replace(objects.name, '/[^/]*$', '')
      )
    )
    or (
      objects.bucket_id = 'progress-photos'
      and objects.created_at < now() - interval '1 day'
      and not exists (
        select
        from public.progress_photos
        where progress_photos.image_path = regexp_replace(objects.name, '/[^/]*$', '')
      )
    )
    or (objects.bucket_id = 'exports' and objects.created_at < now() - interval '7 days')
  order by objects.created_at
  limit least(greatest(p_limit, 1), 1000);
end;
$$;

revoke execute on function public.orphaned_files(integer) from public;
grant execute on function public.orphaned_files(integer) to service_role;

comment on function public.orphaned_files(integer) is
  'For the ops function, with a secret key: files that nothing refers to, oldest first: uploads that nobody took '
  'within a day, files of imports after a week, avatars that are no profile''s, progress photos that have had no row for '
  'a day, and exports after a week. They are removed through the Storage API alone. p_limit: 1 to 1000.';
