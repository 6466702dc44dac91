create or replace function private.import_row(p_relation text, p_record jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_columns text;
  v_added integer;
begin
  -- What its owner may write through REST may be imported, and nothing else.
  select string_agg(format('%I', attribute.attname), ', ')
  into v_columns
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = format('public.%I', p_relation)::regclass
    and attribute.attnum > 0
    and not attribute.attisdropped
    and p_record ? attribute.attname
    and has_column_privilege('authenticated', attribute.attrelid, attribute.attnum, 'insert');

  execute format(
    'insert into public.%1$I (%2$s)
     select %2$s from jsonb_populate_record(null::public.%1$I, $1)
     on conflict do nothing',
    p_relation, v_columns
  )
  using p_record;
  get diagnostics v_added = row_count;
  return case v_added when 1 then 'added' else 'known' end;
end;
$$;

revoke execute on function private.import_row(text, jsonb) from public;
grant execute on function private.import_row(text, jsonb) to service_role;

comment on function private.import_row(text, jsonb) is
  'Adds a row of the user for whom the transaction acts to a table, as its owner could, and answers added, or known '
  'where its key is there. Ids in it are those of this account. Fields that the table has not are left out.';
