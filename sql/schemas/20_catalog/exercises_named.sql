create or replace function private.exercises_named(p_names text[], p_user_id uuid)
returns table (name text, exercise_id uuid, nearness integer)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    with named as (
      select asked.name, private.label_of(string_to_array(private.fold_text(asked.name), ' ')) as label
      from (select distinct unnest(p_names) as name) as asked
    ),
    locales as materialized (
      select distinct exercise_documents.locale from private.exercise_documents where exercise_documents.user_id is null
    )
    select named.name, documents.exercise_id, max(documents.nearness)
    from named
    cross join lateral (
      select
        documents.exercise_id,
        -- Weight A is that of names.
        case when documents.document @@ (labels.label || ':A')::tsquery then 2 else 1 end as nearness
      from locales
      cross join lateral (select quote_literal(locales.locale || '=' || named.label) as label) as labels
      join private.exercise_documents as documents on documents.user_id is null
        and documents.document @@ labels.label::tsquery

      union all

      select documents.exercise_id, 3
      from private.exercise_documents as documents
      where documents.user_id = p_user_id and documents.document @@ quote_literal('und=' || named.label)::tsquery
    ) as documents
    where named.label <> ''
    group by named.name, documents.exercise_id;
end;
$$;

revoke execute on function private.exercises_named(text[], uuid) from public;
grant execute on function private.exercises_named(text[], uuid) to service_role;

comment on function private.exercises_named(text[], uuid) is
  'The exercises that are called so, by a name or alias in any language, whatever the order of its words: a user''s own '
  '(nearness 3), and the catalogue''s by name (2) and by alias (1). Definer, because the tables of search are granted to '
  'nobody; no client may call it.';
