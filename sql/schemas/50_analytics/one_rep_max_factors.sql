create or replace function private.one_rep_max_factors(p_formula text)
returns numeric[]
language sql
immutable
security invoker
return
  array[
    1::numeric,
    private.one_rep_max_factor(p_formula, 2),
    private.one_rep_max_factor(p_formula, 3),
    private.one_rep_max_factor(p_formula, 4),
    private.one_rep_max_factor(p_formula, 5),
    private.one_rep_max_factor(p_formula, 6),
    private.one_rep_max_factor(p_formula, 7),
    private.one_rep_max_factor(p_formula, 8),
    private.one_rep_max_factor(p_formula, 9),
    private.one_rep_max_factor(p_formula, 10)
  ];

revoke execute on function private.one_rep_max_factors(text) from public;
grant execute on function private.one_rep_max_factors(text) to authenticated, service_role;

comment on function private.one_rep_max_factors(text) is
  'one_rep_max_factor() of 1 to 10 repetitions at these indexes, a single counting as itself: what does not change '
  'from day to day is computed once.';
