create or replace function private.check_copy(p_copy_id uuid, p_name text)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_field text := case
    when p_copy_id is null then 'p_copy_id'
    when char_length(p_name) > 120 or p_name !~ '[^[:space:]]' then 'p_name'
  end;
begin
  if v_field is not null then
    perform private.raise_problem(
      'PT422', 'invalid_field', v_field,
      case v_field
        when 'p_name' then 'must be text of 1 to 120 characters, not all of them spaces'
        else 'must be a uuid'
      end,
      'Correct the field and call again; nothing was copied.'
    );
  end if;
end;
$$;

revoke execute on function private.check_copy(uuid, text) from public;
grant execute on function private.check_copy(uuid, text) to authenticated;

comment on function private.check_copy(uuid, text) is
  'Refuses what copy_plan() and copy_shared() cannot name a copy. Errors: 422 invalid_field.';
