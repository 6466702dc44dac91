create or replace function private.tg_require_own()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_id uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
  v_owner_id uuid;
begin
  if v_id is null then
    return new;
  end if;
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  execute format('select referred.user_id from public.%I as referred where referred.id = $1', tg_argv[0])
  into v_owner_id
  using v_id;
  if v_owner_id is distinct from new.user_id then
    perform private.raise_id_unusable(tg_argv[1]);
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_require_own() from public;

comment on function private.tg_require_own() is
  'Lets a row refer to rows of its own owner alone: its arguments are the table and the column that refers to it, '
  'which may be null. Definer, so that a row of somebody else and one that does not exist answer the same. Errors: '
  '409 id_unusable.';
