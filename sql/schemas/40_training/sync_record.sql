create or replace function private.sync_record(p_relation text)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select format(
      'jsonb_build_object(''id'', stored.%I, %s)%s',
      relations.row_id,
      string_agg(
        format(
          case
            when attribute.atttypid = 'timestamptz'::regtype
              then '%1$L, (extract(epoch from stored.%1$I) * 1000)::bigint'
            when attribute.atttypid = 'jsonb'::regtype then '%1$L, stored.%1$I::text'
            when attribute.attndims > 0 then '%1$L, to_jsonb(stored.%1$I)::text'
            else '%1$L, stored.%1$I'
          end,
          attribute.attname
        ),
        ', ' order by attribute.attnum
      ),
      case relations.relation when 'exercises' then ' || private.sync_exercise_parts(stored.id)' else '' end
    )
    from private.sync_relations() as relations
    join pg_catalog.pg_attribute as attribute
      on attribute.attrelid = format('public.%I', relations.relation)::regclass
      and attribute.attnum > 0
      and not attribute.attisdropped
      and attribute.attname not in ('id', 'user_id', 'changed_in')
    where relations.relation = p_relation
    group by relations.relation, relations.row_id
  );
end;
$$;

revoke execute on function private.sync_record(text) from public;
grant execute on function private.sync_record(text) to authenticated, service_role;

comment on function private.sync_record(text) is
  'SQL that makes the record of a row "stored" of a table as sync carries it: flat, one id, instants as milliseconds '
  'since 1970, numbers as JSON numbers, JSON and arrays as text. Owner and mark stay here.';
