create or replace function private.tg_require_health_consent()
returns trigger
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- The backend and the owner of the database restore and repair; clients always have an id.
  if (select auth.uid()) is not null and not private.has_consent('health_data') then
    perform private.raise_problem(
      'PT403', 'consent_required', 'health_data',
      'Health data is stored only while you consent to it.',
      'Show the consent text and call record_consent() first.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_require_health_consent() from public;

comment on function private.tg_require_health_consent() is
  'Refuses to write health data without standing consent. Errors: 403 consent_required.';
