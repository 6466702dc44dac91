create or replace function public.create_access_token(
  p_token_id uuid,
  p_name text,
  p_scopes text[],
  p_expires_in_days integer default 90
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
    (p_token_id is null, 'p_token_id', 'must be a uuid'),
    (
      p_name is null or char_length(p_name) > 120 or p_name !~ '[^[:space:]]', 'p_name',
      'must be text of 1 to 120 characters, not all of them spaces'
    ),
    (
      coalesce(cardinality(p_scopes), 0) = 0 or not p_scopes <@ array['workouts:read'], 'p_scopes',
      'must be an array of one or more of workouts:read'
    ),
    (
      coalesce(p_expires_in_days, 0) not between 1 and 365, 'p_expires_in_days', 'must be a number from 1 to 365'
    )
  ) as problems (is_wrong, path, text)
  where problems.is_wrong
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_path, v_text, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  v_token := private.add_access_token(p_token_id, p_name, p_scopes, p_expires_in_days);
  return (
    select jsonb_build_object(
      'id', tokens.id,
      'token', v_token,
      'name', tokens.name,
      'scopes', tokens.scopes,
      'expires_at', tokens.expires_at
    )
    from public.access_tokens as tokens
    where tokens.id = p_token_id
  );
end;
$$;

revoke execute on function public.create_access_token(uuid, text, text[], integer) from public;
grant execute on function public.create_access_token(uuid, text, text[], integer) to authenticated;

comment on function public.create_access_token(uuid, text, text[], integer) is
  'Makes a token by which another program reads what its scopes name of the caller''s data: {id, token, name, scopes, '
  'expires_at}. Show the token at once: it is answered this once, and stored nowhere. Where the answer was lost, revoke '
  'it and make another under a new id. p_scopes: workouts:read (GET /functions/v1/training/events). '
  'p_expires_in_days: 1 to 365, 90 by default. Errors: 409 id_unusable, quota_exceeded; 422 invalid_field.';
