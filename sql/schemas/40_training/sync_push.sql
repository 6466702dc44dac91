create or replace function public.sync_push(p_changes jsonb, p_cursor bigint default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_relation record;
  v_records jsonb;
  v_refused jsonb := '[]';
begin
  perform private.lock_user_data((select auth.uid()));
  perform private.check_sync_changes(p_changes, p_cursor);

  -- What conflicts is judged as everything stood before this push: its own writes raise versions too.
  for v_relation in
    select relations.* from private.sync_relations() as relations where p_changes ? relations.relation
    order by relations.position
  loop
    v_refused := v_refused || private.sync_conflicts(
      v_relation.relation, v_relation.row_id, private.pushed_records(p_changes -> v_relation.relation)
    );
  end loop;

  for v_relation in
    select relations.* from private.sync_relations() as relations where p_changes ? relations.relation
    order by relations.position desc
  loop
    v_refused := v_refused || private.try_sync_deletions(
      v_relation.relation, v_relation.row_id,
      coalesce(nullif(p_changes #> array[v_relation.relation, 'deleted'], 'null'), '[]')
    );
  end loop;

  for v_relation in
    select relations.* from private.sync_relations() as relations where p_changes ? relations.relation
    order by relations.position
  loop
    v_records := private.pushed_records(p_changes -> v_relation.relation);
    -- A new row whose parent is refused goes with it.
    v_refused := v_refused || coalesce((
      select jsonb_agg(jsonb_build_object('table', v_relation.relation, 'id', sent ->> 'id', 'code', 'parent_rejected'))
      from jsonb_array_elements(v_records) as sent
      where v_refused @> jsonb_build_array(jsonb_build_object(
          'table', v_relation.parent_relation, 'id', sent ->> v_relation.parent_id
        ))
        and not v_refused @> jsonb_build_array(jsonb_build_object('table', v_relation.relation, 'id', sent ->> 'id'))
    ), '[]');
    v_refused := v_refused || private.try_sync_records(v_relation.relation, v_relation.row_id, coalesce((
      select jsonb_agg(sent)
      from jsonb_array_elements(v_records) as sent
      where not v_refused @> jsonb_build_array(jsonb_build_object('table', v_relation.relation, 'id', sent ->> 'id'))
    ), '[]'));
  end loop;

  return jsonb_build_object(
    'experimentalRejectedIds', coalesce((
      select jsonb_object_agg(by_table.name, by_table.ids)
      from (
        select refused ->> 'table' as name, jsonb_agg(refused -> 'id') as ids
        from jsonb_array_elements(v_refused) as refused
        group by 1
      ) as by_table
    ), '{}'),
    'errors', v_refused
  );
end;
$$;

revoke execute on function public.sync_push(jsonb, bigint) from public;
grant execute on function public.sync_push(jsonb, bigint) to authenticated;

comment on function public.sync_push(jsonb, bigint) is
  'Stores what changed on a device, as WatermelonDB''s pushChanges() has it: {<table>: {created, updated, deleted}}, in '
  'one transaction. Answers {experimentalRejectedIds: {<table>: [id]}, errors: [{table, id, code, text, path}]}: a row whose '
  'version is not the server''s, that was deleted, or that no check lets pass is refused, its new children with it, '
  'and all others are stored. The same push again changes nothing. Deleting what is not there is no error. p_cursor is '
  'the timestamp of the last pull. Codes of errors: stale_version, deleted, parent_rejected, and those of the tables. '
  'Errors of the whole: 409 stale_cursor (pull first); 422 invalid_field.';
