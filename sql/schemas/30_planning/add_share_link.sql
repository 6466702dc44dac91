create or replace function private.add_share_link(
  p_link_id uuid,
  p_routine_id uuid,
  p_plan_id uuid,
  p_expires_in_days integer,
  p_max_copies integer
)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_token text := private.share_token(p_link_id, v_user_id);
  v_stored public.share_links;
begin
  perform private.lock_user_data(v_user_id);

  if not exists (
    select 1 from public.routines where routines.id = p_routine_id and routines.user_id = v_user_id
    union all
    select 1 from public.plans where plans.id = p_plan_id and plans.user_id = v_user_id
  ) then
    perform private.raise_id_unusable(case when p_plan_id is null then 'p_routine_id' else 'p_plan_id' end);
  end if;

  -- What nobody could open is not offered.
  perform private.bounded_document(case
    when p_plan_id is null then private.shared_routine_document(p_routine_id)
    else private.shared_plan_document(p_plan_id)
  end);

  insert into public.share_links (id, user_id, routine_id, plan_id, token_hash, expires_at, max_copies)
  values (
    p_link_id, v_user_id, p_routine_id, p_plan_id, private.share_token_hash(v_token),
    now() + make_interval(days => p_expires_in_days), p_max_copies
  )
  on conflict (id) do nothing;
  if found then
    return v_token;
  end if;

  -- A retry, unless the id is taken; or, after a change of the secret, no retry that could be answered the same.
  select links.* into v_stored from public.share_links as links where links.id = p_link_id;
  if (v_stored.user_id, v_stored.token_hash) is distinct from (v_user_id, private.share_token_hash(v_token))
    or v_stored.routine_id is distinct from p_routine_id or v_stored.plan_id is distinct from p_plan_id
  then
    perform private.raise_id_unusable('p_link_id');
  end if;
  return v_token;
end;
$$;

revoke execute on function private.add_share_link(uuid, uuid, uuid, integer, integer) from public;
grant execute on function private.add_share_link(uuid, uuid, uuid, integer, integer) to authenticated;

comment on function private.add_share_link(uuid, uuid, uuid, integer, integer) is
  'Stores a link to the caller''s own routine or plan and answers its token; of one that is stored already, the token '
  'alone. Definer, because nobody may write token_hash, and the owner alone reads the Vault. Errors: 409 '
  'id_unusable, quota_exceeded.';
