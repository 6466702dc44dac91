create or replace function private.one_rep_max_factor(p_formula text, p_reps integer)
returns numeric
language sql
immutable
security invoker
return
  case
    when p_reps < 1 then null
    when p_formula = 'epley' then 1 + p_reps / 30.0
    when p_formula = 'brzycki' and p_reps < 37 then 36.0 / (37 - p_reps)
    when p_formula = 'lombardi' then power(p_reps, 0.10::double precision)::numeric
    when p_formula = 'oconner' then 1 + 0.025 * p_reps
    when p_formula = 'mayhew' then (100 / (52.2 + 41.9 * exp(-0.055 * p_reps::double precision)))::numeric
    when p_formula = 'wathan' then (100 / (48.8 + 53.8 * exp(-0.075 * p_reps::double precision)))::numeric
    when p_formula = 'lander' and p_reps < 37 then 100 / (101.3 - 2.67123 * p_reps)
  end;

revoke execute on function private.one_rep_max_factor(text, integer) from public;
grant execute on function private.one_rep_max_factor(text, integer) to authenticated, service_role;

comment on function private.one_rep_max_factor(text, integer) is
  'The one-repetition maximum as a multiple of the load of a set to failure, as published: epley 1 + r/30 (Epley, Boyd '
  'Epley Workout, 1985), brzycki 36/(37 − r) (Brzycki, JOPERD 64, 1993), lombardi r^0.10 (Lombardi, Beginning Weight '
  'Training, 1989), oconner 1 + r/40 (O''Conner et al., Weight Training Today, 1989), mayhew 100/(52.2 + '
  '41.9·e^(−0.055 r)) (Mayhew et al., J. Appl. Sport Sci. Res. 6, 1992), wathan 100/(48.8 + 53.8·e^(−0.075 r)) '
  '(Wathan, Essentials of Strength Training and Conditioning, 1994), lander 100/(101.3 − 2.67123 r) (Lander, NSCA '
  'Journal 6, 1985). Null for a formula of another name, below one repetition, and from 37 repetitions on for brzycki '
  'and lander, which end there. Some raise a single too: estimated_set_max() does not.';
