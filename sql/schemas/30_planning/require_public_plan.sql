create or replace function private.require_public_plan(p_plan_id uuid, p_user_id uuid, p_path text)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_visibility text;
begin
  select plans.effective_visibility
  into v_visibility
  from public.plans
  where plans.id = p_plan_id and plans.user_id = p_user_id;
  if not found then
    perform private.raise_id_unusable(p_path);
  elsif v_visibility <> 'public' then
    perform private.raise_problem(
      'PT409', 'not_public', p_path, 'is not public, or its author''s profile is not',
      'Make the plan and the profile public first.'
    );
  end if;
end;
$$;

revoke execute on function private.require_public_plan(uuid, uuid, text) from public;

comment on function private.require_public_plan(uuid, uuid, text) is
  'Refuses a plan that is not the user''s, and one that is not public. Granted to nobody. Errors: 409 id_unusable, '
  'not_public.';
