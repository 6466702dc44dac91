create or replace function private.take_down_plan(p_id uuid, p_reason text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_author_id uuid;
begin
  if not private.has_role('moderator') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'p_id', 'Only a moderator takes plans out of the library.', 'Ask a moderator.'
    );
  end if;
  if coalesce(char_length(p_reason), 0) not between 1 and 2000 or p_reason !~ '[^[:space:]]' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_reason', 'must be text of 1 to 2000 characters, not all of them spaces',
      'Tell the author why, and call again.'
    );
  end if;

  update public.published_plans as plans
  set visibility = 'private', removed_at = now(), removal_reason = p_reason
  where plans.id = p_id and plans.user_id is not null and plans.removed_at is null
  returning plans.user_id into v_author_id;
  if not found then
    perform private.raise_id_unusable('p_id');
  end if;
  perform private.record_audit_event(
    'published_plan.removed', v_author_id, jsonb_build_object('published_plan_id', p_id, 'reason', p_reason)
  );
end;
$$;

revoke execute on function private.take_down_plan(uuid, text) from public;
grant execute on function private.take_down_plan(uuid, text) to authenticated;

comment on function private.take_down_plan(uuid, text) is
  'Answers remove_published_plan(). Definer, because nobody may write the library or the audit ledger. Errors: 403 '
  'not_allowed, 409 id_unusable, 422 invalid_field.';
