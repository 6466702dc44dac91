create or replace function private.tg_enforce_quota()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_quota private.quotas := private.quota_named(tg_argv[0]);
  v_is_exceeded boolean;
begin
  -- Reads no more than the quota's number of rows, however many there are.
  execute (
    select format(
      'select exists (
         select from (select distinct %s from new_rows) as touched
         where exists (select from %I.%I as stored where (%s) = (%s) offset $1)
       )',
      string_agg(format('new_rows.%I', name), ', '), tg_table_schema, tg_table_name,
      string_agg(format('stored.%I', name), ', '), string_agg(format('touched.%I', name), ', ')
    )
    from unnest(tg_argv[1:]) as counted (name)
  )
  into v_is_exceeded
  using v_quota.max_count;

  if v_is_exceeded then
    perform private.raise_quota_exceeded(v_quota.name);
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_enforce_quota() from public;

comment on function private.tg_enforce_quota() is
  'Refuses what exceeds a quota: its arguments are the quota''s name and the columns by whose values rows are counted; '
  'its trigger is after insert, for each statement, with the transition table new_rows. Exact, because the writers of '
  'one user wait for each other. Definer, because it counts rows that the caller may not see. Errors: 409 '
  'quota_exceeded.';
