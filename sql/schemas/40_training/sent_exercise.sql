create or replace function private.sent_exercise(p_record jsonb)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'id', p_record -> 'id',
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
  );
end;
$$;

revoke execute on function private.sent_exercise(jsonb) from public;
grant execute on function private.sent_exercise(jsonb) to authenticated;

comment on function private.sent_exercise(jsonb) is
  'An exercise as sync carries it, as save_exercise() wants it, without its version.';
