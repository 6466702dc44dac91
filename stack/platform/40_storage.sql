-- Follows the tables of @supabase/lite's Storage: owners, grants, and the guard against orphaned files.

create function storage.protect_delete()
returns trigger
language plpgsql
as $$
begin
  if coalesce(current_setting('storage.allow_delete_query', true), 'false') <> 'true' then
    raise exception using
      errcode = '42501',
      message = 'Direct deletion from storage tables is not allowed. Use the Storage API instead.',
      hint = 'A row deleted here would leave its file behind.';
  end if;
  return null;
end;
$$;

create trigger protect_buckets_delete
  before delete on storage.buckets
  for each statement execute function storage.protect_delete();

create trigger protect_objects_delete
  before delete on storage.objects
  for each statement execute function storage.protect_delete();

do $$
declare
  v_object text;
begin
  for v_object in
    select format('table %s', oid::regclass) from pg_class
    where relnamespace = 'storage'::regnamespace and relkind = 'r'
    union all
    select format('function %s', oid::regprocedure) from pg_proc where pronamespace = 'storage'::regnamespace
  loop
    execute format('alter %s owner to supabase_storage_admin', v_object);
  end loop;
end
$$;

grant all on storage.buckets, storage.objects to postgres with grant option;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
