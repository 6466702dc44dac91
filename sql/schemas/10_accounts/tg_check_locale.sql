create or replace function private.tg_check_locale()
returns trigger
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if not exists (
    select 1 from pg_catalog.pg_collation where pg_collation.collname = new.locale || '-x-icu'
  ) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'locale',
      'This is not a language that Postgres knows.',
      'Send a BCP 47 tag such as en, de-AT or zh-Hant-TW.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_check_locale() from public;

comment on function private.tg_check_locale() is
  'Refuses a locale that Postgres has no rules of sorting for. Errors: 422 invalid_field.';
