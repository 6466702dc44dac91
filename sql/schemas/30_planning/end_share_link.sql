create or replace function private.end_share_link(p_link_id uuid)
returns timestamptz
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_revoked_at timestamptz;
begin
  update public.share_links as links
  set revoked_at = coalesce(links.revoked_at, now())
  where links.id = p_link_id and links.user_id = (select auth.uid())
  returning links.revoked_at into v_revoked_at;
  if not found then
    perform private.raise_id_unusable('p_link_id');
  end if;
  return v_revoked_at;
end;
$$;

revoke execute on function private.end_share_link(uuid) from public;
grant execute on function private.end_share_link(uuid) to authenticated;

comment on function private.end_share_link(uuid) is
  'Answers revoke_share_link(). Definer, because revoked_at is the server''s time, which no client may write. Errors: '
  '409 id_unusable.';
