create or replace function private.sync_conflicts(p_relation text, p_row_id text, p_records jsonb)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_conflicts jsonb;
begin
  execute format(
    'select coalesce(
       jsonb_agg(
         jsonb_strip_nulls(jsonb_build_object(
           ''table'', $3, ''id'', sent.record ->> ''id'', ''code'', conflict.code, ''path'', conflict.path,
           ''text'', conflict.text
         ))
         order by sent.ordinal
       ),
       ''[]''
     )
     from jsonb_array_elements($1) with ordinality as sent (record, ordinal)
     left join (
       select of_caller.* from public.%1$I as of_caller where of_caller.%2$I = any($4) and of_caller.user_id = $2
     ) as stored on stored.%2$I = (sent.record ->> ''id'')::uuid
     cross join lateral (
       select pg_input_is_valid(sent.record ->> ''version'', ''numeric'') is false as is_wrong
     ) as version
     cross join lateral (
       select
         case when version.is_wrong then ''version'' end as path,
         case when version.is_wrong then ''must be a number'' end as text,
         case
           when version.is_wrong then ''invalid_field''
           when stored.%2$I is not null
             and (sent.record ->> ''version'')::numeric is distinct from stored.version
             -- What is stored already was stored by this very push, whose answer was lost.
             and not %3$s @> (
               select coalesce(jsonb_object_agg(pair.key, pair.value), ''{}'')
               from jsonb_each(sent.record) as pair
               where pair.key in (select columns.name from private.sync_columns($3) as columns)
             )
           then ''stale_version''
           -- A row that is known by its parent''s id may come again under it.
           when stored.%2$I is null and %2$L = ''id'' and exists (
             select from private.tombstones
             where tombstones.user_id = $2
               and tombstones.relation = $3
               and tombstones.row_id = (sent.record ->> ''id'')::uuid
           )
           then ''deleted''
         end as code
     ) as conflict
     where conflict.code is not null',
    p_relation, p_row_id, private.sync_record(p_relation)
  )
  into v_conflicts
  using
    p_records, (select auth.uid()), p_relation,
    array(select (sent.record ->> 'id')::uuid from jsonb_array_elements(p_records) as sent (record));
  return v_conflicts;
end;
$$;

revoke execute on function private.sync_conflicts(text, text, jsonb) from public;
grant execute on function private.sync_conflicts(text, text, jsonb) to authenticated;

comment on function private.sync_conflicts(text, text, jsonb) is
  'Which records a push may not write, [{table, id, code, path, text}]: stale_version where the server has another '
  'version of the row than the one that was edited, deleted where the row is gone, invalid_field where the version is no '
  'number.';
