create or replace function private.sync_problem(p_sqlstate text, p_message text, p_detail text)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select case
      when p_sqlstate like 'PT%' then jsonb_build_object('code', p_message) || p_detail::jsonb
      when p_sqlstate = '23505' then jsonb_build_object('code', 'id_unusable', 'text', 'This id cannot be used.')
      when p_sqlstate = '42501' then jsonb_build_object('code', 'not_allowed', 'text', 'A client may not do this.')
      else jsonb_build_object('code', 'invalid_field', 'text', p_message)
    end
  );
end;
$$;

revoke execute on function private.sync_problem(text, text, text) from public;
grant execute on function private.sync_problem(text, text, text) to authenticated;

comment on function private.sync_problem(text, text, text) is
  'What a refused row is told, {code, text, path, limit}: one of our errors, or what Postgres says of the value.';
