create or replace function private.is_loaded_as_due(
  p_amount numeric,
  p_result private.session_result,
  p_loadable numeric[],
  p_is_assisted boolean
)
returns boolean
language sql
immutable
security invoker
return
  coalesce(
    (
      select bool_and(private.reaches(
        lifted.weight_kg, private.round_load(p_amount * lifted.share, p_loadable), p_is_assisted
      ))
      from unnest(p_result.weights_kg, p_result.shares) as lifted (weight_kg, share)
    ),
    false
  );

revoke execute on function private.is_loaded_as_due(numeric, private.session_result, numeric[], boolean) from public;
grant execute on function private.is_loaded_as_due(numeric, private.session_result, numeric[], boolean)
  to authenticated, service_role;

comment on function private.is_loaded_as_due(numeric, private.session_result, numeric[], boolean) is
  'Whether each set of a session had what the gym makes of the load due.';
