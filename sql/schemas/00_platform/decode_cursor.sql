create or replace function private.decode_cursor(p_cursor text, p_filter jsonb)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_cursor jsonb;
begin
  if p_cursor is null then
    return null;
  end if;

  begin
    v_cursor := convert_from(
      decode(rpad(translate(p_cursor, '-_', '+/'), (length(p_cursor) + 3) / 4 * 4, '='), 'base64'), 'UTF8'
    )::jsonb;
  exception
    when others then
      v_cursor := null;
  end;

  if v_cursor ->> 'filter' is distinct from md5(p_filter::text) then
    perform private.raise_problem(
      'PT400', 'cursor_mismatch', 'p_cursor',
      'This cursor does not belong to this list.',
      'Send back next_cursor as it came, with the same filter; start without one for another filter.'
    );
  end if;
  return v_cursor -> 'key';
end;
$$;

revoke execute on function private.decode_cursor(text, jsonb) from public;
grant execute on function private.decode_cursor(text, jsonb) to anon, authenticated, service_role;

comment on function private.decode_cursor(text, jsonb) is
  'The key in a cursor of private.encode_cursor(); null without one. Errors: 400 cursor_mismatch for a cursor of '
  'another filter, and for text that is none.';
