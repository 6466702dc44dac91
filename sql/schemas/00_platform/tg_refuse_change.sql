create or replace function private.tg_refuse_change()
returns trigger
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  perform private.raise_problem(
    'PT409', 'append_only', tg_table_name,
    format('Rows of %I are history and never change.', tg_table_name),
    'Add a new row that says what is true now.'
  );
  return null;
end;
$$;

revoke execute on function private.tg_refuse_change() from public;

comment on function private.tg_refuse_change() is 'Keeps a ledger append-only. Errors: 409 append_only.';
