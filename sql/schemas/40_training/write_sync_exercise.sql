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
  perform public.save_exercise(jsonb_build_object(
    'id', v_id,
    'version', (
      select exercises.version
      from public.exercises
      where exercises.id = v_id and exercises.user_id = (select auth.uid())
    ),
    'name', p_record -> 'name',
    'kind', p_record -> 'kind',
    'category', p_record -> 'category',
    'mechanic', p_record -> 'mechanic',
    'force', p_record -> 'force',
    'level', p_record -> 'level',
    'is_unilateral', p_record -> 'is_unilateral',
    'body_weight_share', p_record -> 'body_weight_share',
    'variation_group', p_record -> 'variation_group',
    'instructions', (p_record ->> 'instructions')::jsonb,
    'cues', (p_record ->> 'cues')::jsonb,
    'muscles', (p_record ->> 'muscles')::jsonb,
    'equipment', (p_record ->> 'equipment')::jsonb,
    'aliases', (p_record ->> 'aliases')::jsonb
  ));
end;
$$;

revoke execute on function private.write_sync_exercise(jsonb) from public;
grant execute on function private.write_sync_exercise(jsonb) to authenticated;

comment on function private.write_sync_exercise(jsonb) is
  'Saves one of the caller''s own exercises as sync carries it, with what hangs below it.';
