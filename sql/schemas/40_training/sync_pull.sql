create or replace function public.sync_pull(
  p_cursor bigint default null,
  p_schema_version integer default null,
  p_migration jsonb default null,
  p_page text default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  -- One snapshot serves the whole answer, as the function is stable.
  v_user_id uuid := (select auth.uid());
  v_page_size constant integer := 5000;
  v_horizon bigint := private.sync_horizon();
  v_cursor bigint := coalesce(p_cursor, 0);
  v_filter jsonb := jsonb_build_object('sync_pull', p_cursor, 'migration', p_migration);
  v_page jsonb := private.decode_cursor(p_page, v_filter);
  v_is_replacement boolean := v_cursor <> 0 and not private.is_sync_cursor(v_cursor);
  v_migrated text[] := private.migrated_relations(p_migration);
  v_changes jsonb;
  v_timestamp bigint := coalesce((v_page ->> 'timestamp')::bigint, v_horizon);
  v_left integer := v_page_size;
  v_relation record;
  v_records jsonb;
  v_last jsonb;
begin
  if v_is_replacement then
    v_cursor := 0;
  end if;

  -- Every table is there, changed or not. What was deleted comes with the first page.
  select jsonb_object_agg(relations.relation, jsonb_build_object(
    'created', '[]'::jsonb,
    'updated', '[]'::jsonb,
    'deleted', case when v_cursor <> 0 and v_page is null
      then private.sync_deletions(relations.relation, relations.row_id, v_cursor) else '[]' end
  ))
  into v_changes
  from private.sync_relations() as relations;

  for v_relation in
    select relations.position, relations.relation, relations.row_id,
      case when relations.relation = any(v_migrated) then 0 else v_cursor end as changed_from
    from private.sync_relations() as relations
    where relations.position >= coalesce((v_page ->> 'position')::integer, 0)
      and relations.relation in (
        select changes.relation
        from private.sync_changes as changes
        where changes.user_id = v_user_id and changes.changed_in >= v_cursor
        union all
        select 'exercises'
        from public.exercises
        where exercises.user_id is null and exercises.changed_in >= v_cursor
        union all
        select 'measurement_types'
        from public.measurement_types
        where measurement_types.user_id is null and measurement_types.changed_in >= v_cursor
        union all
        select unnest(v_migrated)
      )
    order by relations.position
  loop
    -- The global catalogue has no owner, and comes with the rest.
    execute format(
      'select coalesce(jsonb_agg(record order by changed_in, row_id), ''[]''),
         (array_agg(
           jsonb_build_object(''changed_in'', changed_in, ''id'', row_id) order by changed_in desc, row_id desc
         ))[1]
       from (
         select stored.changed_in, stored.%2$I as row_id, %3$s as record
         from public.%1$I as stored
         where (stored.user_id = $1 %4$s) and stored.changed_in >= $2 and (stored.changed_in, stored.%2$I) > ($3, $4)
         order by stored.changed_in, stored.%2$I
         limit $5
       ) as page',
      v_relation.relation, v_relation.row_id, private.sync_record(v_relation.relation),
      case when v_relation.relation in ('exercises', 'measurement_types') then 'or stored.user_id is null' else '' end
    )
    into v_records, v_last
    using
      v_user_id, v_relation.changed_from,
      case
        when v_relation.position = (v_page ->> 'position')::integer then (v_page ->> 'changed_in')::bigint
        else -1
      end,
      coalesce((v_page ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'), v_left;

    v_changes := jsonb_set(v_changes, array[v_relation.relation, 'updated'], v_records);
    v_left := v_left - jsonb_array_length(v_records);
    if v_left = 0 then
      v_last := v_last || jsonb_build_object('position', v_relation.position);
      exit;
    end if;
    v_last := null;
  end loop;

  return jsonb_build_object(
    'changes', v_changes,
    'timestamp', v_timestamp,
    'next_page', case when v_last is not null
      then private.encode_cursor(v_filter, v_last || jsonb_build_object('timestamp', v_timestamp))
    end
  ) || case when v_is_replacement then '{"experimentalStrategy": "replacement"}' else '{}' end::jsonb;
end;
$$;

revoke execute on function public.sync_pull(bigint, integer, jsonb, text) from public;
grant execute on function public.sync_pull(bigint, integer, jsonb, text) to authenticated;

comment on function public.sync_pull(bigint, integer, jsonb, text) is
  'What changed of the caller''s own rows, and of the global catalogue, since a cursor, as WatermelonDB''s '
  'pullChanges() wants it: {changes: {<table>: {created, updated, deleted}}, timestamp, next_page, '
  'experimentalStrategy}. p_cursor is the last timestamp, null at first. A row may come twice, and none is missed. '
  'Pages hold 5000 rows: while next_page is not null, call again with the same arguments and p_page, and merge; the '
  'timestamp is the first page''s. p_migration as WatermelonDB gives it: tables that it names come whole. A cursor from '
  'before a restored backup, or older than the 400 days for which deletions are kept, gets everything, with '
  'experimentalStrategy replacement. Errors: 400 cursor_mismatch; 422 invalid_field.';
