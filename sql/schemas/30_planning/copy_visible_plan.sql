create or replace function private.copy_visible_plan(p_plan_id uuid, p_copy_id uuid, p_name text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_stored_owner_id uuid;
  v_owner_id uuid;
  v_source public.plan_sources;
  v_published public.published_plans;
  v_document jsonb;
begin
  perform private.lock_user_data(v_user_id);

  select plans.user_id into v_stored_owner_id from public.plans where plans.id = p_copy_id;
  if v_stored_owner_id = v_user_id then
    return;
  elsif found then
    perform private.raise_id_unusable('p_copy_id');
  end if;

  v_document := private.bounded_document(private.visible_plan_document(p_plan_id));
  if v_document is not null then
    select plans.user_id into v_owner_id from public.plans where plans.id = p_plan_id;
    v_source.author_id := v_owner_id;
    v_source.source_plan_id := p_plan_id;
    -- A copy of one's own plan is by whom that one is.
    if v_owner_id = v_user_id then
      select sources.* into v_source from public.plan_sources as sources where sources.plan_id = p_plan_id;
    end if;
    perform private.create_plan_from_document(
      v_document, p_copy_id, p_name, v_source.author_id, v_source.source_plan_id, v_source.published_plan_id
    );
    return;
  end if;

  select published_plans.*
  into v_published
  from public.published_plans
  where published_plans.id = p_plan_id
    and (
      published_plans.user_id is null
      or published_plans.user_id = v_user_id
      or (
        published_plans.effective_visibility = 'public'
        and published_plans.user_id not in (select private.blocked_user_ids())
      )
    );
  if not found then
    perform private.raise_id_unusable('p_plan_id');
  end if;
  perform private.create_plan_from_document(
    v_published.document, p_copy_id, p_name, v_published.user_id, null, v_published.id
  );
end;
$$;

revoke execute on function private.copy_visible_plan(uuid, uuid, text) from public;
grant execute on function private.copy_visible_plan(uuid, uuid, text) to authenticated;

comment on function private.copy_visible_plan(uuid, uuid, text) is
  'Copies a plan that the caller may see, or a published one, into a plan of theirs; nothing where they have the copy '
  'already. Definer, because what a plan is made of may be more private than the plan, and clients may not say from '
  'whom a plan was copied. Errors: 409 id_unusable, quota_exceeded.';
