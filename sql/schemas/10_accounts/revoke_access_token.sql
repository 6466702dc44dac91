create or replace function public.revoke_access_token(p_token_id uuid)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select jsonb_build_object('id', p_token_id, 'revoked_at', private.end_access_token(p_token_id));
$$;

revoke execute on function public.revoke_access_token(uuid) from public;
grant execute on function public.revoke_access_token(uuid) to authenticated;

comment on function public.revoke_access_token(uuid) is
  'Ends an access token of the caller at once and for good: {id, revoked_at}. Again, it answers the same. Errors: 409 '
  'id_unusable.';
