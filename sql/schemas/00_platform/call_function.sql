create or replace function private.call_function(p_path text, p_timeout_seconds integer default 10)
returns bigint
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_url text;
  v_token text;
begin
  select
    max(secrets.decrypted_secret) filter (where secrets.name = 'functions_url'),
    max(secrets.decrypted_secret) filter (where secrets.name = 'cron_token')
  into v_url, v_token
  from vault.decrypted_secrets as secrets
  where secrets.name in ('functions_url', 'cron_token');

  if v_url is null or v_token is null then
    raise exception 'The vault holds no functions_url or no cron_token, so no function can be called.'
      using hint = 'See docs/functions.md, "Jobs that run by the clock".';
  end if;
  return net.http_post(
    url := v_url || '/' || p_path,
    headers := jsonb_build_object('Content-Type', 'application/json', 'X-Cron-Token', v_token),
    timeout_milliseconds := p_timeout_seconds * 1000
  );
end;
$$;

revoke execute on function private.call_function(text, integer) from public;

comment on function private.call_function(text, integer) is
  'Wakes an Edge Function by a POST that carries a token of this purpose alone, and answers the id of the request in '
  'net._http_response. Its answer is waited for so many seconds: a function is told when its caller leaves. Address '
  'and token come from the Vault, so that no project''s address stands in a migration. Granted to nobody: cron jobs, '
  'which run as the owner, call it.';
