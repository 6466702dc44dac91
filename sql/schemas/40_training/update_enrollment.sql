create or replace function public.update_enrollment(p_enrollment_id uuid, p_changes jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_enrollment public.enrollments;
  v_start_weights jsonb;
  v_problem text;
begin
  perform private.lock_user_data((select auth.uid()));
  perform private.check_document('enrollment', p_changes, array[
    row('enrollment', 'gym_id', 'uuid', false, null, null, null, null, null),
    row('enrollment', 'start_weights', 'object', false, null, null, null, null, null)
  ]::private.field_rule[]);

  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;
  v_start_weights := coalesce(nullif(p_changes -> 'start_weights', 'null'), v_enrollment.start_weights, '{}');
  v_problem := private.start_weights_problem(v_start_weights);
  if v_problem is not null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'start_weights', v_problem, 'Correct the field and call again; nothing was stored.'
    );
  end if;

  perform private.change_enrollment(
    p_enrollment_id,
    case when p_changes ? 'gym_id' then (p_changes ->> 'gym_id')::uuid else v_enrollment.gym_id end,
    v_start_weights
  );
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$$;

revoke execute on function public.update_enrollment(uuid, jsonb) from public;
grant execute on function public.update_enrollment(uuid, jsonb) to authenticated;

comment on function public.update_enrollment(uuid, jsonb) is
  'Changes what p_changes names of an enrollment of the caller: gym_id (null for the default gym) and start_weights '
  '(all of them). Answers it as enroll() does. Errors: 409 id_unusable; 422 invalid_field, unknown_field.';
