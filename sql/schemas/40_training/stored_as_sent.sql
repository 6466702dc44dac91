create or replace function private.stored_as_sent(p_relation text, p_row_id text, p_records jsonb)
returns uuid[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_is_same text;
  v_ids uuid[];
begin
  if p_records = '[]' then
    return '{}';
  end if;

  v_is_same := case p_relation
    when 'exercises' then
      'private.normalized_exercise(private.sent_exercise(sent.record)) = private.exercise_document(stored.id) - ''version'''
    when 'enrollments' then
      '(stored.plan_id, stored.starts_on, stored.mode, stored.gym_id, stored.start_weights, stored.status)
         is not distinct from (
           (sent.record ->> ''plan_id'')::uuid, (sent.record ->> ''starts_on'')::date, sent.record ->> ''mode'',
           (sent.record ->> ''gym_id'')::uuid, coalesce((sent.record ->> ''start_weights'')::jsonb, ''{}''),
           coalesce(sent.record ->> ''status'', ''active'')
         )'
    else (
      -- As the column keeps it: rounded, and with its default for null.
      select string_agg(
        format('(not sent.record ? %1$L or stored.%1$I is not distinct from %2$s)', columns.name, columns.value), ' and '
      )
      from private.sync_columns(p_relation) as columns
    )
  end;
  execute format(
    'select array(
       select stored.%2$I
       from jsonb_array_elements($1) as sent (record)
       join (
         select of_caller.* from public.%1$I as of_caller
         where of_caller.user_id = $2
           and of_caller.%2$I = any(array(select (record ->> ''id'')::uuid from jsonb_array_elements($1) as record))
       ) as stored on stored.%2$I = (sent.record ->> ''id'')::uuid
       where %3$s
     )',
    p_relation, p_row_id, coalesce(v_is_same, 'false')
  )
  into v_ids
  using p_records, v_user_id;
  return v_ids;
exception
  when data_exception then
    -- One of them has a value that is none, and so is not stored.
    if jsonb_array_length(p_records) = 1 then
      return '{}';
    end if;
    return array(
      select unnest(private.stored_as_sent(p_relation, p_row_id, jsonb_build_array(sent)))
      from jsonb_array_elements(p_records) as sent
    );
end;
$$;

revoke execute on function private.stored_as_sent(text, text, jsonb) from public;
grant execute on function private.stored_as_sent(text, text, jsonb) to authenticated;

comment on function private.stored_as_sent(text, text, jsonb) is
  'The ids of those records that the table has already, in everything that they name.';
