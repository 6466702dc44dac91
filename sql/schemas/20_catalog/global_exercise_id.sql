create or replace function private.global_exercise_id(p_slug text)
returns uuid
language sql
immutable
security invoker
set search_path = ''
as $$
  select extensions.uuid_generate_v5('6a3e6a52-6b0f-4b8e-9a55-0c1f3f6f2d11', p_slug);
$$;

revoke execute on function private.global_exercise_id(text) from public;
grant execute on function private.global_exercise_id(text) to service_role;

comment on function private.global_exercise_id(text) is
  'Id of a global exercise: uuid v5 of its slug in this project''s namespace, so that every environment has the '
  'same.';
