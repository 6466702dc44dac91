-- postgres inherits the rights of the platform's owners (10_roles.sql), because only so may it make policies and
-- triggers on their tables. These event triggers refuse the rest, in the words of Postgres, so that a migration that a
-- hosted project would refuse fails here too.

create schema platform_guard;

create function platform_guard.is_trusted()
returns boolean
language sql
stable
set search_path = ''
as $$
  select rolsuper or rolname in ('supabase_auth_admin', 'supabase_storage_admin', 'supabase_realtime_admin')
  from pg_catalog.pg_roles
  where rolname = current_user
$$;

create function platform_guard.schema_of(p_class oid, p_object oid, p_schema text)
returns text
language sql
stable
set search_path = ''
as $$
  -- Policies, triggers and rules have no schema of their own; their table's counts.
  select coalesce(p_schema, (
    select relation.relnamespace::regnamespace::text
    from pg_catalog.pg_class as relation
    where relation.oid = case p_class
      when 'pg_catalog.pg_policy'::regclass then (select polrelid from pg_catalog.pg_policy where oid = p_object)
      when 'pg_catalog.pg_trigger'::regclass then (select tgrelid from pg_catalog.pg_trigger where oid = p_object)
      when 'pg_catalog.pg_rewrite'::regclass then (select ev_class from pg_catalog.pg_rewrite where oid = p_object)
    end
  ))
$$;

create function platform_guard.on_command_end()
returns event_trigger
language plpgsql
set search_path = ''
as $$
declare
  v_command record;
begin
  if platform_guard.is_trusted() then
    return;
  end if;

  for v_command in
    select command_tag, object_type, object_identity, schema_name
    from pg_event_trigger_ddl_commands()
    where not in_extension
      and command_tag not in ('CREATE POLICY', 'ALTER POLICY', 'CREATE TRIGGER')
      and platform_guard.schema_of(classid, objid, schema_name) in ('auth', 'storage', 'realtime')
  loop
    if v_command.command_tag ~ '^CREATE (TABLE|FUNCTION|VIEW|TYPE|SEQUENCE)$' then
      raise exception using
        errcode = '42501',
        message = format('permission denied for schema %s', v_command.schema_name),
        hint = 'A hosted project refuses this too: the schema belongs to the platform.';
    end if;
    raise exception using
      errcode = '42501',
      message = format('must be owner of %s %s', v_command.object_type, v_command.object_identity),
      hint = 'A hosted project refuses this too: only policies and triggers may be added to the platform''s tables.';
  end loop;
end;
$$;

create function platform_guard.on_drop()
returns event_trigger
language plpgsql
set search_path = ''
as $$
declare
  v_object record;
begin
  if platform_guard.is_trusted() then
    return;
  end if;

  for v_object in
    select object_type, object_identity
    from pg_event_trigger_dropped_objects()
    where schema_name in ('auth', 'storage', 'realtime') and object_type not in ('policy', 'trigger')
  loop
    raise exception using
      errcode = '42501',
      message = format('must be owner of %s %s', v_object.object_type, v_object.object_identity),
      hint = 'A hosted project refuses this too: it belongs to the platform.';
  end loop;
end;
$$;

create function platform_guard.on_create_extension()
returns event_trigger
language plpgsql
set search_path = ''
as $$
begin
  if not platform_guard.is_trusted()
    and current_query() ~* '\mcreate\s+extension\s+[^;'']*\mversion\M'
  then
    raise exception using
      errcode = '42501',
      message = 'create extension does not take a version here',
      hint = 'A hosted project chooses the version itself: leave the version clause out.';
  end if;
end;
$$;

-- PostgREST listens and reloads its schema cache, as on hosted projects. Temporary tables are none of its business.
create function platform_guard.on_schema_change()
returns event_trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (select from pg_event_trigger_ddl_commands() where schema_name is distinct from 'pg_temp') then
    notify pgrst, 'reload schema';
  end if;
end;
$$;

create function platform_guard.on_schema_drop()
returns event_trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (select from pg_event_trigger_dropped_objects() where not is_temporary) then
    notify pgrst, 'reload schema';
  end if;
end;
$$;

create event trigger platform_guard_command_end on ddl_command_end
  execute function platform_guard.on_command_end();
create event trigger platform_guard_drop on sql_drop
  execute function platform_guard.on_drop();
create event trigger platform_guard_extension on ddl_command_start
  when tag in ('CREATE EXTENSION')
  execute function platform_guard.on_create_extension();
create event trigger pgrst_ddl_watch on ddl_command_end
  execute function platform_guard.on_schema_change();
create event trigger pgrst_drop_watch on sql_drop
  execute function platform_guard.on_schema_drop();

grant usage on schema platform_guard to public;
