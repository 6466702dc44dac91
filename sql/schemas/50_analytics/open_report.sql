create or replace function public.open_report(p_before text, p_after text)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return private.open_own_report(p_before, p_after);
end;
$$;

revoke execute on function public.open_report(text, text) from public;
grant execute on function public.open_report(text, text) to authenticated;

comment on function public.open_report(text, text) is
  'For the function analytics, with its caller''s token, so that a kept report takes one call. Counts one use of the limit '
  'report and answers {use: as count_use(), version: as data_version(), body: base64 of the caller''s report that is kept '
  'under the SHA-256 of p_before, version and p_after; null without}; beyond the limit {use} alone. Nulls open nothing.';
