create or replace function public.match_import(p_user_id uuid, p_names text[], p_keys text[], p_mapping jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_namespace uuid := private.import_namespace(p_user_id);
  v_exercises jsonb;
begin
  perform private.act_for(p_user_id);

  with matched as materialized (
    select named.name, jsonb_agg(
      jsonb_build_object('id', exercises.id, 'name', exercises.name, 'kind', exercises.kind)
      order by named.nearness desc, exercises.name, exercises.id
    ) as matches
    from private.exercises_named(p_names, p_user_id) as named
    join public.exercises on exercises.id = named.exercise_id
    group by named.name
  )
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'name', named.name,
      'mapped', (
        select jsonb_build_object('id', usable.id, 'name', usable.name, 'kind', usable.kind)
        from private.usable_exercise((p_mapping ->> named.name)::uuid, p_user_id) as usable
        where usable.id is not null
      ),
      'matches', coalesce(matched.matches, '[]'),
      'suggestions', case
        -- A search costs a millisecond or two: the names that are used most come first.
        when matched.matches is null and named.ordinal <= 300 then private.suggested_exercises(named.name) else '[]'
      end
    )
    order by named.ordinal
  ), '[]')
  into v_exercises
  from unnest(p_names) with ordinality as named (name, ordinal)
  left join matched on matched.name = named.name;

  return jsonb_build_object(
    'exercises', v_exercises,
    'known', (
      select count(*)
      from unnest(p_keys) as key
      join public.workouts on workouts.id = extensions.uuid_generate_v5(v_namespace, key)
    )
  );
end;
$$;

revoke execute on function public.match_import(uuid, text[], text[], jsonb) from public;
grant execute on function public.match_import(uuid, text[], text[], jsonb) to service_role;

comment on function public.match_import(uuid, text[], text[], jsonb) is
  'For the worker, with a secret key: what a file''s names mean to a user, {exercises: [{name, mapped: {id, name, '
  'kind}, matches: [{id, name, kind}], suggestions: [{id, name}]}], known: how many of the workouts with these keys are '
  'there already}. mapped is what the user says it means; of matches, the user''s own exercises come first, then the '
  'catalogue''s, by name or alias in any of its languages.';
