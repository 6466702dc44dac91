create or replace function private.raise_problem(
  p_code text,
  p_message text,
  p_path text,
  p_text text,
  p_hint text,
  p_limit integer default null
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  raise exception using
    errcode = p_code,
    message = p_message,
    detail = jsonb_strip_nulls(jsonb_build_object('path', p_path, 'text', p_text, 'limit', p_limit))::text,
    hint = p_hint;
end;
$$;

revoke execute on function private.raise_problem(text, text, text, text, text, integer) from public;
grant execute on function private.raise_problem(text, text, text, text, text, integer)
  to anon, authenticated, service_role;

comment on function private.raise_problem(text, text, text, text, text, integer) is
  'Raises an error in the one form clients know: p_code is a SQLSTATE (PT4xx answers HTTP 4xx), p_message a stable '
  'key of types/errors.ts, p_path the field it is about, p_text what is wrong with it, p_hint what to do, p_limit the '
  'number that was exceeded.';
