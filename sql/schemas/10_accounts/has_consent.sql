create or replace function private.has_consent(p_purpose text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(
    (
      select consents.is_granted
      from public.consents
      where consents.user_id = (select auth.uid()) and consents.purpose = p_purpose
      order by consents.id desc
      limit 1
    ),
    false
  );
$$;

revoke execute on function private.has_consent(text) from public;
grant execute on function private.has_consent(text) to authenticated, service_role;

comment on function private.has_consent(text) is
  'Whether the caller''s consent for a purpose stands: the newest entry of the ledger grants it. Definer, so that no '
  'policy on consents can change the answer.';
