create or replace function private.delete_sync_rows(p_relation text, p_row_id text, p_ids uuid[])
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_relation = 'exercises' then
    -- One with history is archived instead.
    perform public.delete_exercise(exercises.id)
    from public.exercises
    where exercises.id = any(p_ids) and exercises.user_id = (select auth.uid());
    -- The device has lost one that is still there.
    perform private.send_again(p_relation, p_ids);
    return;
  end if;

  execute format(
    'delete from public.%I as stored where stored.user_id = $2 and stored.%I = any($1)', p_relation, p_row_id
  )
  using p_ids, (select auth.uid());
end;
$$;

revoke execute on function private.delete_sync_rows(text, text, uuid[]) from public;
grant execute on function private.delete_sync_rows(text, text, uuid[]) to authenticated;

comment on function private.delete_sync_rows(text, text, uuid[]) is
  'Deletes the caller''s rows of a table by the ids that sync knows; an id that is not there is ignored.';
