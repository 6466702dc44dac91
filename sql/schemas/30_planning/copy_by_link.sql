create or replace function private.copy_by_link(p_token text, p_copy_id uuid, p_name text)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_type text;
  v_owner_id uuid;
  v_link public.share_links;
  v_author_id uuid;
begin
  perform private.lock_user_data(v_user_id);

  select stored.type, stored.user_id
  into v_type, v_owner_id
  from (
    select 'plan', plans.user_id from public.plans where plans.id = p_copy_id
    union all
    select 'routine', routines.user_id from public.routines where routines.id = p_copy_id
  ) as stored (type, user_id);
  if v_owner_id = v_user_id then
    return v_type;
  elsif found then
    perform private.raise_id_unusable('p_copy_id');
  end if;

  v_link := private.open_share_link(p_token);
  if v_link.user_id is distinct from v_user_id then
    -- Asked once more, as the row is by now: of two who make the last copy at once, one does.
    update public.share_links as links
    set copy_count = links.copy_count + 1, last_used_at = now()
    where links.id = v_link.id and (links.max_copies is null or links.copy_count < links.max_copies);
    if not found then
      return null;
    end if;
  end if;

  -- Whoever does not show themselves is not named in the copy either, nor is a row of theirs.
  if private.visible_author(v_link.user_id) is not null then
    v_author_id := nullif(v_link.user_id, v_user_id);
  end if;
  if v_link.plan_id is not null then
    perform private.create_plan_from_document(
      private.bounded_document(private.shared_plan_document(v_link.plan_id, v_user_id)), p_copy_id, p_name, v_author_id, null, null
    );
    return 'plan';
  end if;
  perform private.create_routine_from_document(
    private.bounded_document(private.shared_routine_document(v_link.routine_id, v_user_id)), p_copy_id, p_name, v_author_id
  );
  return 'routine';
end;
$$;

revoke execute on function private.copy_by_link(text, uuid, text) from public;
grant execute on function private.copy_by_link(text, uuid, text) to authenticated;

comment on function private.copy_by_link(text, uuid, text) is
  'Copies what a link leads to into a plan or routine of the caller, says which, and counts; null, and no copy, for a '
  'token that leads nowhere; a copy that they have already is left as it is. Definer, because a link opens rows that '
  'the caller may not see, and clients may not say from whom something was copied. Errors: 409 id_unusable, '
  'quota_exceeded, 429 too_many_requests.';
