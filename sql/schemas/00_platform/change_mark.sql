create or replace function private.change_mark()
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return coalesce((select sync_state.generation from private.sync_state), 1) * 1099511627776
    + pg_current_xact_id()::text::bigint;
end;
$$;

revoke execute on function private.change_mark() from public;
grant execute on function private.change_mark() to authenticated, service_role;

comment on function private.change_mark() is
  'When a row changed, as sync counts: generation × 2^40 + the writing transaction''s id. Grows with the order in which '
  'transactions begin to write, not with that in which they commit: see private.sync_horizon(). The default of '
  'changed_in, so clients may call it; it tells them nothing of anybody.';
