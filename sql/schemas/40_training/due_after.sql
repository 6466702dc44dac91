create or replace function private.due_after(p_date date, p_days integer, p_paused_on date[], p_resumed_on date[])
returns date
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_since date := p_date;
begin
  for i in 1 .. coalesce(cardinality(p_paused_on), 0) loop
    if p_paused_on[i] <= v_since and v_since < coalesce(p_resumed_on[i], 'infinity') then
      v_since := p_resumed_on[i] - 1;
    end if;
  end loop;
  return private.move_behind_pauses(v_since + p_days, v_since, p_paused_on, p_resumed_on);
end;
$$;

revoke execute on function private.due_after(date, integer, date[], date[]) from public;
grant execute on function private.due_after(date, integer, date[], date[]) to authenticated, service_role;

comment on function private.due_after(date, integer, date[], date[]) is
  'The day that comes p_days days after another, days of pauses not counted. Pauses are as move_behind_pauses() takes '
  'them. Null behind a pause that is open.';
