create or replace function public.create_share_link(
  p_link_id uuid,
  p_routine_id uuid default null,
  p_plan_id uuid default null,
  p_expires_in_days integer default 30,
  p_max_copies integer default null
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_path text;
  v_text text;
  v_token text;
begin
  select problems.path, problems.text
  into v_path, v_text
  from (values
    (p_link_id is null, 'p_link_id', 'must be a uuid'),
    (num_nonnulls(p_routine_id, p_plan_id) <> 1, 'p_plan_id', 'must be there, or p_routine_id, and not both'),
    (
      coalesce(p_expires_in_days, 0) not between 1 and 365, 'p_expires_in_days', 'must be a number from 1 to 365'
    ),
    (p_max_copies not between 1 and 1000000, 'p_max_copies', 'must be a number from 1 to 1000000')
  ) as problems (is_wrong, path, text)
  where problems.is_wrong
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  v_token := private.add_share_link(
    p_link_id, p_routine_id, p_plan_id, p_expires_in_days, p_max_copies
  );
  return (
    select jsonb_build_object(
      'share_link', jsonb_build_object(
        'id', links.id,
        'routine_id', links.routine_id,
        'plan_id', links.plan_id,
        'token', v_token,
        'expires_at', links.expires_at,
        'revoked_at', links.revoked_at,
        'max_copies', links.max_copies,
        'view_count', links.view_count,
        'copy_count', links.copy_count
      )
    )
    from public.share_links as links
    where links.id = p_link_id
  );
end;
$$;

revoke execute on function public.create_share_link(uuid, uuid, uuid, integer, integer) from public;
grant execute on function public.create_share_link(uuid, uuid, uuid, integer, integer) to authenticated;

comment on function public.create_share_link(uuid, uuid, uuid, integer, integer) is
  'Makes a link to a routine or a plan of the caller: {share_link: {id, routine_id, plan_id, token, expires_at, '
  'revoked_at, max_copies, view_count, copy_count}}. Whoever has the token may read and copy it, without regard to '
  'visibility, by get_shared() and copy_shared(). The same call again answers the same link and token. '
  'p_expires_in_days: 1 to 365, 30 by default. p_max_copies: how many copies it is good for. Errors: 409 id_unusable, '
  'quota_exceeded, 422 invalid_field.';
