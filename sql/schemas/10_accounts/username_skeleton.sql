create or replace function private.username_skeleton(p_username text)
returns text
language sql
immutable
security invoker
return
  replace(replace(translate(lower(normalize(p_username, NFKC)), '01i5._', 'olls'), 'rn', 'm'), 'vv', 'w');

revoke execute on function private.username_skeleton(text) from public;
-- The unique index of profiles calls it for whoever writes a row.
grant execute on function private.username_skeleton(text) to authenticated, service_role;

comment on function private.username_skeleton(text) is
  'What a username looks like at a glance: without case and separators, with the letters and digits that are '
  'mistaken for each other made one (0 and o; 1, i and l; 5 and s; rn and m; vv and w).';
