create or replace function private.read_shared(p_token text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_link public.share_links := private.open_share_link(p_token);
begin
  if v_link.id is null then
    return null;
  end if;

  if v_link.user_id is distinct from (select auth.uid()) then
    update public.share_links as links
    set view_count = links.view_count + 1, last_used_at = now()
    where links.id = v_link.id;
  end if;

  return jsonb_build_object(
    'shared', private.bounded_document(case
      when v_link.plan_id is null then private.shared_routine_document(v_link.routine_id)
      else private.shared_plan_document(v_link.plan_id)
    end),
    'author', private.visible_author(v_link.user_id)
  );
end;
$$;

revoke execute on function private.read_shared(text) from public;
grant execute on function private.read_shared(text) to anon, authenticated;

comment on function private.read_shared(text) is
  'Answers get_shared(); null for a token that leads nowhere. Definer, because a link opens rows that the caller may '
  'not see, and counts itself. Errors: 409 '
  'quota_exceeded, 429 too_many_requests.';
