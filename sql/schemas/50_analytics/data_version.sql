create or replace function public.data_version()
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return concat_ws(
    '.',
    private.own_version(),
    (select max(exercises.changed_in) from public.exercises where exercises.user_id is null),
    private.own_today()
  );
end;
$$;

revoke execute on function public.data_version() from public;
grant execute on function public.data_version() to authenticated;

comment on function public.data_version() is
  'Opaque text that is another one whenever something changed of which the caller''s dashboard and reports are made: '
  'their own data, the global catalogue, or the day that they would name. Read it before the answer that is kept under '
  'it: then what is kept may be newer than its version, and never older.';
