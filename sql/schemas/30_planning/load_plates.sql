create or replace function public.load_plates(
  p_gym_id uuid default null,
  p_exercise_id uuid default null,
  p_weight_kg numeric default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_gym_id uuid;
begin
  -- Only p_gym_id may be left out, and only where all have defaults can the first do without a value.
  if p_weight_kg is null or p_weight_kg not between 0 and 2000 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_weight_kg', 'must be a number from 0 to 2000', 'Send a load in kilograms.'
    );
  end if;
  select gyms.id
  into v_gym_id
  from public.gyms
  where gyms.user_id = v_user_id and case when p_gym_id is null then gyms.is_default else gyms.id = p_gym_id end;
  if v_gym_id is null and p_gym_id is not null then
    perform private.raise_id_unusable('p_gym_id');
  end if;
  if not exists (
    select
    from public.exercises
    where exercises.id = p_exercise_id and (exercises.user_id is null or exercises.user_id = v_user_id)
  ) then
    perform private.raise_id_unusable('p_exercise_id');
  end if;

  return (
    select loadings.loading
    from private.gym_loadings(v_gym_id, p_exercise_id, array[p_weight_kg]) as loadings
  );
end;
$$;

revoke execute on function public.load_plates(uuid, uuid, numeric) from public;
grant execute on function public.load_plates(uuid, uuid, numeric) to authenticated;

comment on function public.load_plates(uuid, uuid, numeric) is
  'How to load an exercise in one of the caller''s gyms, or without p_gym_id in the default one. Takes the load '
  'nearest to p_weight_kg, the lighter of two that are as near, and of what makes it the first by position. Answers '
  '{requested_kg, loaded_kg, difference_kg, below_kg, above_kg, type, bar, item, sides, per_side: [{weight_kg, '
  'unit_system, count}]}. below_kg and above_kg are one step down and up from loaded_kg, null at the ends. type is '
  'bar, fixed_weight, stack, plates (held or hung on), or none where the gym says nothing about the exercise: then it '
  'is rounded to 0.5 kg. bar or item is the {id, name, weight_kg} that is taken. per_side are the plates for each of '
  'sides, as few as there can be, from the inside out. The load of a dumbbell is that of one of them. Errors: 409 '
  'id_unusable; 422 invalid_field.';
