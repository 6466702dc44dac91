create or replace function public.match_import(
  p_user_id uuid,
  p_names text[],
  p_keys text[],
  p_mapping jsonb,
  p_exercises jsonb default '[]'
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_namespace uuid := private.import_namespace(p_user_id);
  v_exercises jsonb;
  v_identified jsonb;
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

  with own as materialized (
    select exercises.*, private.fold_text(exercises.name) as folded
    from public.exercises
    where exercises.user_id = p_user_id and exercises.archived_at is null
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', sent.id,
    'exercise', (
      select jsonb_build_object('id', found.id, 'name', found.name, 'kind', found.kind)
      from (
        select 1 as rank, exercises.id, exercises.name, exercises.kind
        from public.exercises
        where exercises.id = any(array[
            sent.id, private.imported_id(v_namespace, 'exercises', 'json ' || sent.id)
          ])
          and (exercises.user_id is null or exercises.user_id = p_user_id)

        union all

        select 2, own.id, own.name, own.kind
        from own
        where own.kind = sent.kind and own.folded = private.fold_text(sent.name)
      ) as found
      order by found.rank, found.id
      limit 1
    )
  )), '[]')
  into v_identified
  from jsonb_to_recordset(p_exercises) as sent (id uuid, name text, kind text);

  return jsonb_build_object(
    'exercises', v_exercises,
    'identified', v_identified,
    'known', (
      select count(*)
      from unnest(p_keys) as key
      where (private.imported_row(p_user_id, 'workouts', key)).outcome = 'known'
    )
  );
end;
$$;

revoke execute on function public.match_import(uuid, text[], text[], jsonb, jsonb) from public;
grant execute on function public.match_import(uuid, text[], text[], jsonb, jsonb) to service_role;

comment on function public.match_import(uuid, text[], text[], jsonb, jsonb) is
  'For the worker, with a secret key: what a file''s names mean to a user, {exercises: [{name, mapped: {id, name, '
  'kind}, matches: [{id, name, kind}], suggestions: [{id, name}]}], identified: [{id, exercise: {id, name, kind} or '
  'null}], known: how many of the workouts with these keys are there already}. identified says which exercises those '
  'of a document, [{id, name, kind}], are to the user: the catalogue''s or their own by id, the one that was imported '
  'for it, or their own of that name and kind. mapped is what the user says it means; of matches, the user''s own exercises come first, then the '
  'catalogue''s, by name or alias in any of its languages.';
