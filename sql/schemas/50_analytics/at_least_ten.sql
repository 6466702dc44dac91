create or replace function private.at_least_ten(p_users bigint)
returns bigint
language sql
immutable
security invoker
return
  case when p_users >= 10 then p_users end;

revoke execute on function private.at_least_ten(bigint) from public;

comment on function private.at_least_ten(bigint) is
  'How many people stand behind a figure that operators see, or null where they are fewer than ten: so few can be told '
  'apart.';
