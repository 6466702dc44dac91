create or replace function private.loadable_weights(p_gym_id uuid, p_exercise_id uuid)
returns numeric[]
language sql
stable
security invoker
begin atomic
  select array_agg(trim_scale(loads.load_grams * 0.001) order by loads.load_grams)
  from (
    select distinct ways.load_grams from private.gym_loads(p_gym_id, p_exercise_id) as ways
  ) as loads;
end;

revoke execute on function private.loadable_weights(uuid, uuid) from public;
grant execute on function private.loadable_weights(uuid, uuid) to authenticated, service_role;

comment on function private.loadable_weights(uuid, uuid) is
  'Every load that an exercise can have in a gym, in kg, ascending, each once; null where the gym says nothing about '
  'the exercise, or the caller does not see one of them.';
