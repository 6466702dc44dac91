create or replace function public.withdraw_consent(p_purpose text)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.add_consent(p_purpose, false, 'withdrawal', 'und');
$$;

revoke execute on function public.withdraw_consent(text) from public;
grant execute on function public.withdraw_consent(text) to authenticated;

comment on function public.withdraw_consent(text) is
  'Records that the caller withdraws consent to a purpose, as easily as it was given: {purpose, is_granted, '
  'text_version, locale, created_at}. From then on nothing new is stored under it; what was stored stays until the '
  'owner deletes it. Errors: 422 invalid_field.';
