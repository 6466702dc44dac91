create or replace function private.move_behind_pauses(
  p_date date,
  p_since date,
  p_paused_on date[],
  p_resumed_on date[]
)
returns date
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_date date := p_date;
begin
  for i in 1 .. coalesce(cardinality(p_paused_on), 0) loop
    if p_paused_on[i] > p_since and p_paused_on[i] <= v_date then
      v_date := v_date + (p_resumed_on[i] - p_paused_on[i]);
    end if;
  end loop;
  return v_date;
end;
$$;

revoke execute on function private.move_behind_pauses(date, date, date[], date[]) from public;
grant execute on function private.move_behind_pauses(date, date, date[], date[]) to authenticated, service_role;

comment on function private.move_behind_pauses(date, date, date[], date[]) is
  'Moves a day by the length of every pause that begins after p_since and on or before it. Pauses are two arrays in '
  'order: first days without training, and first days with training again. Null behind a pause that is open, for '
  'nobody knows how long that will be.';
