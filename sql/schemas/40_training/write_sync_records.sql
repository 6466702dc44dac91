create or replace function private.write_sync_records(p_relation text, p_row_id text, p_records jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_ids uuid[] := array(select (sent.record ->> 'id')::uuid from jsonb_array_elements(p_records) as sent (record));
  v_stored_ids uuid[];
  v_columns text;
  v_values text;
  v_assignments text;
begin
  if p_relation = 'exercises' then
    perform private.write_sync_exercise(sent.record) from jsonb_array_elements(p_records) as sent (record);
    perform private.send_again(p_relation, private.sent_otherwise(p_relation, p_row_id, p_records));
    return;
  end if;
  if p_relation = 'enrollments' then
    perform private.write_sync_enrollment(sent.record) from jsonb_array_elements(p_records) as sent (record);
    perform private.send_again(p_relation, private.sent_otherwise(p_relation, p_row_id, p_records));
    return;
  end if;

  select
    string_agg(format('%I', columns.name), ', ') filter (where columns.is_insertable),
    string_agg(columns.value, ', ') filter (where columns.is_insertable),
    string_agg(
      format('%1$I = case when sent.record ? %1$L then %2$s else stored.%1$I end', columns.name, columns.value), ', '
    ) filter (where columns.is_updatable)
  into v_columns, v_values, v_assignments
  from private.sync_columns(p_relation) as columns;

  -- Looked up by key: a join with the records would be guessed to want all of the user's rows.
  execute format(
    'select array(select stored.%2$I from public.%1$I as stored where stored.%2$I = any($1) and stored.user_id = $2)',
    p_relation, p_row_id
  )
  into v_stored_ids
  using v_ids, v_user_id;

  if v_stored_ids <> '{}' and v_assignments is null or not v_ids <@ v_stored_ids and v_columns is null then
    raise insufficient_privilege;
  end if;

  if v_stored_ids <> '{}' then
    execute format(
      'update public.%1$I as stored
       set %3$s
       from jsonb_array_elements($1) as sent (record)
       where stored.%2$I = any($2) and stored.%2$I = (sent.record ->> ''id'')::uuid and stored.user_id = $3',
      p_relation, p_row_id, v_assignments
    )
    using p_records, v_stored_ids, v_user_id;
    -- Where that changed nothing, as a column keeps less than was sent, no pull would say so.
    perform private.send_again(p_relation, private.sent_otherwise(p_relation, p_row_id, (
      select jsonb_agg(sent.record)
      from jsonb_array_elements(p_records) as sent (record)
      where (sent.record ->> 'id')::uuid = any(v_stored_ids)
    )));
  end if;

  if not v_ids <@ v_stored_ids then
    execute format(
      'insert into public.%I (%s)
       select %s
       from jsonb_array_elements($1) as sent (record)
       where (sent.record ->> ''id'')::uuid <> all($2)',
      p_relation, v_columns, v_values
    )
    using p_records, v_stored_ids;
  end if;
end;
$$;

revoke execute on function private.write_sync_records(text, text, jsonb) from public;
grant execute on function private.write_sync_records(text, text, jsonb) to authenticated;

comment on function private.write_sync_records(text, text, jsonb) is
  'Writes records as sync carries them into a table of the caller''s rows: those that are there are changed, in the '
  'columns that they name, the others are added. Every right and every check is that of the caller''s own writes.';
