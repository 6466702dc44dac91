create or replace function private.open_own_report(p_before text, p_after text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_use jsonb := private.take_rate_limit('report', v_user_id::text);
  v_version text;
  v_key text;
begin
  if not (v_use ->> 'is_allowed')::boolean then
    return jsonb_build_object('use', v_use);
  end if;

  -- The version is read before what is kept under it, as data_version() asks for.
  v_version := public.data_version();
  v_key := translate(
    rtrim(encode(sha256(convert_to(p_before || v_version || p_after, 'UTF8')), 'base64'), '='), '+/', '-_'
  );
  return jsonb_build_object('use', v_use, 'version', v_version, 'body', (
    select translate(encode(kept.body, 'base64'), e'\n', '')
    from private.report_cache as kept
    where kept.user_id = v_user_id and kept.key = v_key
  ));
end;
$$;

revoke execute on function private.open_own_report(text, text) from public;
grant execute on function private.open_own_report(text, text) to authenticated;

comment on function private.open_own_report(text, text) is
  'open_report() of the caller. Definer, because clients may neither count uses nor read what is kept.';
