create or replace function public.save_gym(p_gym jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_id uuid;
  v_version integer;
  v_stored public.gyms;
  v_sent jsonb;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_gym(p_gym);
  v_id := (p_gym ->> 'id')::uuid;
  v_version := (p_gym ->> 'version')::numeric::integer;

  select gyms.* into v_stored from public.gyms where gyms.id = v_id and gyms.user_id = v_user_id;
  v_sent := private.read_gym(p_gym, v_stored.is_default);

  -- A retry after a lost answer comes with the version before its own: what is stored already is no conflict.
  if v_stored.id is not null and v_sent = private.gym_document(v_id) - 'version' then
    return jsonb_build_object('gym', private.gym_document(v_id));
  end if;
  if v_stored.id is null and v_version is not null then
    perform private.raise_id_unusable('id');
  elsif v_stored.version is distinct from v_version then
    perform private.raise_stale_version(v_stored.version);
  end if;

  perform private.write_gym(v_sent);
  return jsonb_build_object('gym', private.gym_document(v_id));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- An id of the payload belongs to another gym, perhaps somebody else's: always the same answer.
    if v_constraint in ('gyms_pkey', 'gym_equipment_pkey') then
      perform private.raise_id_unusable(case v_constraint when 'gyms_pkey' then 'id' else 'equipment[].id' end);
    end if;
    raise;
end;
$$;

revoke execute on function public.save_gym(jsonb) from public;
grant execute on function public.save_gym(jsonb) to authenticated;

comment on function public.save_gym(jsonb) is
  'Stores a whole gym in one transaction: {id, version, name, is_default, equipment: [{id, type, equipment_id, '
  'exercise_id, name, position, weight_kg, quantity, step_kg, max_weight_kg, unit_system}]}. Answers {gym: <the same '
  'as stored>}. Ids are the client''s and stay: equipment with known ids is changed in place, what is left out is '
  'deleted. version is null for a new gym, else the one that was edited; when another is stored, nothing changes and '
  '409 stale_version names it, unless what is stored is what was sent. A user''s first gym is the default, and stays '
  'it until another is saved with is_default. Where equipment names no position, it is its place in the list. Errors: '
  '409 stale_version, id_unusable, quota_exceeded; 422 invalid_field, missing_field, unknown_field, field_not_allowed.';
