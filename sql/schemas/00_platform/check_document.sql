create or replace function private.check_document(
  p_level text,
  p_document jsonb,
  p_rules private.field_rule[]
)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_problem record := private.document_problem(p_level, p_document, p_rules);
begin
  if v_problem.message is not null then
    perform private.raise_problem(
      'PT422', v_problem.message, coalesce(v_problem.path, p_level), v_problem.text,
      format('Correct the field and send the %s again; nothing was stored.', replace(p_level, '_', ' '))
    );
  end if;
end;
$$;

revoke execute on function private.check_document(text, jsonb, private.field_rule[]) from public;
grant execute on function private.check_document(text, jsonb, private.field_rule[]) to authenticated, service_role;

comment on function private.check_document(text, jsonb, private.field_rule[]) is
  'Refuses a JSON document that breaks a rule, and names the field. p_level is the level of the document itself. '
  'Errors: 422 invalid_field, missing_field, unknown_field.';
