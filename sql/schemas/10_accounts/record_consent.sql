create or replace function public.record_consent(p_purpose text, p_text_version text, p_locale text)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.add_consent(p_purpose, true, p_text_version, p_locale);
$$;

revoke execute on function public.record_consent(text, text, text) from public;
grant execute on function public.record_consent(text, text, text) to authenticated;

comment on function public.record_consent(text, text, text) is
  'Records that the caller consents to a purpose (health_data, analytics or marketing), having read a version of the '
  'text in a language: {purpose, is_granted, text_version, locale, created_at}. The time is the server''s. The same '
  'again adds nothing. Errors: 422 invalid_field.';
