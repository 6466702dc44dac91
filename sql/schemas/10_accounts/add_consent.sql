create or replace function private.add_consent(p_purpose text, p_is_granted boolean, p_text_version text, p_locale text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_last public.consents;
begin
  if v_user_id is null then
    perform private.raise_problem('PT401', 'not_signed_in', 'authorization', 'Nobody is signed in.', 'Sign in first.');
  end if;
  if p_purpose is null or p_purpose not in ('health_data', 'analytics', 'marketing') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_purpose', 'must be one of health_data, analytics, marketing',
      'Correct the purpose and call again.'
    );
  end if;
  if char_length(p_text_version) not between 1 and 40 or p_text_version is null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_text_version', 'must be text of 1 to 40 characters',
      'Send the version of the text that was shown.'
    );
  end if;
  if char_length(p_locale) not between 2 and 35 or p_locale is null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_locale', 'must be text of 2 to 35 characters',
      'Send the language in which the text was shown, such as en.'
    );
  end if;

  -- Two taps are one decision: the ledger gets a row only where something changes.
  perform pg_advisory_xact_lock(hashtextextended('consents:' || v_user_id, 0));
  select consents.* into v_last
  from public.consents
  where consents.user_id = v_user_id and consents.purpose = p_purpose
  order by consents.id desc
  limit 1;

  if v_last.is_granted is distinct from p_is_granted
    or (p_is_granted and (v_last.text_version, v_last.locale) is distinct from (p_text_version, p_locale))
  then
    insert into public.consents (user_id, purpose, is_granted, text_version, locale)
    values (v_user_id, p_purpose, p_is_granted, p_text_version, p_locale)
    returning * into v_last;
  end if;

  return jsonb_build_object(
    'purpose', p_purpose,
    'is_granted', p_is_granted,
    'text_version', v_last.text_version,
    'locale', v_last.locale,
    'created_at', v_last.created_at
  );
end;
$$;

revoke execute on function private.add_consent(text, boolean, text, text) from public;
grant execute on function private.add_consent(text, boolean, text, text) to authenticated;

comment on function private.add_consent(text, boolean, text, text) is
  'Adds the caller''s decision to the ledger, with the time of the server. Definer, because nobody may write '
  'consents.';
