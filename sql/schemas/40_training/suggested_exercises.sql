create or replace function private.suggested_exercises(p_name text)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', exercises.id, 'name', exercises.name) order by found.ordinal), '[]')
  from private.match_exercises(
    jsonb_build_object(
      'query', left(p_name, 80), 'muscles', '[]'::jsonb, 'equipment', '[]'::jsonb, 'kinds', '[]'::jsonb,
      'levels', '[]'::jsonb, 'categories', '[]'::jsonb, 'scope', 'all', 'locale', 'en'
    ),
    current_date, null, 3
  ) with ordinality as found (exercise_id, rank, name, ordinal)
  join public.exercises on exercises.id = found.exercise_id;
$$;

revoke execute on function private.suggested_exercises(text) from public;
grant execute on function private.suggested_exercises(text) to service_role;

comment on function private.suggested_exercises(text) is
  'Up to three exercises that search finds under a name, [{id, name}], best first, of those that the caller may see.';
