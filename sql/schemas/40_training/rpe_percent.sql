create or replace function private.rpe_percent(p_reps integer, p_rpe numeric)
returns numeric
language sql
immutable
security invoker
return
  (
    select case
      when p_reps < 1 or p_rpe not between 4 and 10 or effort.missed >= 16 then null
      when effort.missed = 0 then 100
      when effort.missed <= 2.92 then 0.347619 * effort.missed * effort.missed - 4.60714 * effort.missed + 99.9667
      else 97.0955 - 2.64249 * effort.missed
    end
    from (select 10 - p_rpe + p_reps - 1) as effort (missed)
  );

revoke execute on function private.rpe_percent(integer, numeric) from public;
grant execute on function private.rpe_percent(integer, numeric) to authenticated, service_role;

comment on function private.rpe_percent(integer, numeric) is
  'The share of the one-repetition maximum, in percent, that can be lifted for so many repetitions at an RPE: Mike '
  'Tuchscherer''s table (Reactive Training Systems), in the curve that Sean Stangl fitted to it (openpowerlifting.org). '
  'It depends on the repetitions that a single at RPE 10 would leave out, up to 15; null beyond, and below RPE 4.';
