create or replace function private.theil_sen(p_x double precision[], p_y double precision[])
returns table (
  slope double precision,
  lower double precision,
  upper double precision
)
language plpgsql
immutable
security invoker
rows 1
set search_path = ''
as $$
declare
  v_n bigint := cardinality(p_x);
  v_slopes double precision[] := array(
    select (later.y - earlier.y) / (later.x - earlier.x) as slope
    from unnest(p_x, p_y) with ordinality as earlier (x, y, ordinal)
    join unnest(p_x, p_y) with ordinality as later (x, y, ordinal) on later.ordinal > earlier.ordinal
    where later.x <> earlier.x
    order by 1
  );
  v_pairs integer := cardinality(v_slopes);
  v_ties bigint;
  v_spread double precision;
begin
  if v_pairs = 0 then
    return;
  end if;

  select coalesce(sum(ties.n * (ties.n - 1) * (2 * ties.n + 5)), 0)
  into v_ties
  from (select count(*) as n from unnest(p_y) as values_of (y) group by values_of.y) as ties;
  -- 1.645 deviations of Kendall's S leave five per cent on either side.
  v_spread := 1.6448536269514722 * sqrt((v_n * (v_n - 1) * (2 * v_n + 5) - v_ties) / 18.0::double precision);

  slope := (v_slopes[(v_pairs + 1) / 2] + v_slopes[v_pairs / 2 + 1]) / 2;
  -- Outwards to whole ranks: never narrower than was said. Ranks that are not there answer null.
  lower := v_slopes[floor((v_pairs - v_spread) / 2)::integer];
  upper := v_slopes[ceil((v_pairs + v_spread) / 2)::integer + 1];
  return next;
end;
$$;

revoke execute on function private.theil_sen(double precision[], double precision[]) from public;
grant execute on function private.theil_sen(double precision[], double precision[]) to authenticated, service_role;

comment on function private.theil_sen(double precision[], double precision[]) is
  'Slope of y over x as the median of the slopes between all pairs of points, which up to 29 per cent of wild values '
  'do not bend, with its 90 per cent interval (Theil, Proc. K. Ned. Akad. Wet. 53, 1950; Sen, J. Am. Stat. Assoc. '
  '63, 1968: ranks of the slopes by the variance of Kendall''s S, corrected for ties in y). lower and upper are null '
  'where that many points have no such interval: fewer than five without ties. No row where there is no pair. The '
  'interval takes the points to be independent of each other about one line. Work grows with the square of the '
  'points.';
