create or replace function private.tg_keep()
returns trigger
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_column text;
begin
  foreach v_column in array tg_argv loop
    if to_jsonb(new) -> v_column is distinct from to_jsonb(old) -> v_column then
      perform private.raise_problem(
        'PT409', 'column_immutable', v_column,
        format('%I of %I cannot change.', v_column, tg_table_name),
        'Create a new row and delete this one.'
      );
    end if;
  end loop;
  return new;
end;
$$;

revoke execute on function private.tg_keep() from public;

comment on function private.tg_keep() is
  'Refuses to change the columns named as its arguments. An upsert sets every column that it sends, so ids and '
  'parents are in the update grant, and this trigger keeps them what they were. Errors: 409 column_immutable.';
