create or replace function private.raise_id_unusable(p_path text)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.raise_problem(
    'PT409', 'id_unusable', p_path,
    'This id cannot be used.',
    'Make a new id, or refer to a row of your own.'
  );
end;
$$;

revoke execute on function private.raise_id_unusable(text) from public;
grant execute on function private.raise_id_unusable(text) to authenticated, service_role;

comment on function private.raise_id_unusable(text) is
  'The one answer for an id that cannot be used, for whatever reason: taken, unknown or somebody else''s. 409 '
  'id_unusable.';
