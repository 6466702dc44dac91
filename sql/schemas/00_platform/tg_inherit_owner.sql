create or replace function private.tg_inherit_owner()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_caller_id uuid := (select auth.uid());
  v_parent_id uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  execute format('select parent.user_id from public.%I as parent where parent.id = $1', tg_argv[0])
  into new.user_id
  using v_parent_id;
  if new.user_id is null or (v_caller_id is not null and new.user_id <> v_caller_id) then
    perform private.raise_id_unusable(tg_argv[1]);
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_inherit_owner() from public;

comment on function private.tg_inherit_owner() is
  'Takes the owner from the parent: its arguments are the parent''s table and the column that refers to it. Definer, '
  'so that a parent of somebody else and one that does not exist answer the same. Errors: 409 id_unusable.';
