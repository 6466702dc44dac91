create or replace function public.keep_report(p_user_id uuid, p_key text, p_body text)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  insert into private.report_cache (user_id, key, body)
  values (p_user_id, p_key, decode(p_body, 'base64'))
  on conflict (user_id, key) do update set body = excluded.body, claimed_at = excluded.claimed_at;

  -- Those of former versions are never asked for again, and are the first to go.
  delete from private.report_cache
  where report_cache.user_id = p_user_id
    and report_cache.key in (
      select kept.key
      from private.report_cache as kept
      where kept.user_id = p_user_id
      order by kept.claimed_at desc, kept.key
      offset 20
    );
end;
$$;

revoke execute on function public.keep_report(uuid, text, text) from public;
grant execute on function public.keep_report(uuid, text, text) to service_role;

comment on function public.keep_report(uuid, text, text) is
  'For Edge Functions, with a secret key and the id of a user that was verified: keeps a report, of up to 4 MiB, that '
  'take_report() let the caller make, and forgets all of the user''s but the newest twenty.';
