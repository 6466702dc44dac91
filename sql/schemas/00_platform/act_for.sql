create or replace function private.act_for(p_user_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select set_config('request.jwt.claims', jsonb_build_object('sub', p_user_id)::text, true);
$$;

revoke execute on function private.act_for(uuid) from public;
grant execute on function private.act_for(uuid) to service_role;

comment on function private.act_for(uuid) is
  'Makes auth.uid() answer this user until the transaction ends, for steps of jobs that do what the user may do by an '
  'RPC. It gives no rights: a client that could set claims would need none.';
