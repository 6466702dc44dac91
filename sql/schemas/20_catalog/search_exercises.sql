create or replace function public.search_exercises(p_query text, p_limit integer default 20)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object('items', coalesce(jsonb_agg(found.item order by found.ordinal), '[]'))
  from (
    select
      matches.ordinal,
      jsonb_build_object(
        'id', exercises.id,
        'name', exercises.name,
        'kind', exercises.kind,
        'category', exercises.category,
        'level', exercises.level,
        'is_custom', exercises.user_id is not null,
        'primary_muscles', (
          select coalesce(jsonb_agg(exercise_muscles.muscle_id order by exercise_muscles.muscle_id), '[]')
          from public.exercise_muscles
          where exercise_muscles.exercise_id = exercises.id and exercise_muscles.role = 'primary'
        ),
        'equipment', (
          select coalesce(jsonb_agg(exercise_equipment.equipment_id order by exercise_equipment.equipment_id), '[]')
          from public.exercise_equipment
          where exercise_equipment.exercise_id = exercises.id
        )
      ) as item
    from private.match_exercises(p_query, coalesce(p_limit, 20))
      with ordinality as matches (exercise_id, relevance, ordinal)
    join public.exercises on exercises.id = matches.exercise_id
    where exercises.archived_at is null
  ) as found;
$$;

revoke execute on function public.search_exercises(text, integer) from public;
grant execute on function public.search_exercises(text, integer) to authenticated, service_role;

comment on function public.search_exercises(text, integer) is
  'Finds exercises by name, alias, muscle or equipment, typos included: {items: [{id, name, kind, category, level, '
  'is_custom, primary_muscles, equipment}]}, best first. p_query: up to 80 characters and 8 words count. p_limit: 1 '
  'to 50, 20 by default.';
