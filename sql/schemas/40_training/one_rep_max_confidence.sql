create or replace function private.one_rep_max_confidence(p_reps integer)
returns text
language sql
immutable
security invoker
return
  case when p_reps between 1 and 10 then 'headline' when p_reps between 11 and 15 then 'low' end;

revoke execute on function private.one_rep_max_confidence(integer) from public;
grant execute on function private.one_rep_max_confidence(integer) to authenticated, service_role;

comment on function private.one_rep_max_confidence(integer) is
  'What an estimate of the one-repetition maximum from so many repetitions is worth: headline up to ten, where the '
  'formulas were fitted and agree to some percent; low from 11 to 15; null above, where they say nothing (Reynolds, '
  'Gordon and Robergs, J. Strength Cond. Res. 20, 2006).';
