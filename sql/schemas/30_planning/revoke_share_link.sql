create or replace function public.revoke_share_link(p_link_id uuid)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select jsonb_build_object('id', p_link_id, 'revoked_at', private.end_share_link(p_link_id));
$$;

revoke execute on function public.revoke_share_link(uuid) from public;
grant execute on function public.revoke_share_link(uuid) to authenticated;

comment on function public.revoke_share_link(uuid) is
  'Ends a link of the caller''s for good and keeps its counts: {id, revoked_at}. Copies that were made by it stay with '
  'those who made them. Again, it answers the same. Errors: 409 id_unusable.';
