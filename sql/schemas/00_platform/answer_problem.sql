create or replace function private.answer_problem(
  p_code text,
  p_message text,
  p_path text,
  p_text text,
  p_hint text
)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform set_config('response.status', substr(p_code, 3), true);
  return jsonb_build_object(
    'code', p_code,
    'message', p_message,
    'details', jsonb_build_object('path', p_path, 'text', p_text)::text,
    'hint', p_hint
  );
end;
$$;

revoke execute on function private.answer_problem(text, text, text, text, text) from public;
grant execute on function private.answer_problem(text, text, text, text, text) to anon, authenticated, service_role;

comment on function private.answer_problem(text, text, text, text, text) is
  'The body of an error, and its HTTP status, as private.raise_problem() gives them, for an RPC to answer with: what '
  'the transaction did until then stays, such as the count of a failure, which raising would take back.';
