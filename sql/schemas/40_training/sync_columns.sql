create or replace function private.sync_columns(p_relation text)
returns table (
  name text,
  is_insertable boolean,
  is_updatable boolean,
  value text
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- What a client may write through REST it may write through sync, and nothing else.
  return query
  select
    attribute.attname::text,
    has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'insert'),
    has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'update'),
    -- What is null and may not be has its default.
    format(
      case when attribute.attnotnull and attribute.atthasdef then 'coalesce(%1$s, %2$s)' else '%1$s' end,
      format(
        case
          when attribute.atttypid = 'timestamptz'::regtype
            then $value$timestamptz 'epoch' + (sent.record ->> %1$L)::double precision * interval '1 millisecond'$value$
          when attribute.atttypid in ('smallint'::regtype, 'integer'::regtype)
            then '(sent.record ->> %1$L)::numeric::%2$s'
          when attribute.attndims > 0
            then 'array(select jsonb_array_elements_text((sent.record ->> %1$L)::jsonb))::%2$s'
          else '(sent.record ->> %1$L)::%2$s'
        end,
        attribute.attname, format_type(attribute.atttypid, attribute.atttypmod)
      ),
      pg_get_expr(attrdef.adbin, attrdef.adrelid)
    )
  from pg_catalog.pg_attribute as attribute
  left join pg_catalog.pg_attrdef as attrdef
    on attrdef.adrelid = attribute.attrelid and attrdef.adnum = attribute.attnum
  where attribute.attrelid = format('public.%I', p_relation)::regclass
    and attribute.attnum > 0
    and not attribute.attisdropped
    and (
      has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'insert')
      or has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'update')
    );
end;
$$;

revoke execute on function private.sync_columns(text) from public;
grant execute on function private.sync_columns(text) to authenticated, service_role;

comment on function private.sync_columns(text) is
  'The columns of a table that clients write, with the SQL that reads each from "sent.record" as sync carries it.';
