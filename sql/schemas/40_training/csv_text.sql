create or replace function private.csv_text(p_text text)
returns text
language sql
immutable
security invoker
return
  -- A spreadsheet takes what begins with one of these for a formula. One apostrophe more can be taken off again,
  -- whatever the text began with.
  '"' || replace(
    case when p_text ~ '^''*[=+\-@＝＋－＠\t\r\n]' then '''' || p_text else p_text end, '"', '""'
  ) || '"';

revoke execute on function private.csv_text(text) from public;
grant execute on function private.csv_text(text) to service_role;

comment on function private.csv_text(text) is
  'Text as a cell of a CSV file: quoted, and with an apostrophe in front where a spreadsheet would evaluate it. Our '
  'import takes the apostrophe off again.';
