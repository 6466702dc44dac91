create or replace function private.own_formula(p_formula text)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_formula is null then
    return coalesce(
      (
        select settings.e1rm_formula
        from public.profile_settings as settings
        where settings.user_id = (select auth.uid())
      ),
      'epley'
    );
  end if;

  if private.one_rep_max_factor(p_formula, 1) is null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_formula', 'must be a formula of estimated maxima',
      'Send epley, brzycki, lombardi, oconner, mayhew, wathan or lander, or nothing for that of the settings.'
    );
  end if;
  return p_formula;
end;
$$;

revoke execute on function private.own_formula(text) from public;
grant execute on function private.own_formula(text) to authenticated;

comment on function private.own_formula(text) is
  'The formula of estimated maxima to use for the caller: the one asked for, else that of their settings. Errors: '
  '422 invalid_field.';
