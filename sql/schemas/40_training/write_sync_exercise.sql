create or replace function private.write_sync_exercise(p_record jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_id uuid := (p_record ->> 'id')::uuid;
begin
  perform public.save_exercise(private.sent_exercise(p_record) || jsonb_build_object(
    'version', (
      select exercises.version
      from public.exercises
      where exercises.id = v_id and exercises.user_id = (select auth.uid())
    )
  ));
end;
$$;

revoke execute on function private.write_sync_exercise(jsonb) from public;
grant execute on function private.write_sync_exercise(jsonb) to authenticated;

comment on function private.write_sync_exercise(jsonb) is
  'Saves one of the caller''s own exercises as sync carries it, with what hangs below it.';
