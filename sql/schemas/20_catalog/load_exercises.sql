create or replace function private.load_exercises(p_exercises jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_ids uuid[] := array(
    select private.global_exercise_id(item ->> 'slug') from jsonb_array_elements(p_exercises) as loaded (item)
  );
begin
  insert into public.exercises as stored (
    id, slug, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group,
    instructions, cues, source, license
  )
  select
    private.global_exercise_id(loaded.slug), loaded.slug, loaded.name, loaded.kind, loaded.category, loaded.mechanic,
    loaded.force, loaded.level, loaded.is_unilateral, loaded.body_weight_share, loaded.variation_group,
    loaded.instructions, coalesce(loaded.cues, '{}'), loaded.source, loaded.license
  from jsonb_to_recordset(p_exercises) as loaded (
    slug text, name text, kind text, category text, mechanic text, force text, level text, is_unilateral boolean,
    body_weight_share numeric, variation_group text, instructions text[], cues text[], source text, license text
  )
  on conflict (id) do update
    set
      name = excluded.name, kind = excluded.kind, category = excluded.category, mechanic = excluded.mechanic,
      force = excluded.force, level = excluded.level, is_unilateral = excluded.is_unilateral,
      body_weight_share = excluded.body_weight_share, variation_group = excluded.variation_group,
      instructions = excluded.instructions, cues = excluded.cues, source = excluded.source, license = excluded.license
    where (
      stored.name, stored.kind, stored.category, stored.mechanic, stored.force, stored.level, stored.is_unilateral,
      stored.body_weight_share, stored.variation_group, stored.instructions, stored.cues, stored.source,
      stored.license
    ) is distinct from (
      excluded.name, excluded.kind, excluded.category, excluded.mechanic, excluded.force, excluded.level,
      excluded.is_unilateral, excluded.body_weight_share, excluded.variation_group, excluded.instructions,
      excluded.cues, excluded.source, excluded.license
    );

  -- What is no longer listed goes and what is new comes; a row that is as it was is not touched.
  with listed as (
    -- A muscle is its slug, or {"muscle", "weight"} where a review found another share than the usual.
    select
      private.global_exercise_id(item ->> 'slug') as exercise_id,
      coalesce(worked.muscle ->> 'muscle', worked.muscle #>> '{}') as muscle_id,
      worked.role,
      coalesce((worked.muscle ->> 'weight')::numeric, worked.usual_weight) as weight
    from jsonb_array_elements(p_exercises) as loaded (item)
    cross join lateral (
      select muscle, 'primary' as role, 1.0 as usual_weight
      from jsonb_array_elements(item -> 'primary_muscles') as muscle
      union all
      select muscle, 'secondary', 0.5
      from jsonb_array_elements(item -> 'secondary_muscles') as muscle
    ) as worked
  ),
  gone as (
    delete from public.exercise_muscles as stored
    where stored.exercise_id = any(v_ids)
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.muscle_id = stored.muscle_id
      )
  )
  insert into public.exercise_muscles as stored (exercise_id, muscle_id, role, weight)
  select listed.exercise_id, listed.muscle_id, listed.role, listed.weight
  from listed
  on conflict (exercise_id, muscle_id) do update
    set role = excluded.role, weight = excluded.weight
    where (stored.role, stored.weight) is distinct from (excluded.role, excluded.weight);

  with listed as (
    select private.global_exercise_id(item ->> 'slug') as exercise_id, needed.equipment_id
    from jsonb_array_elements(p_exercises) as loaded (item)
    cross join lateral jsonb_array_elements_text(item -> 'equipment') as needed (equipment_id)
  ),
  gone as (
    delete from public.exercise_equipment as stored
    where stored.exercise_id = any(v_ids)
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.equipment_id = stored.equipment_id
      )
  )
  insert into public.exercise_equipment (exercise_id, equipment_id)
  select listed.exercise_id, listed.equipment_id
  from listed
  on conflict do nothing;

  with listed as (
    select private.global_exercise_id(item ->> 'slug') as exercise_id, known.alias
    from jsonb_array_elements(p_exercises) as loaded (item)
    cross join lateral jsonb_array_elements_text(item -> 'aliases') as known (alias)
  ),
  gone as (
    delete from public.exercise_aliases as stored
    where stored.exercise_id = any(v_ids)
      and stored.locale = 'en'
      and not exists (
        select 1
        from listed
        where listed.exercise_id = stored.exercise_id and listed.alias = stored.alias
      )
  )
  insert into public.exercise_aliases (exercise_id, alias)
  select listed.exercise_id, listed.alias
  from listed
  on conflict do nothing;

  perform private.index_exercises(v_ids);
end;
$$;

revoke execute on function private.load_exercises(jsonb) from public;

comment on function private.load_exercises(jsonb) is
  'Loads global exercises from sql/catalog by their slugs, with muscles, equipment and English aliases. The same file '
  'again changes nothing; what was archived stays so, and users'' rows are never touched.';
