create or replace function public.platform_retention(p_from_month date, p_months integer default 12)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return private.count_retention(p_from_month, p_months);
end;
$$;

revoke execute on function public.platform_retention(date, integer) from public;
grant execute on function public.platform_retention(date, integer) to authenticated;

comment on function public.platform_retention(date, integer) is
  'For admins: of those whose first workout was in a month, how many trained in the months after it: {cohorts: [{month, '
  'users, months: [{number, users, share}]}]}, for p_months months from that of p_from_month on; number 0 is the first '
  'month itself. A cohort of fewer than ten has no figures, and a month in which fewer than ten of one trained is null. '
  'Errors: 403 not_allowed; 422 invalid_field.';
