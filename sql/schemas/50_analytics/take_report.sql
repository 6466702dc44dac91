create or replace function public.take_report(p_user_id uuid, p_key text)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_body bytea;
begin
  select kept.body into v_body from private.report_cache as kept where kept.user_id = p_user_id and kept.key = p_key;
  if v_body is not null then
    return jsonb_build_object('kind', 'kept', 'body', translate(encode(v_body, 'base64'), e'\n', ''));
  end if;

  -- Of those who ask at once, the insert lets one through, and the update the first after ten seconds.
  insert into private.report_cache as claims (user_id, key)
  values (p_user_id, p_key)
  on conflict (user_id, key) do update set claimed_at = now()
    where claims.body is null and claims.claimed_at < now() - interval '10 seconds';
  return jsonb_build_object('kind', case when found then 'yours' else 'theirs' end);
end;
$$;

revoke execute on function public.take_report(uuid, text) from public;
grant execute on function public.take_report(uuid, text) to service_role;

comment on function public.take_report(uuid, text) is
  'For Edge Functions, with a secret key and the id of a user that was verified: a kept report, {kind: kept, body in '
  'base64}; {kind: yours} where there is none, and the caller makes it; {kind: theirs} where somebody began to within '
  'the last ten seconds.';
