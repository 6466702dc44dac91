create or replace function private.tg_raise_parent_version()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- The parent's own trigger raises its version, once in a transaction: the second time updated_at is now() already. A
  -- parent that is being deleted with its children is gone by now.
  execute format(
    'update public.%I as parent set updated_at = now()
     where parent.id in (select changed.%I from %I as changed)',
    tg_argv[0], tg_argv[1], case tg_op when 'DELETE' then 'old_rows' else 'new_rows' end
  );
  return null;
end;
$$;

revoke execute on function private.tg_raise_parent_version() from public;

comment on function private.tg_raise_parent_version() is
  'Raises the version of the rows above those that a statement changed: its arguments are the parent''s table and the '
  'column that refers to it; its triggers have the transition tables new_rows, or old_rows for a delete. Definer, '
  'because clients may not write versions.';
