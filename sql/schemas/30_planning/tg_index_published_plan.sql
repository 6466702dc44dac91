create or replace function private.tg_index_published_plan()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into private.published_plan_documents as stored (published_plan_id, document)
  select
    new.id,
    setweight(to_tsvector('simple', private.fold_text(new.name)), 'A')
    || setweight(
      to_tsvector('simple', private.fold_text(concat_ws(' ', new.goal, new.level, array_to_string(new.tags, ' ')))), 'B'
    )
    || setweight(to_tsvector('simple', private.fold_text(coalesce(used.names, ''))), 'C')
    || setweight(to_tsvector('simple', private.fold_text(coalesce(new.description, ''))), 'D')
  from (
    select string_agg(distinct coalesce(exercises.name, carried.node ->> 'name'), ' ') as names
    from jsonb_path_query(new.document, '$.routines[*].exercises[*].exercise') as exercise (reference)
    left join public.exercises
      on exercises.user_id is null and exercises.id::text = exercise.reference #>> '{}'
    left join jsonb_path_query(new.document, '$.exercises[*]') as carried (node)
      on carried.node -> 'key' = exercise.reference
  ) as used
  on conflict (published_plan_id) do update set document = excluded.document;
  return null;
end;
$$;

revoke execute on function private.tg_index_published_plan() from public;

comment on function private.tg_index_published_plan() is
  'Keeps the search document of a published plan. Definer, because the tables of search are granted to nobody.';
