create or replace function private.send_again(p_relation text, p_ids uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_row_id text := (
    select relations.row_id from private.sync_relations() as relations where relations.relation = p_relation
  );
begin
  if v_row_id is null or p_ids = '{}' then
    return;
  end if;
  execute format(
    'update public.%1$I as stored
     set changed_in = private.change_mark()
     where stored.%2$I = any($1) and stored.user_id = $2 and stored.changed_in <> private.change_mark()',
    p_relation, v_row_id
  )
  using p_ids, (select auth.uid());
end;
$$;

revoke execute on function private.send_again(text, uuid[]) from public;
grant execute on function private.send_again(text, uuid[]) to authenticated;

comment on function private.send_again(text, uuid[]) is
  'Marks rows of the caller''s for the next pull, but for those that this transaction changed anyway: a device that '
  'holds something else gets what is stored. Definer, because clients make no marks.';
