-- What one session did of one exercise of a routine, as far as progression asks. Arrays run over its judged sets.
create type private.session_result as (
  is_deload boolean,
  is_met boolean,
  is_at_ceiling boolean,
  is_excused boolean,
  amount numeric,
  weights_kg numeric[],
  shares numeric[],
  positions integer[],
  reps integer[]
);

comment on type private.session_result is
  'is_deload: it was planned light. is_met: every set that decides reached what it aimed at, load aside. '
  'is_at_ceiling: every set reached its highest repetitions. is_excused: it met targets of its own. amount: the load '
  '(or repetitions, or seconds) that all its sets had, put back to the exercise''s: weight over share, the least of '
  'them, of assistance the most. weights_kg, shares: of each set that decides. positions, reps: which set of the '
  'routine had how many repetitions.';
