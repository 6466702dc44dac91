create or replace function private.load_plan_templates(p_templates jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_unknown text;
begin
  select string_agg(distinct used.slug, ', ')
  into v_unknown
  from (
    select jsonb_path_query(p_templates, '$[*].routines[*].exercises[*].exercise') #>> '{}' as slug
  ) as used
  where not exists (select 1 from public.exercises where exercises.slug = used.slug);
  if v_unknown is not null then
    raise exception 'There is no exercise %.', v_unknown using errcode = 'P0002', hint = 'Load the catalogue first.';
  end if;

  insert into public.published_plans as stored (
    id, slug, name, description, goal, level, tags, weeks, is_repeating, days_per_week, exercises, equipment, document,
    source, license
  )
  select
    private.derived_id('6a3e6a52-6b0f-4b8e-9a55-0c1f3f6f2d11', 'plan ' || loaded.slug), loaded.slug, loaded.name,
    loaded.description, loaded.goal, loaded.level, loaded.tags, loaded.weeks, loaded.is_repeating,
    facts.days_per_week, facts.exercises, facts.equipment, documents.document, loaded.source, loaded.license
  from jsonb_array_elements(p_templates) as template (node)
  cross join lateral jsonb_populate_record(null::public.published_plans, template.node) as loaded
  -- Exercises and sets are in the order of the file, and exercises by slug.
  cross join lateral (
    select
      template.node - array['slug', 'source', 'license'] || jsonb_build_object(
        'type', 'plan',
        'exercises', '[]'::jsonb,
        'routines', (
          select jsonb_agg(
            routine.node || jsonb_build_object('exercises', (
              select jsonb_agg(
                used.node || jsonb_build_object(
                  'exercise', private.global_exercise_id(used.node ->> 'exercise'),
                  'position', used.ordinal,
                  'sets', coalesce((
                    select jsonb_agg(aim.node || jsonb_build_object('position', aim.ordinal) order by aim.ordinal)
                    from jsonb_array_elements(used.node -> 'sets') with ordinality as aim (node, ordinal)
                  ), '[]')
                )
                order by used.ordinal
              )
              from jsonb_array_elements(routine.node -> 'exercises') with ordinality as used (node, ordinal)
            ))
            order by routine.ordinal
          )
          from jsonb_array_elements(template.node -> 'routines') with ordinality as routine (node, ordinal)
        )
      ) as document
  ) as documents
  cross join lateral private.plan_facts(documents.document) as facts
  on conflict (id) do update
    set
      name = excluded.name, description = excluded.description, goal = excluded.goal, level = excluded.level,
      tags = excluded.tags, weeks = excluded.weeks, is_repeating = excluded.is_repeating,
      days_per_week = excluded.days_per_week, exercises = excluded.exercises, equipment = excluded.equipment,
      document = excluded.document, source = excluded.source, license = excluded.license
    where (
      stored.name, stored.description, stored.goal, stored.level, stored.tags, stored.weeks, stored.is_repeating,
      stored.days_per_week, stored.exercises, stored.equipment, stored.document, stored.source, stored.license
    ) is distinct from (
      excluded.name, excluded.description, excluded.goal, excluded.level, excluded.tags, excluded.weeks,
      excluded.is_repeating, excluded.days_per_week, excluded.exercises, excluded.equipment, excluded.document,
      excluded.source, excluded.license
    );
end;
$$;

revoke execute on function private.load_plan_templates(jsonb) from public;

comment on function private.load_plan_templates(jsonb) is
  'Loads plan templates from sql/catalog by their slugs: documents of private.shared_plan_document() whose exercises '
  'are slugs of global ones. The same file again changes nothing; published plans and copies of users are never '
  'touched.';
