create or replace function private.sent_otherwise(p_relation text, p_row_id text, p_records jsonb)
returns uuid[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_keys text[] := case p_relation
    when 'enrollments' then array['plan_id', 'starts_on', 'mode', 'gym_id', 'start_weights', 'status']
    else array(select columns.name from private.sync_columns(p_relation) as columns)
      || case p_relation when 'exercises' then array['muscles', 'equipment', 'aliases'] else '{}' end
  end;
begin
  execute format(
    'select array(
       select stored.%2$I
       from jsonb_array_elements($1) as sent (record)
       join (
         select of_caller.* from public.%1$I as of_caller
         where of_caller.user_id = $2
           -- What this push has changed comes with the next pull anyway.
           and of_caller.changed_in <> private.change_mark()
           and of_caller.%2$I = any(array(select (record ->> ''id'')::uuid from jsonb_array_elements($1) as record))
       ) as stored on stored.%2$I = (sent.record ->> ''id'')::uuid
       where not %3$s @> (
         select coalesce(jsonb_object_agg(pair.key, pair.value), ''{}'')
         from jsonb_each(sent.record) as pair
         where pair.key = any($3)
       )
     )',
    p_relation, p_row_id, private.sync_record(p_relation)
  )
  into v_ids
  using p_records, (select auth.uid()), v_keys;
  return v_ids;
end;
$$;

revoke execute on function private.sent_otherwise(text, text, jsonb) from public;
grant execute on function private.sent_otherwise(text, text, jsonb) to authenticated;

comment on function private.sent_otherwise(text, text, jsonb) is
  'The ids of those records that this transaction left as they were, and that read otherwise than they were sent, such '
  'as with a number that was rounded.';
