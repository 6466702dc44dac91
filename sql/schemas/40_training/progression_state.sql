-- Where a rule stands after a history.
create type private.progression_state as (
  sessions integer,
  amount numeric,
  successes integer,
  failures integer,
  turn integer,
  cycle integer,
  code text,
  previous numeric,
  positions integer[],
  reps integer[]
);

comment on type private.progression_state is
  'sessions: that counted. amount: the load, training max, repetitions or seconds due next, exactly. successes: since '
  'it last changed. failures: in a row. turn, cycle: which wave is next, both from 0. code: what the latest session '
  'made of it, a code of Reason in types/contracts/prescription.ts, null before the first. previous: the amount before '
  'that. positions, reps: which set had how many repetitions in the latest session, where the load stays.';
